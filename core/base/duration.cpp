// SPDX-License-Identifier: Apache-2.0
#include "base/duration.h"

#include <fmt/format.h>

#include "base/named.h"
#include "base/text.h"

namespace cadran {

namespace {

constexpr Named<TimeUnit> units[] = {
    {TimeUnit::days, "days", "jours", "days"},
    {TimeUnit::ouvres, "ouvrés", "jours ouvrés", "working days (Monday to Friday)"},
    {TimeUnit::ouvrables, "ouvrables", "jours ouvrables", "working days (Monday to Saturday)"},
    {TimeUnit::months, "months", "mois", "months"},
};

constexpr Named<TimeUnit> single_units[] = {
    {TimeUnit::days, "day", "jour", "day"},
    {TimeUnit::ouvres, "ouvré", "jour ouvré", "working day (Monday to Friday)"},
    {TimeUnit::ouvrables, "ouvrable", "jour ouvrable", "working day (Monday to Saturday)"},
    {TimeUnit::months, "month", "mois", "month"},
};

constexpr Named<TimeUnit> other_spellings[] = {
    {TimeUnit::days, "jours", "", ""},    {TimeUnit::days, "jour", "", ""},
    {TimeUnit::ouvres, "ouvres", "", ""}, {TimeUnit::ouvres, "ouvre", "", ""},
    {TimeUnit::months, "mois", "", ""},
};

}  // namespace

std::string_view unit_name(TimeUnit unit) {
    return named(units, unit).name;
}
LocalText unit_title(TimeUnit unit) {
    return title_of(units, unit);
}

std::optional<TimeUnit> parse_time_unit(std::string_view name) {
    if (const auto unit = parse_named(units, name)) return unit;
    if (const auto unit = parse_named(single_units, name)) return unit;
    return parse_named(other_spellings, name);
}

std::optional<Duration> parse_duration(std::string_view text) {
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return {};
    const auto count = parse_integer(text.substr(0, space));
    const auto unit = parse_time_unit(text.substr(space + 1));
    if (!count || !unit || *count > Duration::greatest_count) return {};
    return Duration{*count, *unit};
}

std::string plain_text(const Duration& duration) {
    return fmt::format("{} {}", duration.count, unit_name(duration.unit));
}

LocalText text_of(const Duration& duration) {
    const LocalText one = title_of(single_units, duration.unit);
    const LocalText many = title_of(units, duration.unit);
    const std::int64_t count = duration.count;
    return {fmt::format("{} {}", count, count > 1 || count < -1 ? many.fr : one.fr),
            fmt::format("{} {}", count, count == 1 ? one.en : many.en)};
}

}  // namespace cadran
