// SPDX-License-Identifier: Apache-2.0
#include "control/classes.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

namespace cadran::control {

namespace {

void add(std::optional<std::int64_t>& sum, std::int64_t amount) {
    if (sum && __builtin_add_overflow(*sum, amount, &*sum)) sum.reset();
}

}  // namespace

std::vector<Class> classify(std::span<const Measured> measured, std::span<const std::int64_t> bounds) {
    if (std::ranges::adjacent_find(bounds, std::greater_equal<>()) != bounds.end())
        throw std::invalid_argument("classify: bounds that do not rise");
    std::vector<Class> classes(bounds.size() + 1);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        classes[i].below = bounds[i];
        classes[i + 1].from = bounds[i];
    }
    for (const Measured& one : measured) {
        const auto place = std::ranges::upper_bound(bounds, one.value) - bounds.begin();
        Class& its = classes[static_cast<std::size_t>(place)];
        ++its.count;
        add(its.sum, one.amount);
    }
    return classes;
}

std::vector<std::int64_t> equal_bounds(std::span<const Measured> measured, std::int64_t classes) {
    if (measured.empty() || classes < 1) return {};
    const auto [least, greatest] = std::ranges::minmax(measured, {}, &Measured::value);
    // Without a sign, for the distance of two numbers of 64 bits may take one bit more.
    const std::uint64_t width =
        static_cast<std::uint64_t>(greatest.value) - static_cast<std::uint64_t>(least.value);
    const std::uint64_t step = width / static_cast<std::uint64_t>(classes) + 1;
    std::vector<std::int64_t> bounds;
    for (std::uint64_t at = step; at <= width && std::ssize(bounds) + 1 < classes; at += step)
        bounds.push_back(static_cast<std::int64_t>(static_cast<std::uint64_t>(least.value) + at));
    return bounds;
}

}  // namespace cadran::control
