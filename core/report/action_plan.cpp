// SPDX-License-Identifier: Apache-2.0
#include "report/action_plan.h"

#include <fmt/ranges.h>

#include "report/spreadsheet_words.h"

namespace cadran::report {

namespace {

using format::XlsxStyle;
using format::XlsxValue;
using model::Action;

XlsxValue text(const std::string& value) {
    return value.empty() ? XlsxValue() : XlsxValue(value);
}

// The last word on it.
const std::string& comment_on(const Action& action) {
    if (action.cancelled) return action.cancelled->reason;
    return action.judged ? action.judged->comment : action.comment;
}

// One column of the plan: its key, its heading, its width in characters, and what stands in it.
struct Column {
    const char* key;
    Message heading;
    double width;
    RegisterCell (*cell)(const Action& action, Date today, const Catalogue& catalogue);
};

RegisterCell words(const Catalogue& catalogue, const LocalText& title, std::string_view name) {
    return register_cell(catalogue.text(title), name);
}

const std::vector<Column>& columns() {
    static const std::vector<Column> all{
        {"process",
         {"report.plan_process"},
         22,
         [](const Action& a, Date, const auto&) { return register_cell({text(a.process)}); }},
        {"reference",
         {"report.plan_reference"},
         12,
         [](const Action& a, Date, const auto&) { return register_cell({text(model::action_name(a))}); }},
        {"action",
         {"report.plan_action"},
         50,
         [](const Action& a, Date, const auto&) { return register_cell({text(a.text)}); }},
        {"origin",
         {"report.plan_origin"},
         16,
         [](const Action& a, Date, const Catalogue& c) {
             return words(c, model::action_origin_title(a.origin), model::action_origin_name(a.origin));
         }},
        {"source",
         {"report.plan_source"},
         18,
         [](const Action& a, Date, const auto&) { return register_cell({text(a.source)}); }},
        {"level",
         {"report.plan_level"},
         14,
         [](const Action& a, Date, const Catalogue& c) {
             return words(c, model::action_level_title(a.level), model::action_level_name(a.level));
         }},
        {"kind",
         {"report.plan_kind"},
         18,
         [](const Action& a, Date, const Catalogue& c) {
             return words(c, model::action_kind_title(a.kind), model::action_kind_name(a.kind));
         }},
        {"causes",
         {"report.plan_causes"},
         40,
         [](const Action& a, Date, const auto&) {
             return register_cell({text(fmt::format("{}", fmt::join(a.causes, " → ")))});
         }},
        {"owner",
         {"report.plan_owner"},
         20,
         [](const Action& a, Date, const auto&) { return register_cell({text(a.owner)}); }},
        {"due",
         {"report.plan_due"},
         12,
         [](const Action& a, Date, const Catalogue& c) { return register_cell(date_entry(a.due, c)); }},
        {"progress",
         {"report.plan_progress"},
         12,
         [](const Action& a, Date, const auto&) { return register_cell({std::int64_t{a.progress}}); }},
        {"state",
         {"report.plan_state"},
         18,
         [](const Action& a, Date, const Catalogue& c) {
             return words(c, model::action_state_title(a.state), model::action_state_name(a.state));
         }},
        {"overdue",
         {"report.plan_overdue"},
         10,
         [](const Action& a, Date today, const auto&) {
             const bool overdue = a.is_overdue(today);
             return register_cell({overdue, overdue ? XlsxStyle::bad : XlsxStyle::plain});
         }},
        {"indicator",
         {"report.plan_indicator"},
         24,
         [](const Action& a, Date, const auto&) { return register_cell({text(a.effectiveness.indicator)}); }},
        {"criterion",
         {"report.plan_criterion"},
         40,
         [](const Action& a, Date, const auto&) { return register_cell({text(a.effectiveness.criterion)}); }},
        {"judged_on",
         {"report.plan_judged_on"},
         16,
         [](const Action& a, Date, const Catalogue& c) {
             return register_cell(date_entry(a.effectiveness.on, c));
         }},
        {"comment",
         {"report.plan_comment"},
         40,
         [](const Action& a, Date, const auto&) { return register_cell({text(comment_on(a))}); }},
    };
    return all;
}

}  // namespace

Register action_register(const std::vector<Action>& actions, Date today, const Catalogue& catalogue) {
    Register entries{.kind = RegisterKind::actions, .on = today};
    for (const Column& column : columns())
        entries.columns.push_back({column.key, column.heading, column.width});
    for (const Action& action : actions) {
        auto& row = entries.rows.emplace_back();
        for (const Column& column : columns()) row.push_back(column.cell(action, today, catalogue));
    }
    return entries;
}

}  // namespace cadran::report
