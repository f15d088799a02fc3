// SPDX-License-Identifier: Apache-2.0
#include "web/figure_form.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array figure_form_labels{"web.record_figure",     "web.value_or_share", "web.figure",
                                        "web.numerator",         "web.denominator",    "web.comment",
                                        "web.comment_of_figure", "web.absent_figure"};

// As a form names it: `paid-in-five-days 2026-07`.
std::string name_of_figure(const std::string& indicator, const std::string& period) {
    return indicator + " " + period;
}

// Those that are over and that nobody has recorded, indicator by indicator.
Json::Array figures_to_record(const std::vector<app::IndicatorStanding>& standings, const Request& request,
                              const Catalogue& catalogue) {
    Json::Array figures;
    for (const app::IndicatorStanding& standing : standings) {
        if (!standing.may_record) continue;
        const std::string& indicator = standing.indicator.id;
        const std::string chosen = request.form.has("figure")
                                       ? request.form.get("figure")
                                       : name_of_figure(indicator, request.query.get("period"));
        for (const calendar::Period& period : standing.missing) {
            std::string title = report::period_words(period, catalogue);
            if (standings.size() > 1) title += " – " + catalogue.text(standing.indicator.title);
            figures.push_back(option(name_of_figure(indicator, period.text()), title, chosen));
        }
    }
    return figures;
}

// A whole number that may be left out.
std::optional<std::int64_t> count_field(const Request& request, std::string_view name, Diagnostics& faults) {
    const std::string text = typed_text(request, name);
    if (text.empty()) return {};
    const auto count = parse_integer(text);
    if (!count) faults.push_back({{}, {"web.not_a_count", {{"value", text}}}, {}});
    return count;
}

// `95,4` as people type it, or `95.4`.
std::optional<Decimal> decimal_field(const Request& request, std::string_view name, Diagnostics& faults) {
    std::string text = typed_text(request, name);
    if (text.empty()) return {};
    std::ranges::replace(text, ',', '.');
    const auto value = Decimal::parse(text);
    if (!value) faults.push_back({{}, {"web.not_a_number", {{"value", text}}}, {}});
    return value;
}

}  // namespace

std::string figure_form(const std::vector<app::IndicatorStanding>& standings, const std::string& action,
                        const Request& request, const app::Session& session) {
    const Json::Array figures = figures_to_record(standings, request, session.catalogue);
    if (figures.empty()) return {};
    const bool shares = std::ranges::any_of(standings, [](const app::IndicatorStanding& one) {
        return one.may_record && one.indicator.unit == model::Unit::percent;
    });
    const Message which{standings.size() > 1 ? "web.which_figure" : "web.period"};
    const Fields& given = request.form;
    return filled_template("figure_form",
                           Json::Object{{"absent", given.has("absent")},
                                        {"action", action},
                                        {"comment_text", given.get("comment")},
                                        {"denominator_text", given.get("denominator")},
                                        {"figures", figures},
                                        {"form_token", request.form_token},
                                        {"label", report::labels(figure_form_labels, session.catalogue)},
                                        {"numerator_text", given.get("numerator")},
                                        {"shares", shares},
                                        {"which", session.catalogue.text(which)},
                                        {"value_text", given.get("value")}});
}

Result<app::RecordIndicator> typed_figure(const Request& request, const std::string& process) {
    Diagnostics faults;
    const std::string chosen = request.form.get("figure");
    const auto space = chosen.find(' ');
    const auto period =
        space == std::string::npos ? std::nullopt : calendar::Period::parse(chosen.substr(space + 1));
    if (!period) faults.push_back({{}, {"web.choose_a_figure"}, {}});
    app::RecordIndicator command{.process = process,
                                 .indicator = chosen.substr(0, space),
                                 .period = period.value_or(calendar::Period()),
                                 .value = decimal_field(request, "value", faults),
                                 .numerator = count_field(request, "numerator", faults),
                                 .denominator = count_field(request, "denominator", faults),
                                 .absent = request.form.has("absent"),
                                 .comment = typed_text(request, "comment")};
    if (!faults.empty()) return invalid(std::move(faults));
    return command;
}

}  // namespace cadran::web
