// SPDX-License-Identifier: Apache-2.0
#include "report/action_plan.h"

#include <fmt/ranges.h>

#include "format/xlsx_writer.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;
using format::XlsxValue;
using model::Action;

XlsxValue text(const std::string& value) {
    return value.empty() ? XlsxValue() : XlsxValue(value);
}

XlsxValue date(const std::optional<Date>& value) {
    return value ? XlsxValue(*value) : XlsxValue();
}

// The last word on it.
const std::string& comment_on(const Action& action) {
    if (action.cancelled) return action.cancelled->reason;
    return action.judged ? action.judged->comment : action.comment;
}

// One column of the plan: its heading, its width in characters, and what stands in it.
struct Column {
    Message heading;
    double width;
    XlsxValue (*value)(const Action& action, Date today, const Catalogue& catalogue);
};

const std::vector<Column>& columns() {
    static const std::vector<Column> all{
        {{"report.plan_process"}, 22, [](const Action& a, Date, const auto&) { return text(a.process); }},
        {{"report.plan_reference"},
         12,
         [](const Action& a, Date, const auto&) { return text(model::action_name(a)); }},
        {{"report.plan_action"}, 50, [](const Action& a, Date, const auto&) { return text(a.text); }},
        {{"report.plan_origin"},
         16,
         [](const Action& a, Date, const Catalogue& c) {
             return text(c.text(model::action_origin_title(a.origin)));
         }},
        {{"report.plan_source"}, 18, [](const Action& a, Date, const auto&) { return text(a.source); }},
        {{"report.plan_level"},
         14,
         [](const Action& a, Date, const Catalogue& c) {
             return text(c.text(model::action_level_title(a.level)));
         }},
        {{"report.plan_kind"},
         18,
         [](const Action& a, Date, const Catalogue& c) {
             return text(c.text(model::action_kind_title(a.kind)));
         }},
        {{"report.plan_causes"},
         40,
         [](const Action& a, Date, const auto&) {
             return text(fmt::format("{}", fmt::join(a.causes, " → ")));
         }},
        {{"report.plan_owner"}, 20, [](const Action& a, Date, const auto&) { return text(a.owner); }},
        {{"report.plan_due"}, 12, [](const Action& a, Date, const auto&) { return date(a.due); }},
        {{"report.plan_progress"},
         12,
         [](const Action& a, Date, const auto&) { return XlsxValue(std::int64_t{a.progress}); }},
        {{"report.plan_state"},
         18,
         [](const Action& a, Date, const Catalogue& c) {
             return text(c.text(model::action_state_title(a.state)));
         }},
        {{"report.plan_overdue"},
         10,
         [](const Action& a, Date today, const auto&) { return XlsxValue(a.is_overdue(today)); }},
        {{"report.plan_indicator"},
         24,
         [](const Action& a, Date, const auto&) { return text(a.effectiveness.indicator); }},
        {{"report.plan_criterion"},
         40,
         [](const Action& a, Date, const auto&) { return text(a.effectiveness.criterion); }},
        {{"report.plan_judged_on"},
         16,
         [](const Action& a, Date, const auto&) { return date(a.effectiveness.on); }},
        {{"report.plan_comment"}, 40, [](const Action& a, Date, const auto&) { return text(comment_on(a)); }},
    };
    return all;
}

}  // namespace

void write_action_plan(const std::vector<model::Action>& actions, Date today, const Catalogue& catalogue,
                       const std::filesystem::path& file) {
    const std::string title = catalogue.text(Message{"report.plan_title"});
    format::XlsxWriter writer(file, title);
    format::XlsxLayout layout{.name = title, .frozen_rows = 1, .filter = true};
    std::vector<XlsxEntry> headings;
    for (const Column& column : columns()) {
        layout.widths.push_back(column.width);
        headings.push_back({catalogue.text(column.heading), XlsxStyle::heading});
    }
    writer.begin_sheet(layout);
    writer.add_row(headings);
    for (const Action& action : actions) {
        std::vector<XlsxEntry> row;
        for (const Column& column : columns()) row.push_back({column.value(action, today, catalogue)});
        writer.add_row(row);
    }
    writer.finish(title);
}

}  // namespace cadran::report
