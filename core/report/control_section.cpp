// SPDX-License-Identifier: Apache-2.0
#include "report/control_section.h"

#include "report/decision_bar.h"

namespace cadran::report {

namespace {

Json count(std::string name, std::int64_t value, const Catalogue& catalogue) {
    return Json::Object{{"count", catalogue.number(value)}, {"name", std::move(name)}};
}

Json::Array counts(const model::ControlResult& totals, const Catalogue& catalogue) {
    return {
        count(catalogue.text(Message{"report.population"}), totals.population, catalogue),
        count(catalogue.text(Message{"report.selected"}), totals.selected, catalogue),
        count(catalogue.text(Message{"report.passed"}), totals.passed, catalogue),
        count(catalogue.text(Message{"report.failed"}), totals.failed, catalogue),
        count(catalogue.text(Message{"report.fresh"}), totals.fresh, catalogue),
        count(catalogue.text(Message{"report.errors"}), totals.errors, catalogue),
        count(catalogue.text(Message{"report.not_applicable"}), totals.not_applicable, catalogue),
        count(catalogue.text(Message{"report.not_checked"}), totals.not_checked, catalogue),
    };
}

// What keeps the figures from being the whole truth, and what to do about it.
Json::Array warnings(const model::ControlSummary& summary, const Catalogue& catalogue) {
    const model::ControlResult& totals = summary.totals;
    Json::Array lines;
    if (!has_run(summary)) lines.push_back(catalogue.text(Message{"report.control_not_run"}));
    if (totals.errors > 0)
        lines.push_back(catalogue.text(Message{"report.control_errors", {{"count", totals.errors}}}));
    if (totals.not_checked > 0) {
        lines.push_back(
            catalogue.text(Message{"report.control_not_checked", {{"count", totals.not_checked}}}));
    }
    if (summary.open > 0)
        lines.push_back(catalogue.text(Message{"report.control_open", {{"count", summary.open}}}));
    return lines;
}

Json::Array decisions(const std::vector<DecisionShare>& shares, std::int64_t total,
                      const Catalogue& catalogue) {
    Json::Array rows;
    for (const DecisionShare& share : shares) {
        rows.push_back(Json::Object{
            {"count", catalogue.number(share.count)},
            {"name", share.name},
            {"share", total == 0 ? "" : catalogue.percent(Decimal::ratio(share.count * 100, total, 1))},
            {"title", share.title},
        });
    }
    return rows;
}

Json::Array origins(const model::ControlSummary& summary, const Catalogue& catalogue) {
    const model::ControlVersion& version = summary.totals.control;
    if (!has_run(summary))
        return {catalogue.text(Message{"report.control_named", {{"control", summary.control}}})};
    Json::Array lines{catalogue.text(Message{"report.controlled_with",
                                             {{"control", version.id},
                                              {"version", std::int64_t{version.version}},
                                              {"hash", version.hash.hex()}}})};
    for (const auto& [name, value] : summary.totals.parameters) {
        lines.push_back(catalogue.text(Message{"report.parameter", {{"parameter", name}, {"value", value}}}));
    }
    return lines;
}

std::string sentence(const model::ControlSummary& summary, const Catalogue& catalogue) {
    if (!has_run(summary))
        return catalogue.text(Message{"report.control_without_run", {{"control", summary.title}}});
    std::string flagged;
    if (summary.dismissed + summary.confirmed > 0)
        flagged = " " + catalogue.text(
                            Message{"report.flagged_result",
                                    {{"confirmed", summary.confirmed}, {"dismissed", summary.dismissed}}});
    return catalogue.text(Message{"report.control_result",
                                  {{"control", summary.title},
                                   {"count", summary.findings()},
                                   {"population", summary.totals.population},
                                   {"released", summary.released},
                                   {"refused", summary.refused},
                                   {"corrected", summary.corrected},
                                   {"open", summary.open}}}) +
           flagged;
}

}  // namespace

bool has_run(const model::ControlSummary& summary) {
    return summary.totals.control.version > 0;
}

Json control_section(const model::ControlSummary& summary, const Catalogue& catalogue) {
    const std::int64_t found = summary.findings();
    return Json::Object{
        {"bar", found > 0 ? decision_bar(summary, catalogue) : ""},
        {"counts", counts(summary.totals, catalogue)},
        {"decisions", decisions(decision_shares(summary, catalogue), found, catalogue)},
        {"found", found > 0},
        {"has_run", has_run(summary)},
        {"origins", origins(summary, catalogue)},
        {"population", catalogue.text(summary.population)},
        {"sentence", sentence(summary, catalogue)},
        {"title", catalogue.text(summary.title)},
        {"warnings", warnings(summary, catalogue)},
    };
}

}  // namespace cadran::report
