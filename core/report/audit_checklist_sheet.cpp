// SPDX-License-Identifier: Apache-2.0
#include "report/audit_checklist_sheet.h"

#include <algorithm>

#include "format/xlsx_writer.h"

namespace cadran::report {

namespace {

using format::XlsxEntry;
using format::XlsxStyle;
using format::XlsxValue;
using model::AuditedItem;

constexpr std::size_t head_rows = 3;  // title, how to fill it in, headings

class ChecklistSheet {
  public:
    ChecklistSheet(const model::AuditDossier& dossier, const Catalogue& catalogue,
                   const std::filesystem::path& file)
        : dossier_(dossier),
          catalogue_(catalogue),
          writer_(file, title(), {.header = dossier.organisation + " – " + title(), .footer = made_on()}) {
        for (const model::Criterion& one : dossier.criteria)
            columns_.push_back({one.id, catalogue.text(one.title)});
        const bool has_questions =
            std::ranges::any_of(dossier.items, [](const AuditedItem& one) { return !one.item.is_piece; });
        if (has_questions)
            columns_.push_back({std::string(model::answer_criterion), words({"report.checklist_answer"})});
    }

    void write() {
        std::vector<double> widths{20, 14, 26, 40, 20, 12};
        widths.insert(widths.end(), columns_.size(), 14);
        widths.insert(widths.end(), {28, 34, 28});
        writer_.begin_sheet({.name = words({"report.checklist_sheet"}),
                             .widths = std::move(widths),
                             .frozen_rows = head_rows,
                             .is_protected = true});
        writer_.add_row({{title(), XlsxStyle::title}});
        writer_.add_row({{words({"report.checklist_how"}), XlsxStyle::line_note}});
        writer_.add_row(headings());
        for (const AuditedItem& one : dossier_.items) writer_.add_row(row(one));
        offer_verdicts();
        write_start();
        writer_.finish(words({"report.worklist_lists"}));
    }

  private:
    struct Column {
        std::string criterion;
        std::string title;
    };

    std::string words(const Message& message) const { return catalogue_.text(message); }

    std::string title() const {
        return words({"report.checklist_title",
                      {{"audit", model::audit_name(dossier_.audit)}, {"auditee", dossier_.auditee}}});
    }

    std::string made_on() const {
        const std::string day = words({"report.audit_as_of", {{"date", dossier_.date}}});
        return dossier_.simulated ? day + " – " + words({"report.simulation"}) : day;
    }

    std::vector<std::string> answer_titles() const {
        std::vector<std::string> titles;
        for (const Column& one : columns_) titles.push_back(one.title);
        for (const char* id : {"report.audit_method", "report.audit_result", "report.conclusion"})
            titles.push_back(words(Message{id}));
        return titles;
    }

    std::vector<XlsxEntry> headings() const {
        std::vector<XlsxEntry> row;
        for (const char* id : {"report.checklist_item", "report.checklist_domain", "report.checklist_what",
                               "report.audit_guidance", "report.audit_rule", "report.checklist_kind"})
            row.push_back({words(Message{id}), XlsxStyle::heading});
        for (const std::string& one : answer_titles()) row.push_back({one, XlsxStyle::heading});
        for (std::size_t i = 0; i < columns_.size(); ++i)
            row[row.size() - 3 - columns_.size() + i].comment = words({"report.checklist_verdict_comment"});
        row[row.size() - 3].comment = words({"report.checklist_method_comment"});
        row[row.size() - 2].comment = words({"report.checklist_result_comment"});
        row[row.size() - 1].comment = words({"report.checklist_conclusion_comment"});
        return row;
    }

    bool is_asked(const AuditedItem& one, const Column& column) const {
        return one.item.is_piece == (column.criterion != model::answer_criterion);
    }

    static std::string verdict_words(const AuditedItem& one, const Column& column,
                                     const Catalogue* catalogue) {
        if (!one.assessment) return {};
        const auto verdict = std::ranges::find(one.assessment->verdicts, column.criterion,
                                               &model::CriterionVerdict::criterion);
        if (verdict == one.assessment->verdicts.end()) return {};
        return catalogue == nullptr ? std::string(model::conformity_name(verdict->conformity))
                                    : catalogue->text(model::conformity_title(verdict->conformity));
    }

