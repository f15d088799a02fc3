// SPDX-License-Identifier: Apache-2.0
#include "app/screening_need.h"

#include <algorithm>
#include <functional>

namespace cadran::app {

namespace {

// Rounded up from what runs took: vectors that grow have more than what they hold.
constexpr std::int64_t of_row_that_waits = 12;
constexpr std::int64_t of_drawable_row = 32;
constexpr std::int64_t of_place = 130;        // with the line of its finding
constexpr std::int64_t of_close_look = 600;
constexpr std::int64_t of_chosen_place = 30;  // before records are fetched

}  // namespace

void ScreeningNeed::start_over() {
    for (OfControl& control : controls_) control.certain = control.perhaps = control.drawable = 0;
}

void ScreeningNeed::add(std::size_t control, const expression::BatchSieve::Waiting& more) {
    if (more.certain != 0) controls_[control].certain += more.certain;
    if (more.perhaps != 0) controls_[control].perhaps += more.perhaps;
    if (more.drawable != 0) controls_[control].drawable += more.drawable;
}

void ScreeningNeed::settle(std::size_t control, std::int64_t certain) {
    controls_[control].certain = certain;
    controls_[control].perhaps = controls_[control].drawable = 0;
}

std::int64_t ScreeningNeed::of(std::int64_t bytes_a_record, const Counts& counts) const {
    std::int64_t seeing = 0, looking = 0, most = 0;
    for (std::size_t i = 0; i < controls_.size(); ++i) {
        if (!counts(i)) continue;
        const OfControl& control = controls_[i];
        seeing += control.perhaps * of_row_that_waits + control.drawable * of_drawable_row +
                  control.certain * of_chosen_place;
        looking += control.certain * (of_place + bytes_a_record);
        most = std::max<std::int64_t>(most, control.certain);
    }
    return std::max(seeing, looking + most * of_close_look);
}

std::size_t ScreeningNeed::at_a_time(std::int64_t bytes_a_record, std::int64_t memory) const {
    std::vector<std::int64_t> looks;
    for (const OfControl& control : controls_) {
        memory -= control.certain * (of_place + bytes_a_record);
        looks.push_back(control.certain * of_close_look);
    }
    std::ranges::sort(looks, std::greater());
    std::size_t count = 0;
    while (count < looks.size() && looks[count] <= memory) memory -= looks[count++];
    return std::max<std::size_t>(count, 1);
}

}  // namespace cadran::app
