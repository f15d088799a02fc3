// SPDX-License-Identifier: Apache-2.0
#include "app/worklist_sheet.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>

#include "app/decision.h"
#include "app/rights.h"
#include "base/text.h"
#include "definition/table_file.h"
#include "report/worklist_sheet.h"
#include "store/finding_repository.h"

namespace cadran::app {

namespace {

using definition::Table;
using definition::TableCell;
using definition::TableRow;
using model::Verdict;
using report::WorklistColumn;

constexpr std::array decisions_on_files{Verdict::released, Verdict::refused, Verdict::corrected};

// Sheets come back in either language, whatever that of who imports them.
class Words {
  public:
    bool say(const Message& message, std::string_view text) const {
        return said(french_.text(message), text) || said(english_.text(message), text);
    }
    std::optional<Verdict> verdict(std::string_view text) const {
        for (const Verdict verdict : decisions_on_files) {
            const LocalText title = model::verdict_title(verdict);
            if (said(title.fr, text) || said(title.en, text)) return verdict;
        }
        return {};
    }
    std::optional<bool> answer(std::string_view text) const {
        for (const bool conforming : {true, false}) {
            if (say(report::answer(conforming), text)) return conforming;
        }
        return {};
    }

  private:
    static bool said(std::string_view word, std::string_view text) { return folded(word) == folded(text); }

    Catalogue french_{Language::french};
    Catalogue english_{Language::english};
};

// Where the columns of a sheet are.
struct Columns {
    std::size_t finding = 0;
    std::size_t decisions = 0;
    std::size_t verdict = 0;
    std::size_t reason = 0;
    std::vector<std::pair<std::size_t, std::string>> points;  // between verdict and reason
};

std::optional<Columns> columns_of(const TableRow& row, const Words& words) {
    const auto find = [&](WorklistColumn column) {
        const auto cell = std::ranges::find_if(row.cells, [&](const TableCell& heading) {
            return words.say(report::heading_of(column), heading.text);
        });
        return static_cast<std::size_t>(cell - row.cells.begin());
    };
    Columns columns{find(WorklistColumn::finding),
                    find(WorklistColumn::decisions),
                    find(WorklistColumn::verdict),
                    find(WorklistColumn::reason),
                    {}};
    const std::size_t width = row.cells.size();
    if (columns.finding >= width || columns.decisions >= width || columns.verdict >= width ||
        columns.reason >= width)
        return {};
    for (std::size_t i = columns.verdict + 1; i < columns.reason; ++i) {
        const std::string& heading = row.cells[i].text;
        columns.points.emplace_back(i, heading.substr(0, heading.find(':')));
    }
    return columns;
}

// One row that has a verdict.
struct FilledRow {
    Place place;
    Decide command;
    std::int64_t decisions = 0;  // that there were when it was exported
};

class SheetReading {
  public:
    void read(const Table& table) {
        if (table.rows.empty()) return;
        const auto columns = columns_of(table.rows.front(), words_);
        if (!columns) return fault(table.place, {"app.no_worklist_sheet"}, {"app.export_worklist"});
        for (const TableRow& row : table.rows | std::views::drop(1)) read_row(row, *columns);
    }

    Result<std::vector<FilledRow>> take() {
        if (!faults_.empty()) return invalid(std::move(faults_));
        return std::move(rows_);
    }

  private:
    void fault(const Place& place, Message what, Message hint) {
        faults_.push_back({place, std::move(what), std::move(hint)});
    }

    void read_row(const TableRow& row, const Columns& columns) {
        const TableCell verdict = row.at(columns.verdict);
        if (verdict.text.empty()) return expect_nothing(row, columns);
        FilledRow filled{verdict.place, {}, 0};
        filled.command.item = row.at(columns.finding).text;
        filled.command.reason = row.at(columns.reason).text;
        if (const auto given = words_.verdict(verdict.text))
            filled.command.verdict = *given;
        else
            fault(verdict.place, {"app.unknown_verdict", {{"verdict", verdict.text}}},
                  {"app.choose_from_list"});
        const TableCell decisions = row.at(columns.decisions);
        if (const auto number = parse_integer(decisions.text))
            filled.decisions = *number;
        else
            fault(decisions.place, {"app.locked_cell_changed"}, {"app.export_worklist"});
        for (const auto& [column, point] : columns.points) read_point(row.at(column), point, filled.command);
        if (!seen_.insert(filled.command.item).second)
            fault(row.at(columns.finding).place, {"app.finding_twice", {{"finding", filled.command.item}}},
                  {"app.keep_one_row"});
        rows_.push_back(std::move(filled));
    }

    void read_point(const TableCell& cell, const std::string& point, Decide& command) {
        if (cell.text.empty()) return;
        if (const auto conforming = words_.answer(cell.text))
            command.points.push_back({point, *conforming});
        else
            fault(cell.place, {"app.unknown_answer", {{"answer", cell.text}}}, {"app.choose_from_list"});
    }

