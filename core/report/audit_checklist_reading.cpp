// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/text.h"
#include "format/xlsx_reader.h"
#include "report/audit_checklist_sheet.h"

namespace cadran::report {

namespace {

using format::XlsxCell;
using format::XlsxRow;

constexpr std::size_t greatest_rows = 10'000;
constexpr std::size_t answers_behind_criteria = 3;  // method, result, conclusion

std::string text_at(const XlsxRow& row, std::size_t column) {
    const XlsxCell* cell = row.find(column);
    return cell == nullptr ? std::string() : std::string(trimmed(cell->text));
}

// The rows of a sheet, and how its cells are called.
struct Page {
    std::string name;  // `grille.xlsx, Grille!`
    std::vector<XlsxRow> rows;

    Place place(std::size_t column, int row) const { return {name + format::cell_name(column, row)}; }
};

// What the sheet of the start says.
struct Start {
    AuditSheetAnswers answers;
    std::vector<std::string> titles;  // of the columns to fill in
    std::vector<std::string> names;   // likewise: criteria, then method, result, conclusion
};

class ChecklistReading {
  public:
    explicit ChecklistReading(std::string file) : file_(std::move(file)) {}

    Result<AuditSheetAnswers> read(format::XlsxReader& reader) {
        std::vector<Page> pages;
        for (std::size_t i = 0; i < reader.sheets().size(); ++i) {
            if (reader.sheets()[i].hidden) continue;
            pages.push_back({file_ + ", " + reader.sheets()[i].name + "!", {}});
            const Done done = reader.read(i, [&](const XlsxRow& row) {
                pages.back().rows.push_back(row);
                return pages.back().rows.size() < greatest_rows;
            });
            if (!done) return tl::unexpected(done.error());
        }
        const auto start = std::ranges::find_if(pages, is_start);
        if (start == pages.end() || !read_start(*start) || !faults_.empty()) return not_a_checklist();
        const Page* filled = nullptr;
        for (const Page& page : pages) {
            if (&page != &*start && find_columns(page)) filled = &page;
        }
        if (filled == nullptr) return not_a_checklist();
        for (const XlsxRow& row : filled->rows) {
            if (row.number > heading_) read_row(*filled, row);
        }
        for (const AnsweredItem& one : start_.answers.items) {
            if (!seen_.contains(one.item))
                fault({filled->name}, {"report.checklist_item_missing", {{"item", one.item}}});
        }
        if (!faults_.empty()) return invalid(std::move(faults_));
        return std::move(start_.answers);
    }

  private:
    static bool is_start(const Page& page) {
        return !page.rows.empty() && text_at(page.rows.front(), 0) == checklist_mark;
    }

    void fault(Place place, Message what) {
        faults_.push_back({std::move(place), std::move(what), Message{"report.checklist_export_again"}});
    }

    Result<AuditSheetAnswers> not_a_checklist() {
        if (faults_.empty()) fault({file_}, {"report.not_a_checklist"});
        return invalid(std::move(faults_));
    }

    bool read_start(const Page& page) {
        if (page.rows.size() < 7) return false;
        AuditSheetAnswers& answers = start_.answers;
        answers.audit = number(page, 1, "audit");
        answers.checklist = text_at(page.rows[2], 1);
        answers.version = static_cast<int>(number(page, 3, "version"));
        answers.revision = static_cast<int>(number(page, 4, "revision"));
        for (const XlsxCell& cell : page.rows[6].cells) {
            if (cell.column == 0) continue;
            start_.titles.push_back(text_at(page.rows[5], cell.column));
            start_.names.push_back(cell.text);
        }
        if (start_.names.size() < answers_behind_criteria) return false;
        item_title_ = text_at(page.rows[5], 0);
        for (std::size_t i = 7; i < page.rows.size(); ++i) read_start_row(page, page.rows[i]);
        return !answers.items.empty();
    }

