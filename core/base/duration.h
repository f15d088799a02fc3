// SPDX-License-Identifier: Apache-2.0
// Lengths of time that name their unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"

namespace cadran {

enum class TimeUnit {
    days,       // every day of the calendar
    ouvres,     // Monday to Friday without public holidays
    ouvrables,  // Monday to Saturday without public holidays
    months,
};

// `days`, `ouvrés`, `ouvrables`, `months`: as the condition language writes them.
std::string_view unit_name(TimeUnit unit);
// Also in the singular, in French and without accents.
std::optional<TimeUnit> parse_time_unit(std::string_view name);
LocalText unit_title(TimeUnit unit);

struct Duration {
    // The days of the years 1 to 9999, and some.
    static constexpr std::int64_t greatest_count = 4'000'000;

    std::int64_t count = 0;
    TimeUnit unit = TimeUnit::days;

    friend bool operator==(const Duration&, const Duration&) = default;
};

// `10 ouvrés`, as `plain_text` writes it.
std::optional<Duration> parse_duration(std::string_view text);
std::string plain_text(const Duration& duration);
// `10 jours ouvrés`, for people.
LocalText text_of(const Duration& duration);

}  // namespace cadran