    // Somebody began and forgot the verdict.
    void expect_nothing(const TableRow& row, const Columns& columns) {
        bool begun = !row.at(columns.reason).text.empty();
        for (const auto& [column, point] : columns.points) begun = begun || !row.at(column).text.empty();
        if (begun) fault(row.at(columns.verdict).place, {"app.verdict_missing"}, {"app.choose_from_list"});
    }

    Words words_;
    Diagnostics faults_;
    std::vector<FilledRow> rows_;
    std::set<std::string> seen_;
};

// Whether the actor decided in just that way already.
bool is_same(const model::Decision& decision, const FilledRow& row, const Session& session) {
    if (decision.by != session.actor.name || decision.verdict != row.command.verdict ||
        folded(decision.reason) != folded(row.command.reason) ||
        decision.points.size() != row.command.points.size())
        return false;
    return std::ranges::all_of(row.command.points, [&](const model::PointVerdict& given) {
        return std::ranges::any_of(decision.points, [&](const model::PointVerdict& known) {
            return known.point == given.point && known.conforming == given.conforming;
        });
    });
}

// Decides on one row; a fault of what was filled in goes to `faults`.
ImportedRow decide_row(store::UnitOfWork& work, Session& session, JudgingControls& controls,
                       const FilledRow& row, Diagnostics& faults) {
    using enum ImportedRow::Result;
    ImportedRow done{row.place, row.command.item, decided, {}};
    const auto before =
        store::FindingRepository(work.database(), store::Sight::common()).decisions(row.command.item);
    if (std::ssize(before) != row.decisions) {
        const bool same = std::ssize(before) == row.decisions + 1 && is_same(before.back(), row, session);
        done.result = same ? already_decided : conflict;
        if (!same)
            done.why = {{row.place,
                         {"app.changed_meanwhile", {{"finding", row.command.item}}},
                         Message{"app.export_again"}}};
        return done;
    }
    const auto item = decide_within(work, session, controls, row.command);
    if (item) return done;
    Diagnostics why = item.error().diagnostics;
    for (Diagnostic& diagnostic : why) diagnostic.place = row.place;
    switch (item.error().kind) {
        case Failure::Kind::conflict: done.result = conflict; break;
        case Failure::Kind::refused: done.result = refused; break;
        default: faults.insert(faults.end(), why.begin(), why.end());
    }
    done.why = std::move(why);
    return done;
}

report::WorklistRow sheet_row(const WorkItem& item) {
    return {item.finding.id,
            item.finding.subjects.front().key,
            item.finding.event_date,
            item.finding.handler,
            item.due,
            item.message,
            std::ssize(item.decisions)};
}

}  // namespace

Result<std::int64_t> export_worklist(Session& session, const WorklistFilter& filter,
                                     const std::filesystem::path& file) {
    WorklistFilter open = filter;
    open.state = model::FindingState::open;
    const auto items = list_worklist(session, open);
    if (!items) return tl::unexpected(items.error());
    if (items->empty()) return not_found({"app.nothing_to_check"}, Message{"app.see_the_worklist"});
    if (std::filesystem::exists(file))
        return conflict({"app.template_exists", {{"file", file.string()}}},
                        Message{"app.choose_another_name"});
    std::map<std::pair<std::string, int>, report::WorklistSheet> sheets;
    for (const WorkItem& item : *items) {
        report::WorklistSheet& sheet = sheets[{item.finding.control.id, item.finding.control.version}];
        sheet.control = item.finding.control.id;
        sheet.version = item.finding.control.version;
        sheet.verify = item.verify;
        sheet.rows.push_back(sheet_row(item));
    }
    std::vector<report::WorklistSheet> sorted;
    for (auto& [version, sheet] : sheets) sorted.push_back(std::move(sheet));
    report::write_worklist(sorted, session.catalogue, file);
    return std::ssize(*items);
}

Result<std::vector<ImportedRow>> import_worklist(Session& session, const std::filesystem::path& file) {
    if (const Done may = authorise(session, UseCase::decide); !may) return tl::unexpected(may.error());
    const auto tables = definition::read_tables(file);
    if (!tables) return tl::unexpected(tables.error());
    SheetReading reading;
    for (const Table& table : *tables) reading.read(table);
    const auto rows = reading.take();
    if (!rows) return tl::unexpected(rows.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    JudgingControls controls(session.workspace);
    std::vector<ImportedRow> done;
    Diagnostics faults;
    for (const FilledRow& row : *rows) done.push_back(decide_row(work, session, controls, row, faults));
    if (!faults.empty()) return invalid(std::move(faults));
    work.commit();
    return done;
}

}  // namespace cadran::app
