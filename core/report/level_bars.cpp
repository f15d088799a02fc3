// SPDX-License-Identifier: Apache-2.0
#include "report/level_bars.h"

#include <algorithm>
#include <ranges>

#include <fmt/format.h>

#include "report/drawing.h"

namespace cadran::report {

namespace {

constexpr double bars_width = 720;
constexpr double bars_row_height = 34;
constexpr double level_bar_height = 22;
constexpr double words_width = 130;
constexpr double number_width = 46;

// Darker the graver, so that prints in grey tell them apart too.
std::string_view look_of(model::Severity level) {
    switch (level) {
        case model::Severity::very_low:
            return R"(class="very-low" fill="#dcebec" stroke="#0f6674" stroke-width="1")";
        case model::Severity::low: return R"(class="low" fill="#9fcbd0" stroke="#0f6674" stroke-width="1")";
        case model::Severity::medium:
            return R"(class="medium" fill="#eccb84" stroke="#8a6414" stroke-width="1")";
        case model::Severity::high: return R"(class="high" fill="#c8643c" stroke="#8c3a1a" stroke-width="1")";
        case model::Severity::major: break;
    }
    return R"(class="major" fill="#7a2617" stroke="#7a2617" stroke-width="1")";
}

}  // namespace

std::string level_class(model::Severity level) {
    std::string name(model::severity_name(level));
    std::ranges::replace(name, ' ', '-');
    return name;
}

std::string level_bars(const std::map<model::Severity, std::int64_t>& counts,
                       const std::map<model::Severity, LocalText>& levels, const Catalogue& catalogue) {
    std::string description;
    std::int64_t most = 1;
    for (const model::Severity level : model::all_severities | std::views::reverse) {
        const Message part{"report.audit_level_count",
                           {{"level", levels.at(level)}, {"number", counts.at(level)}}};
        description += (description.empty() ? "" : ", ") + catalogue.text(part);
        most = std::max(most, counts.at(level));
    }
    Drawing drawing(bars_width, bars_row_height * static_cast<double>(model::all_severities.size()),
                    catalogue.text(Message{"report.audit_distribution"}), description);
    const double longest = bars_width - words_width - number_width;
    double top = 0;
    for (const model::Severity level : model::all_severities | std::views::reverse) {
        const double middle = top + bars_row_height / 2;
        const std::int64_t count = counts.at(level);
        const double length = longest * static_cast<double>(count) / static_cast<double>(most);
        drawing.text({words_width - 12, middle + 5}, Anchor::end, catalogue.text(levels.at(level)),
                     R"(class="words" fill="#14283c" font-size="14")");
        if (count > 0)
            drawing.rectangle({words_width, middle - level_bar_height / 2}, length, level_bar_height,
                              look_of(level));
        drawing.text({words_width + length + 9, middle + 5}, Anchor::start, catalogue.number(count),
                     R"(class="words" fill="#14283c" font-size="15" font-weight="700")");
        top += bars_row_height;
    }
    drawing.line({words_width, 0}, {words_width, top}, look::axis);
    return drawing.finish();
}

}  // namespace cadran::report
