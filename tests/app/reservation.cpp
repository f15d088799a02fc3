// SPDX-License-Identifier: Apache-2.0
#include "app/reservation.h"

#include <boost/test/unit_test.hpp>

#include "app/journal.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

// The four files of July, found on Friday 24 July 2026: to be decided within five working days.
struct Example : SampleWorkspace {
    Example() {
        edit_draft("plugins/claims/controls/over-threshold.lua", "\"2 ouvrés\"", "\"5 ouvrés\"");
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims.csv", july_claims);
        run();
    }
    Session luc = as("luc.moreau");
    Session nadia = as("nadia.belkacem");

    std::string keys(Session& session, const WorklistFilter& filter) {
        std::string keys;
        const auto items = list_worklist(session, filter).value();
        for (const WorkItem& item : items) keys += item.finding.subjects.at(0).key + " ";
        return keys;
    }
};

const Decide release{"P1", model::Verdict::released, {}, true, ""};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reservation, Example)

BOOST_AUTO_TEST_CASE(keeps_a_file_from_the_others) {
    BOOST_REQUIRE_EQUAL(told(take(luc, "P1")), "done");
    BOOST_TEST(show_work_item(nadia, "P1")->finding.taken->by == "luc.moreau");
    BOOST_TEST(keys(luc, {.mine = true}) == "P1 ");
    BOOST_TEST(keys(nadia, {.mine = true}).empty());
    const std::int64_t before = journal_number();
    BOOST_TEST(told(take(nadia, "P1")) == "conflict: app.taken");
    BOOST_TEST(told(app::decide(nadia, release)) == "conflict: app.taken");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(told(app::decide(luc, release)) == "done");
    BOOST_TEST(!show_work_item(luc, "P1")->finding.taken);
}

BOOST_AUTO_TEST_CASE(lasts_until_it_is_given_back) {
    take(luc, "P1").value();
    BOOST_TEST(told(give_back(nadia, "P1")) == "conflict: app.not_taken_by_you");
    BOOST_TEST(told(give_back(luc, "P1")) == "done");
    BOOST_TEST(told(give_back(luc, "P1")) == "conflict: app.not_taken_by_you");
    BOOST_TEST(told(app::decide(nadia, release)) == "done");
}

BOOST_AUTO_TEST_CASE(lasts_a_day_unless_it_is_prolonged) {
    take(luc, "P1").value();
    set_clock("2026-07-25T07:59:59Z");
    BOOST_TEST(told(take(nadia, "P1")) == "conflict: app.taken");
    take(luc, "P1").value();
    set_clock("2026-07-26T07:59:58Z");
    BOOST_TEST(told(app::decide(nadia, release)) == "conflict: app.taken");
    set_clock("2026-07-26T07:59:59Z");
    BOOST_TEST(keys(luc, {.mine = true}).empty());
    BOOST_TEST(told(app::decide(nadia, release)) == "done");
}

BOOST_AUTO_TEST_CASE(is_only_of_what_one_may_decide_on) {
    BOOST_TEST(told(take(nadia, "P4")) == "refused: app.own_file");
    decide("luc.moreau", "P2", model::Verdict::refused);
    BOOST_TEST(told(take(luc, "P2")) == "conflict: app.already_decided");
    BOOST_TEST(told(take(luc, "P5")) == "not found: app.no_work_item");
}

BOOST_AUTO_TEST_CASE(stands_in_the_journal) {
    Session sophie = as("sophie.garnier");
    take(luc, "P1").value();
    BOOST_TEST(verify_journal(sophie)->faults.empty());
    give_back(luc, "P1").value();
    BOOST_TEST(verify_journal(sophie)->faults.empty());
    take(luc, "P2").value();
    workspace().database().execute(
        "update finding set taken_by = 'nadia.belkacem' where taken_by is not null");
    BOOST_TEST(told(verify_journal(sophie)->faults) == "app.state_altered");
}

BOOST_AUTO_TEST_CASE(due_dates_count_working_days_from_the_day_of_the_run) {
    BOOST_CHECK(show_work_item(luc, "P1")->due == day("2026-07-31"));
    set_clock("2026-07-31T20:00:00Z");
    BOOST_TEST(keys(luc, {.overdue = true}).empty());
    set_clock("2026-08-01T08:00:00Z");
    decide("luc.moreau", "P2", model::Verdict::refused);
    BOOST_TEST(keys(luc, {.overdue = true}) == "P1 P3 P4 ");
}

BOOST_AUTO_TEST_CASE(overdue_files_come_first) {
    set_clock("2026-08-03T08:00:00Z");
    import("claim", "older.csv", claim_header + claim("P0", "02/07/2026", "1200,00"));
    run();
    BOOST_TEST(keys(luc, {}) == "P1 P2 P3 P4 P0 ");
}

BOOST_AUTO_TEST_CASE(workload_adds_up_by_control_and_person) {
    take(luc, "P1").value();
    take(luc, "P2").value();
    decide("luc.moreau", "P4", model::Verdict::refused);
    const auto loads = workload(luc).value();
    BOOST_REQUIRE_EQUAL(loads.size(), 2u);
    BOOST_TEST(loads[0].person.empty());
    BOOST_TEST(loads[0].files == 1);
    BOOST_TEST(loads[0].minutes == 12);
    BOOST_TEST(loads[1].person == "luc.moreau");
    BOOST_TEST(loads[1].files == 2);
    BOOST_TEST(loads[1].minutes == 24);
    BOOST_TEST(loads[1].overdue == 0);
    set_clock("2026-08-03T08:00:00Z");
    BOOST_TEST(workload(luc)->at(0).files == 3);
    BOOST_TEST(workload(luc)->at(0).overdue == 3);
}

BOOST_AUTO_TEST_SUITE_END()
