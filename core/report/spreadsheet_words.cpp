// SPDX-License-Identifier: Apache-2.0
#include "report/spreadsheet_words.h"

#include "base/text.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;
using format::XlsxValue;

constexpr std::size_t longest_name = 31;  // of a sheet, in UTF-16 units
constexpr const char* no_break_space = "\u00a0";

// `#,##0.00`.
std::string digits_format(int digits) {
    return "#,##0" + (digits > 0 ? "." + std::string(static_cast<std::size_t>(digits), '0') : "");
}

std::string unit_behind(const Message& unit, const Catalogue& catalogue) {
    return fmt::format("\"{}{}\"", no_break_space, catalogue.text(unit));
}

std::string money_format(const Currency& currency, Language language) {
    const std::string number = digits_format(2);
    const bool euro = currency == Currency{};
    const std::string sign = euro ? "€" : currency.code;
    if (language == Language::french) return fmt::format("{}\"{}{}\"", number, no_break_space, sign);
    return fmt::format("\"{}{}\"{}", sign, euro ? "" : no_break_space, number);
}

// The first characters, so many UTF-16 units of them.
std::string shortened(std::string_view words, std::size_t most) {
    std::string result;
    std::size_t units = 0;
    for (std::size_t at = 0; at < words.size();) {
        std::size_t length = 1;
        while (at + length < words.size() && (static_cast<unsigned char>(words[at + length]) & 0xC0) == 0x80)
            ++length;
        units += length == 4 ? 2 : 1;
        if (units > most) break;
        result += words.substr(at, length);
        at += length;
    }
    return result;
}

std::string without_refused(std::string_view words) {
    std::string safe;
    for (const char c : words) {
        const bool refused = std::string_view("[]:*?/\\").find(c) != std::string_view::npos ||
                             (c >= 0 && c < ' ') || c == '\'';
        safe += refused ? ' ' : c;
    }
    return std::string(trimmed(safe));
}

// 0xRRGGBB
unsigned number_of(const model::Tint& tint) {
    return static_cast<unsigned>(tint.red << 16 | tint.green << 8 | tint.blue);
}

}  // namespace

std::string figure_format(const Decimal& figure, model::Unit unit, const Currency& currency,
                          const Catalogue& catalogue) {
    const std::string number = digits_format(figure.scale);
    switch (unit) {
        case model::Unit::percent:
            return number + (catalogue.language() == Language::french ? std::string(no_break_space) : "") +
                   "%";
        case model::Unit::count: return number;
        case model::Unit::minutes: return number + unit_behind({"report.unit_minutes"}, catalogue);
        case model::Unit::hours: return number + unit_behind({"report.unit_hours"}, catalogue);
        case model::Unit::days: return number + unit_behind({"report.unit_days"}, catalogue);
        case model::Unit::points: return number + unit_behind({"report.unit_points"}, catalogue);
        case model::Unit::money: break;
    }
    return money_format(currency, catalogue.language());
}

format::XlsxDress dress(const model::Appearance& appearance, std::string header, std::string footer,
                        const Catalogue& catalogue) {
    format::XlsxDress dress{.header = std::move(header), .footer = std::move(footer)};
    if (const std::string own = catalogue.text(appearance.footer); !own.empty()) dress.footer += " – " + own;
    if (!appearance.accent) return dress;
    constexpr double softness = 0.86;  // how near the ground is to white
    dress.accent = number_of(*appearance.accent);
    dress.ground = number_of(model::mixed(*appearance.accent, model::white_tint, softness));
    return dress;
}

XlsxEntry figure_entry(const std::optional<Decimal>& figure, model::Unit unit, const Currency& currency,
                       const Catalogue& catalogue) {
    if (!figure) return {};
    Decimal written = *figure;
    if (unit == model::Unit::percent) written.scale += 2;
    return {written, XlsxStyle::plain, {}, figure_format(*figure, unit, currency, catalogue)};
}

XlsxEntry date_entry(const std::optional<Date>& date, const Catalogue& catalogue) {
    if (!date) return {};
    const bool french = catalogue.language() == Language::french;
    return {*date, XlsxStyle::plain, {}, french ? "dd/mm/yyyy" : "d mmm yyyy"};
}

XlsxEntry attainment_entry(const model::Measurement& measurement, const Catalogue& catalogue) {
    const std::string words = attainment_words(measurement, catalogue);
    if (!measurement.target || !measurement.value()) return {words, XlsxStyle::note};
    switch (measurement.attainment()) {
        case model::Attainment::met: return {"✓ " + words, XlsxStyle::good};
        case model::Attainment::missed: return {"✗ " + words, XlsxStyle::poor};
        case model::Attainment::alert: return {"▲ " + words, XlsxStyle::bad};
        case model::Attainment::nothing_to_measure: break;
    }
    return {words, XlsxStyle::note};
}

std::string sheet_name(std::string_view words, std::set<std::string>& taken) {
    const std::string safe = without_refused(words);
    for (int number = 1;; ++number) {
        const std::string end = number == 1 ? "" : fmt::format(" ({})", number);
        const bool whole = shortened(safe, longest_name - end.size()) == safe;
        const std::string name =
            whole ? safe + end : shortened(safe, longest_name - end.size() - 1) + "…" + end;
        if (taken.insert(folded(name)).second) return name;
    }
}

}  // namespace cadran::report
