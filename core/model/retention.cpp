// SPDX-License-Identifier: Apache-2.0
#include "model/retention.h"

#include <array>

#include <fmt/format.h>

#include "base/named.h"
#include "base/text.h"

namespace cadran::model {

namespace {

constexpr std::int64_t months_a_year = 12;
constexpr std::int64_t greatest_months = 100 * months_a_year;
constexpr std::int64_t greatest_days = 36'525;

constexpr Named<RetentionStart> starts[] = {
    {RetentionStart::event, "event", "le dernier événement du fichier", "the last event of the file"},
    {RetentionStart::import_day, "import", "l’import du fichier", "the import of the file"},
};

constexpr std::array years{"years", "year", "ans", "an"};

LocalText length_text(const Duration& length) {
    if (length.unit != TimeUnit::months || length.count % months_a_year != 0) return cadran::text_of(length);
    const std::int64_t count = length.count / months_a_year;
    return {fmt::format("{} {}", count, count > 1 ? "ans" : "an"),
            fmt::format("{} {}", count, count > 1 ? "years" : "year")};
}

}  // namespace

std::string_view retention_start_name(RetentionStart start) {
    return named(starts, start).name;
}
std::optional<RetentionStart> parse_retention_start(std::string_view name) {
    return parse_named(starts, name);
}

std::optional<Duration> parse_retention_length(std::string_view text) {
    auto length = parse_duration(text);
    const auto space = text.find(' ');
    if (!length && space != std::string_view::npos &&
        std::ranges::find(years, text.substr(space + 1)) != years.end()) {
        const auto count = parse_integer(text.substr(0, space));
        if (count && *count <= greatest_months) length = {*count * months_a_year, TimeUnit::months};
    }
    if (!length || length->count < 1) return {};
    switch (length->unit) {
        case TimeUnit::months: return length->count <= greatest_months ? length : std::nullopt;
        case TimeUnit::days: return length->count <= greatest_days ? length : std::nullopt;
        case TimeUnit::ouvres:
        case TimeUnit::ouvrables: break;
    }
    return {};
}

LocalText text_of(const Retention& retention) {
    const LocalText length = length_text(retention.length);
    const LocalText start = title_of(starts, retention.start);
    return {fmt::format("{} après {}", length.fr, start.fr), fmt::format("{} after {}", length.en, start.en)};
}

}  // namespace cadran::model
