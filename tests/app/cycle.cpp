// SPDX-License-Identifier: Apache-2.0
#include "app/cycle.h"

#include <boost/test/unit_test.hpp>

#include "app/indicator.h"
#include "app/process.h"
#include "app/sample_workspace.h"
#include "store/review_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::Stage;

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur");

    std::string turn(Stage to) { return told(turn_cycle(claire, process_name, to)); }

    // What stands before the next stage.
    std::string obstacles() { return told(show_cycle(claire, process_name)->obstacles); }

    // No stage but the next can be reached, and trying leaves no trace.
    void expect_the_only_way(Stage current) {
        const std::int64_t before = journal_number();
        BOOST_CHECK(show_cycle(claire, process_name)->cycle.stage == current);
        for (const Stage to : model::all_stages) {
            if (model::stage_after(current) == to) continue;
            BOOST_TEST(turn(to) == "conflict: app.wrong_stage", model::stage_name(current)
                                                                    << " to " << model::stage_name(to));
        }
        BOOST_TEST(journal_number() == before);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(cycle, Example)

BOOST_AUTO_TEST_CASE(does_not_exist_before_its_process) {
    BOOST_TEST(told(show_cycle(claire, process_name)) == "not found: app.none_in_force");
    BOOST_TEST(turn(Stage::execute) == "not found: app.none_in_force");
}

BOOST_AUTO_TEST_CASE(is_listed_for_every_process_in_force) {
    BOOST_TEST(list_cycles(claire)->empty());
    accept_rules();
    const auto listed = list_cycles(claire).value();
    BOOST_REQUIRE_EQUAL(listed.size(), 1u);
    BOOST_TEST(listed.front().cycle.process == process_name);
    BOOST_TEST(told(listed.front().obstacles) == obstacles());
}

BOOST_AUTO_TEST_CASE(proposes_objectives_where_a_turn_ends_or_begins) {
    play_july();
    BOOST_TEST(show_cycle(claire, process_name)->proposals.empty());
    reach_act();
    const auto shown = show_cycle(claire, process_name).value();
    BOOST_REQUIRE_EQUAL(shown.proposals.size(), 1u);
    BOOST_TEST(shown.proposals.front().indicator.id == indicator_name);
    BOOST_CHECK(shown.proposals.front().proposal.proposal == model::Proposal::measure);
}

BOOST_AUTO_TEST_CASE(passes_through_its_stages_in_order) {
    accept_rules();
    expect_the_only_way(Stage::execute);
    set_clock("2026-10-01T09:00:00Z");
    BOOST_TEST(turn(Stage::check) == "done");
    expect_the_only_way(Stage::check);
    BOOST_REQUIRE_EQUAL(told(measure_indicators(claire, process_name, period("2026-Q3"))), "done");
    BOOST_TEST(turn(Stage::act) == "done");
    expect_the_only_way(Stage::act);
}

BOOST_AUTO_TEST_CASE(starts_once_every_indicator_has_a_target) {
    accept_plugin_from("2026-07-01");
    edit_draft("processes/pay-benefits.xml", "<target from=\"2026-07-01\"", "<target from=\"2026-10-01\"");
    Session sophie = as("sophie.garnier");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-07-01"), ""})), "done");
    set_clock("2026-07-01T09:00:00Z");
    expect_the_only_way(Stage::plan);
    BOOST_TEST(obstacles() == "app.no_target");
    BOOST_TEST(turn(Stage::execute) == "conflict: app.no_target");
}

BOOST_AUTO_TEST_CASE(is_checked_once_its_period_is_over) {
    accept_rules();
    set_clock("2026-09-30T21:59:59Z");
    BOOST_TEST(obstacles() == "app.period_not_over");
    BOOST_TEST(turn(Stage::check) == "conflict: app.period_not_over");
    set_clock("2026-09-30T22:00:00Z");
    BOOST_TEST(obstacles() == "");
    BOOST_TEST(turn(Stage::check) == "done");
}

BOOST_AUTO_TEST_CASE(is_acted_on_once_every_indicator_is_measured_over_the_whole_period) {
    accept_rules();
    set_clock("2026-10-01T09:00:00Z");
    BOOST_REQUIRE_EQUAL(turn(Stage::check), "done");
    BOOST_REQUIRE_EQUAL(told(measure_indicators(claire, process_name, period("2026-07"))), "done");
    BOOST_TEST(turn(Stage::act) == "conflict: app.not_measured");
}

BOOST_AUTO_TEST_CASE(is_closed_by_the_signature_alone) {
    play_july();
    reach_act();
    BOOST_TEST(obstacles() == "app.closed_by_signature");
    BOOST_TEST(turn(Stage::closed) == "conflict: app.closed_by_signature");
    prepare();
    hold();
    const SignedReview done = sign();
    BOOST_TEST(done.next_turn.number == 2);
    BOOST_TEST(done.next_turn.period.text() == "2026-Q4");
    const auto cycles = store::CycleRepository(workspace().database()).list();
    BOOST_REQUIRE(cycles.size() == 2u);
    BOOST_CHECK(cycles[0].stage == Stage::closed);
    expect_the_only_way(Stage::plan);
}

BOOST_AUTO_TEST_CASE(does_not_move_where_somebody_moved_it_meanwhile) {
    accept_rules();
    model::Cycle stale = store::CycleRepository(workspace().database()).newest(process_name).value();
    stale.revision = 1;
    store::UnitOfWork work(workspace().database(), clock(), "claire.vasseur", "test");
    BOOST_TEST(told(close_turn(work, stale)) == "conflict: app.cycle_moved");
}

BOOST_AUTO_TEST_SUITE_END()
