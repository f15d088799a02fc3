// SPDX-License-Identifier: Apache-2.0
#include "app/worklist_sheet.h"

#include <functional>
#include <map>

#include <boost/test/unit_test.hpp>

#include "app/decision.h"
#include "app/journal.h"
#include "app/reservation.h"
#include "app/sample_workspace.h"
#include "definition/table_file.h"
#include "format/xlsx_writer.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::Verdict;
using Outcome = ImportedRow::Result;

// What somebody writes behind a file: the verdict, the four points, the reason.
struct Filled {
    std::string verdict;
    std::string points;  // `+++-`, or empty
    std::string reason = {};
};

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims.csv", july_claims);
        run();
    }
    Session luc = as("luc.moreau");
    Session nadia = as("nadia.belkacem");

    std::filesystem::path exported(const char* name = "out.xlsx") {
        BOOST_REQUIRE_EQUAL(told(export_worklist(luc, {}, root() / name)), "done");
        return root() / name;
    }

    // The exported sheet as somebody filled it in, by record; the headings may be changed.
    std::filesystem::path fill(const std::filesystem::path& out, const std::map<std::string, Filled>& filled,
                               const std::function<void(std::vector<std::string>&)>& change = {}) {
        const auto place = root() / fmt::format("filled-{}.xlsx", ++files_);
        format::XlsxWriter writer(place, "t");
        const auto tables = definition::read_tables(out).value();
        for (const definition::Table& table : tables) {
            writer.begin_sheet({.name = table.name});
            for (const definition::TableRow& row : table.rows) {
                std::vector<std::string> cells;
                for (std::size_t i = 0; i < 13; ++i) cells.push_back(row.at(i).text);
                if (const auto entry = filled.find(cells[1]); entry != filled.end()) {
                    cells[7] = entry->second.verdict;
                    for (std::size_t i = 0; i < entry->second.points.size(); ++i)
                        cells[8 + i] = entry->second.points[i] == '+' ? "conforme" : "non conforme";
                    cells[12] = entry->second.reason;
                }
                if (change) change(cells);
                std::vector<format::XlsxEntry> entries;
                for (std::string& cell : cells) entries.push_back({std::move(cell)});
                writer.add_row(entries);
            }
        }
        writer.finish("Listes");
        return place;
    }

    Verdict verdict(const std::string& key) { return show_work_item(luc, key)->decisions.back().verdict; }
    std::size_t open() { return list_worklist(luc, {.state = model::FindingState::open})->size(); }

  private:
    int files_ = 0;
};