    static XlsxValue text(const std::string& value) { return value.empty() ? XlsxValue() : XlsxValue(value); }

    std::string kind(const AuditedItem& one) const {
        if (one.piece) return catalogue_.text(model::piece_state_title(one.piece->state));
        return words({one.item.is_piece ? "report.audit_piece" : "report.checklist_question"});
    }

    std::vector<XlsxEntry> row(const AuditedItem& one) const {
        const auto domain = std::ranges::find(dossier_.domains, one.item.domain, &model::ChecklistDomain::id);
        std::vector<XlsxEntry> row{
            {one.item.id, XlsxStyle::note},
            {domain == dossier_.domains.end() ? one.item.domain : catalogue_.text(domain->title)},
            {catalogue_.text(one.item.title)},
            {catalogue_.text(one.item.guidance)},
            {text(catalogue_.text(one.item.rule))},
            {kind(one)}};
        for (const Column& column : columns_) {
            if (is_asked(one, column))
                row.push_back({text(verdict_words(one, column, &catalogue_)), XlsxStyle::entry});
            else
                row.push_back({});
        }
        const model::Assessment said = one.assessment.value_or(model::Assessment{});
        for (const std::string* words : {&said.method, &said.result, &said.conclusion})
            row.push_back({text(*words), XlsxStyle::entry});
        return row;
    }

    // Over each run of rows that are asked for that verdict.
    void offer_verdicts() {
        std::vector<std::string> choices;
        for (const model::Conformity one : model::all_conformities)
            choices.push_back(catalogue_.text(model::conformity_title(one)));
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            for (std::size_t first = 0; first < dossier_.items.size();) {
                std::size_t end = first;
                while (end < dossier_.items.size() && is_asked(dossier_.items[end], columns_[i])) ++end;
                if (end > first)
                    writer_.offer(checklist_columns + i, static_cast<int>(head_rows + first + 1),
                                  static_cast<int>(head_rows + end), choices);
                first = std::max(end, first + 1);
            }
        }
    }

    void write_start() {
        writer_.begin_sheet({.name = words({"report.checklist_start"}),
                             .widths = {24, 30, 20, 20, 20, 20, 40, 40, 40},
                             .is_protected = true});
        const model::Audit& audit = dossier_.audit;
        const auto said = [](std::string_view name) { return XlsxEntry{std::string(name), XlsxStyle::note}; };
        writer_.add_row(
            {said(checklist_mark), {words({"report.checklist_start_explained"}), XlsxStyle::line_note}});
        writer_.add_row({said("audit"), {audit.number}});
        writer_.add_row({said("checklist"), {audit.checklist}});
        writer_.add_row({said("version"), {std::int64_t{audit.version}}});
        writer_.add_row({said("revision"), {std::int64_t{audit.revision}}});
        std::vector<XlsxEntry> titles{{words({"report.checklist_item"}), XlsxStyle::heading}};
        for (const std::string& one : answer_titles()) titles.push_back({one, XlsxStyle::heading});
        writer_.add_row(titles);
        std::vector<XlsxEntry> names{said("item")};
        for (const Column& one : columns_) names.push_back(said(one.criterion));
        for (const char* one : {"method", "result", "conclusion"}) names.push_back(said(one));
        writer_.add_row(names);
        for (const AuditedItem& one : dossier_.items) writer_.add_row(start_row(one));
    }

    std::vector<XlsxEntry> start_row(const AuditedItem& one) const {
        std::vector<XlsxEntry> row{{one.item.id}};
        for (const Column& column : columns_)
            row.push_back({is_asked(one, column) ? text(verdict_words(one, column, nullptr))
                                                 : XlsxValue(std::string(not_asked))});
        const model::Assessment said = one.assessment.value_or(model::Assessment{});
        for (const std::string* words : {&said.method, &said.result, &said.conclusion})
            row.push_back({text(*words)});
        return row;
    }

    const model::AuditDossier& dossier_;
    const Catalogue& catalogue_;
    format::XlsxWriter writer_;
    std::vector<Column> columns_;
};

}  // namespace

void write_audit_checklist(const model::AuditDossier& dossier, const Catalogue& catalogue,
                           const std::filesystem::path& file) {
    ChecklistSheet(dossier, catalogue, file).write();
}

}  // namespace cadran::report
