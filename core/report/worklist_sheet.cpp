// SPDX-License-Identifier: Apache-2.0
#include "report/worklist_sheet.h"

#include <set>

#include "format/xlsx_writer.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;
using format::XlsxValue;

constexpr std::size_t longest_sheet_name = 31;  // of a sheet

// `over-threshold v2`; unlike those before it.
std::string sheet_name(const WorklistSheet& sheet, std::set<std::string>& taken) {
    const std::string control = sheet.control.substr(sheet.control.find('/') + 1);
    for (int number = 1;; ++number) {
        const std::string end = number == 1 ? fmt::format(" v{}", sheet.version)
                                            : fmt::format(" v{} ({})", sheet.version, number);
        const std::string name = control.substr(0, longest_sheet_name - end.size()) + end;
        if (taken.insert(name).second) return name;
    }
}

std::vector<XlsxEntry> headings(const WorklistSheet& sheet, const Catalogue& catalogue) {
    std::vector<XlsxEntry> row;
    const auto add = [&](WorklistColumn column) {
        row.push_back({catalogue.text(heading_of(column)), XlsxStyle::heading});
    };
    for (const WorklistColumn column :
         {WorklistColumn::finding, WorklistColumn::record, WorklistColumn::event_date,
          WorklistColumn::handler, WorklistColumn::due, WorklistColumn::message, WorklistColumn::decisions,
          WorklistColumn::verdict})
        add(column);
    for (const model::VerificationPoint& point : sheet.verify)
        row.push_back({point.id + ": " + catalogue.text(point.text), XlsxStyle::heading});
    add(WorklistColumn::reason);
    return row;
}

std::vector<XlsxEntry> entries(const WorklistRow& row, std::size_t points) {
    std::vector<XlsxEntry> cells{{row.finding},
                                 {row.record},
                                 {row.event_date},
                                 {row.handler},
                                 {row.due ? XlsxValue(*row.due) : XlsxValue()},
                                 {row.message},
                                 {row.decisions, XlsxStyle::note}};
    for (std::size_t i = 0; i < points + 2; ++i) cells.push_back({{}, XlsxStyle::entry});
    return cells;
}

}  // namespace

Message heading_of(WorklistColumn column) {
    switch (column) {
        case WorklistColumn::finding: return {"report.worklist_finding"};
        case WorklistColumn::record: return {"report.worklist_record"};
        case WorklistColumn::event_date: return {"report.worklist_date"};
        case WorklistColumn::handler: return {"report.worklist_handler"};
        case WorklistColumn::due: return {"report.worklist_due"};
        case WorklistColumn::message: return {"report.worklist_message"};
        case WorklistColumn::decisions: return {"report.worklist_decisions"};
        case WorklistColumn::verdict: return {"report.worklist_verdict"};
        case WorklistColumn::reason: break;
    }
    return {"report.worklist_reason"};
}

Message answer(bool conforming) {
    if (conforming) return {"report.conforming"};
    return {"report.not_conforming"};
}

void write_worklist(const std::vector<WorklistSheet>& sheets, const Catalogue& catalogue,
                    const std::filesystem::path& file) {
    format::XlsxWriter writer(file, catalogue.text(Message{"report.worklist_title"}));
    std::set<std::string> names;
    std::vector<std::string> verdicts;
    for (const model::Verdict verdict :
         {model::Verdict::released, model::Verdict::refused, model::Verdict::corrected})
        verdicts.push_back(catalogue.text(model::verdict_title(verdict)));
    const std::vector<std::string> answers{catalogue.text(answer(true)), catalogue.text(answer(false))};
    for (const WorklistSheet& sheet : sheets) {
        std::vector<double> widths{20, 16, 12, 14, 12, 60, 10, 16};
        widths.insert(widths.end(), sheet.verify.size(), 18);
        widths.push_back(40);
        writer.begin_sheet({.name = sheet_name(sheet, names),
                            .widths = std::move(widths),
                            .frozen_rows = 1,
                            .is_protected = true});
        writer.add_row(headings(sheet, catalogue));
        for (const WorklistRow& row : sheet.rows) writer.add_row(entries(row, sheet.verify.size()));
        const int last = static_cast<int>(sheet.rows.size()) + 1;
        constexpr auto verdict = static_cast<std::size_t>(WorklistColumn::verdict);
        writer.offer(verdict, 2, last, verdicts);
        for (std::size_t point = 0; point < sheet.verify.size(); ++point)
            writer.offer(verdict + 1 + point, 2, last, answers);
    }
    writer.finish(catalogue.text(Message{"report.worklist_lists"}));
}

}  // namespace cadran::report