    std::int64_t number(const Page& page, std::size_t row, std::string_view name) {
        const auto value = parse_integer(text_at(page.rows[row], 1));
        if (text_at(page.rows[row], 0) == name && value && *value <= 1'000'000'000) return *value;
        fault(page.place(1, page.rows[row].number), {"report.checklist_locked"});
        return 0;
    }

    void read_start_row(const Page& page, const XlsxRow& row) {
        AnsweredItem one{.item = text_at(row, 0), .says = {}, .started_from = {}};
        one.says.item = one.started_from.item = one.item;
        for (std::size_t i = 0; i < start_.names.size(); ++i) {
            const std::string said = text_at(row, i + 1);
            if (said.empty()) continue;
            if (std::string* words = words_of(one.started_from, i); words != nullptr)
                *words = said;
            else if (said == not_asked)
                unasked_.insert({one.item, i});
            else if (const auto verdict = model::parse_conformity(said))
                one.started_from.verdicts.push_back({start_.names[i], *verdict});
            else
                fault(page.place(i + 1, row.number), {"report.checklist_locked"});
        }
        start_.answers.items.push_back(std::move(one));
    }

    // Method, result or conclusion; none of a criterion.
    std::string* words_of(model::Assessment& assessment, std::size_t column) const {
        const std::size_t behind = start_.names.size() - column;
        if (behind == 3) return &assessment.method;
        if (behind == 2) return &assessment.result;
        return behind == 1 ? &assessment.conclusion : nullptr;
    }

    // The row of headings, and where the columns stand that are filled in: behind the others, in their order.
    bool find_columns(const Page& page) {
        const auto headings = std::ranges::find_if(
            page.rows, [&](const XlsxRow& row) { return folded(text_at(row, 0)) == folded(item_title_); });
        if (headings == page.rows.end()) return false;
        heading_ = headings->number;
        columns_.clear();
        std::size_t from = checklist_columns;
        for (const std::string& title : start_.titles) {
            const auto cell = std::ranges::find_if(headings->cells, [&](const XlsxCell& one) {
                return one.column >= from && folded(one.text) == folded(title);
            });
            if (cell == headings->cells.end()) {
                fault({page.name + format::cell_name(from, heading_)},
                      {"report.checklist_column_missing", {{"column", title}}});
                return false;
            }
            columns_.push_back(cell->column);
            from = cell->column + 1;
        }
        return true;
    }

    void read_row(const Page& page, const XlsxRow& row) {
        const std::string id = text_at(row, 0);
        const Place place = page.place(0, row.number);
        const auto known = std::ranges::find(start_.answers.items, id, &AnsweredItem::item);
        if (known == start_.answers.items.end()) {
            const bool is_blank = std::ranges::all_of(
                row.cells, [](const XlsxCell& cell) { return trimmed(cell.text).empty(); });
            if (!is_blank) fault(place, {"report.checklist_unknown_item", {{"item", id}}});
            return;
        }
        if (!seen_.insert(id).second) return fault(place, {"report.checklist_item_twice", {{"item", id}}});
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const std::string said = text_at(row, columns_[i]);
            if (said.empty()) continue;
            if (unasked_.contains({id, i})) {
                fault(page.place(columns_[i], row.number), {"report.checklist_locked"});
                continue;
            }
            if (std::string* words = words_of(known->says, i); words != nullptr)
                *words = said;
            else if (const auto verdict = conformity_in(said))
                known->says.verdicts.push_back({start_.names[i], *verdict});
            else
                faults_.push_back({page.place(columns_[i], row.number),
                                   {"report.checklist_unknown_verdict", {{"verdict", said}}},
                                   Message{"report.checklist_choose"}});
        }
    }

    std::string file_;
    Start start_;
    std::string item_title_;
    std::vector<std::size_t> columns_;  // as start_.names
    int heading_ = 0;
    std::set<std::pair<std::string, std::size_t>> unasked_;  // item and column of start_.names
    std::set<std::string> seen_;
    Diagnostics faults_;
};

}  // namespace

std::optional<model::Conformity> conformity_in(std::string_view text) {
    for (const model::Conformity one : model::all_conformities) {
        const LocalText title = model::conformity_title(one);
        if (text == model::conformity_name(one) || folded(text) == folded(title.fr) ||
            folded(text) == folded(title.en))
            return one;
    }
    return {};
}

Result<AuditSheetAnswers> read_audit_checklist(const std::filesystem::path& file) {
    auto reader = format::XlsxReader::open(file);
    if (!reader) return tl::unexpected(std::move(reader.error()));
    return ChecklistReading(file.filename().string()).read(*reader);
}

}  // namespace cadran::report