std::vector<Outcome> outcomes(const std::vector<ImportedRow>& rows) {
    std::vector<Outcome> outcomes;
    for (const ImportedRow& row : rows) outcomes.push_back(row.result);
    return outcomes;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(worklist_sheet, Example)

BOOST_AUTO_TEST_CASE(shows_each_open_file_with_what_is_to_be_filled_in) {
    decide("luc.moreau", "P3", Verdict::refused);
    const auto tables = definition::read_tables(exported()).value();
    BOOST_REQUIRE_EQUAL(tables.size(), 1u);
    BOOST_TEST(tables[0].name == "over-threshold v1");
    BOOST_REQUIRE_EQUAL(tables[0].rows.size(), 4u);
    BOOST_TEST(tables[0].rows[0].at(7).text == "verdict");
    BOOST_TEST(tables[0].rows[0].at(8).text.starts_with("identity: "));
    BOOST_TEST(tables[0].rows[1].at(1).text == "P1");
    BOOST_TEST(tables[0].rows[1].at(2).text == "2026-07-15");
    BOOST_TEST(tables[0].rows[1].at(6).text == "0");
    BOOST_TEST(told(export_worklist(luc, {}, root() / "out.xlsx")) == "conflict: app.template_exists");
}

BOOST_AUTO_TEST_CASE(decides_on_the_rows_that_have_a_verdict) {
    const auto rows = import_worklist(luc, fill(exported(), {{"P1", {"bon à payer", "++++"}},
                                                             {"P2", {"Refused", "++-", "illisible"}},
                                                             {"P4", {"corrigé", "", "montant"}}}));
    BOOST_REQUIRE_EQUAL(told(rows), "done");
    BOOST_TEST(rows->size() == 3u);
    BOOST_CHECK(verdict("P1") == Verdict::released);
    BOOST_CHECK(verdict("P2") == Verdict::refused);
    BOOST_TEST(show_work_item(luc, "P2")->decisions.back().points.size() == 3u);
    BOOST_CHECK(verdict("P4") == Verdict::corrected);
    BOOST_TEST(open() == 1u);
    Session sophie = as("sophie.garnier");
    BOOST_TEST(verify_journal(sophie)->faults.empty());
}

BOOST_AUTO_TEST_CASE(imported_twice_says_that_it_is_decided_already) {
    const auto filled = fill(exported(), {{"P1", {"bon à payer", "++++"}}, {"P2", {"refusé", "", "x"}}});
    import_worklist(luc, filled).value();
    const std::int64_t before = journal_number();
    const std::vector<Outcome> again{Outcome::already_decided, Outcome::already_decided};
    BOOST_CHECK(outcomes(import_worklist(luc, filled).value()) == again);
    BOOST_TEST(journal_number() == before);
    const std::vector<Outcome> by_another{Outcome::conflict, Outcome::conflict};
    BOOST_CHECK(outcomes(import_worklist(nadia, filled).value()) == by_another);
}

BOOST_AUTO_TEST_CASE(lists_conflicts_and_refusals_and_decides_on_the_others) {
    const auto filled = fill(exported(), {{"P1", {"bon à payer", "++++"}},
                                          {"P2", {"refusé", "", "x"}},
                                          {"P3", {"refusé", "", "x"}},
                                          {"P4", {"refusé", "", "x"}}});
    decide("luc.moreau", "P1", Verdict::refused);
    app::reopen(luc, {"P1", "erreur"}).value();
    app::decide(luc, {"P2", Verdict::refused, {}, false, "y"}).value();
    const auto rows = import_worklist(nadia, filled).value();
    const std::vector<Outcome> expected{Outcome::conflict, Outcome::conflict, Outcome::decided,
                                        Outcome::refused};
    BOOST_CHECK(outcomes(rows) == expected);
    BOOST_TEST(told(rows[0].why) == "app.changed_meanwhile");
    BOOST_TEST(told(rows[3].why) == "app.own_file");
    BOOST_CHECK(verdict("P3") == Verdict::refused);
    BOOST_CHECK(verdict("P1") == Verdict::reopened);
}

BOOST_AUTO_TEST_CASE(knows_a_file_that_somebody_took_but_not_ones_own) {
    const auto filled = fill(exported(), {{"P1", {"refusé", "", "x"}}, {"P2", {"refusé", "", "x"}}});
    take(luc, "P1").value();
    take(nadia, "P2").value();
    const std::vector<Outcome> expected{Outcome::decided, Outcome::conflict};
    const auto rows = import_worklist(luc, filled).value();
    BOOST_CHECK(outcomes(rows) == expected);
    BOOST_TEST(told(rows[1].why) == "app.taken");
}

BOOST_AUTO_TEST_CASE(decides_nothing_where_a_cell_is_wrong_and_tells_every_one) {
    const std::int64_t before = journal_number();
    const auto out = exported();
    const auto rows = import_worklist(
        luc,
        fill(out, {{"P1", {"bon à payer", "+++"}}, {"P2", {"refusé", ""}}, {"P3", {"refusé", "", "motif"}}}));
    BOOST_TEST(told(rows) == "invalid: app.point_missing, app.reason_missing");
    BOOST_TEST(rows.error().diagnostics.at(1).place.file == "filled-1.xlsx, over-threshold v1!H3");
    const auto words = import_worklist(luc, fill(out, {{"P1", {"peut-être", ""}}, {"P2", {"", "+"}}}));
    BOOST_TEST(told(words) == "invalid: app.unknown_verdict, app.verdict_missing");
    const auto headings = import_worklist(luc, fill(out, {}, [](auto& cells) { cells[7] = "avis"; }));
    BOOST_TEST(told(headings) == "invalid: app.no_worklist_sheet");
    const auto locked = import_worklist(luc, fill(out, {{"P1", {"refusé", "", "x"}}}, [](auto& cells) {
                                            if (cells[1] == "P1") cells[6] = "-";
                                        }));
    BOOST_TEST(told(locked) == "invalid: app.locked_cell_changed");
    const auto twice = import_worklist(
        luc, fill(out, {{"P1", {"refusé", "", "x"}}, {"P2", {"refusé", "", "x"}}}, [&](auto& cells) {
            if (cells[1] == "P2") cells[0] = show_work_item(luc, "P1")->finding.id;
        }));
    BOOST_TEST(told(twice) == "invalid: app.finding_twice");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(open() == 4u);
}

BOOST_AUTO_TEST_SUITE_END()
