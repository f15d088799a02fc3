// SPDX-License-Identifier: Apache-2.0
#include "store/action_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/measurement_repository.h"
#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

struct Example : SampleStore {
    ActionRepository actions{*database};

    model::Action action(const std::string& text = "Former") {
        model::Action action;
        action.process = "pay-benefits";
        action.text = text;
        action.proposed = {"claire.vasseur", now};
        return action;
    }
    // With every member said.
    model::Action whole() {
        model::Measurement measurement;
        measurement.process = "pay-benefits";
        measurement.by = "claire.vasseur";
        MeasurementRepository(*database).insert(measurement);
        const model::Mark mark{"claire.vasseur", now};
        model::Action action = this->action("Tout");
        action.reference = "PA-1";
        action.origin = model::ActionOrigin::audit;
        action.source = "Audit interne 2026";
        action.level = model::ActionLevel::structural;
        action.kind = model::ActionKind::improvement;
        action.causes = {"parce que", "parce que aussi"};
        action.owner = "claire.vasseur";
        action.due = day("2026-12-31");
        action.progress = 40;
        action.comment = "en route";
        action.effectiveness = {"x", "y", day("2027-03-31")};
        action.state = model::ActionState::cancelled;
        action.decided = action.started = action.finished = mark;
        action.judged = model::Judgement{measurement.number, "vu", mark};
        action.cancelled = model::Cancellation{"doublon", mark};
        return action;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(action_repository, Example)

BOOST_AUTO_TEST_CASE(gives_an_action_back_as_it_was) {
    model::Action blank = action(), whole = this->whole();
    actions.insert(blank);
    whole.follows = blank.number;
    actions.insert(whole);
    BOOST_TEST(state(*actions.find(blank.number)).canonical_text() == state(blank).canonical_text());
    BOOST_TEST(state(*actions.find(whole.number)).canonical_text() == state(whole).canonical_text());
    BOOST_TEST(!actions.find(99).has_value());
    BOOST_TEST(actions.next_of(blank.number).value() == whole.number);
    BOOST_TEST(!actions.next_of(whole.number).has_value());
    BOOST_TEST(subject(whole) == "action/2");
}

// A verifier sees only what the state says.
BOOST_AUTO_TEST_CASE(every_column_is_in_the_state) {
    model::Action whole = this->whole();
    actions.insert(whole);
    const std::string before = state(*actions.find(1)).canonical_text();
    database->execute("pragma foreign_keys = off");
    for (const char* change : {"process = 'x'",    "reference = 'x'",    "origin = 'risk'",
                               "source = 'x'",     "level = 'sector'",   "kind = 'correction'",
                               "what = 'x'",       "causes = '[]'",      "owner = 'x'",
                               "due = 1",          "progress = 1",       "comment = 'x'",
                               "indicator = 'z'",  "criterion = 'z'",    "judge_on = 1",
                               "state = 'done'",   "proposed_by = 'x'",  "proposed_at = 1",
                               "decided_by = 'x'", "decided_at = 1",     "started_by = 'x'",
                               "started_at = 1",   "finished_by = 'x'",  "finished_at = 1",
                               "judged_by = 'x'",  "judged_at = 1",      "judgement = 'x'",
                               "measurement = 9",  "cancelled_by = 'x'", "cancelled_at = 1",
                               "reason = 'x'",     "follows = 9",        "revision = 9"}) {
        database->execute("begin immediate");
        database->execute(std::string("update action set ") + change);
        BOOST_TEST(state(*actions.find(1)).canonical_text() != before, change);
        database->execute("rollback");
    }
}

BOOST_AUTO_TEST_CASE(updates_at_the_expected_revision_only) {
    model::Action action = this->action();
    actions.insert(action);
    action.text = "Former tout le monde";
    action.revision = 2;
    BOOST_TEST(!actions.update(action, 7));
    BOOST_TEST(actions.find(1)->text == "Former");
    BOOST_TEST(actions.update(action, 1));
    BOOST_TEST(actions.find(1)->text == "Former tout le monde");
}

BOOST_AUTO_TEST_CASE(lists_by_process_state_and_owner) {
    model::Action one = action(), two = whole();
    two.process = "complaints";
    actions.insert(one);
    actions.insert(two);
    BOOST_TEST(actions.list().size() == 2u);
    BOOST_TEST(actions.list({.process = "complaints"}).at(0).number == 2);
    BOOST_TEST(actions.list({.states = {model::ActionState::proposed}}).at(0).number == 1);
    BOOST_TEST(actions.list({.owner = "claire.vasseur"}).at(0).number == 2);
    BOOST_TEST(actions.list({.process = "complaints", .owner = "luc"}).empty());
}

BOOST_AUTO_TEST_CASE(lists_what_is_overdue_and_a_part_of_many) {
    for (int i = 0; i < 5; ++i) {
        model::Action one = action();
        one.due = Date{std::chrono::year{2026} / 8 / (10 + i)};
        actions.insert(one);
    }
    const ActionFilter late{.overdue_on = Date{std::chrono::year{2026} / 8 / 12}};
    BOOST_TEST(actions.count(late) == 2);
    BOOST_TEST(actions.list(late).size() == 2u);
    const ActionFilter part{.first = 2, .most = 2};
    BOOST_TEST(actions.count(part) == 5);
    BOOST_REQUIRE_EQUAL(actions.list(part).size(), 2u);
    BOOST_TEST(actions.list(part).front().number == 3);
    BOOST_TEST(actions.count({.levels = {model::ActionLevel::structural}}) == 0);
    BOOST_TEST(actions.count({.levels = {action().level, model::ActionLevel::structural}}) == 5);
}

BOOST_AUTO_TEST_CASE(a_reference_stands_once_in_a_process) {
    model::Action one = action(), same = action(), elsewhere = action(), without = action();
    one.reference = same.reference = elsewhere.reference = "PA-1";
    elsewhere.process = "complaints";
    actions.insert(one);
    actions.insert(elsewhere);
    actions.insert(without);
    BOOST_CHECK(fault_of([&] { actions.insert(same); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_CASE(a_damaged_word_is_told) {
    model::Action one = action();
    actions.insert(one);
    database->execute("update action set state = 'asleep'");
    BOOST_CHECK(fault_of([&] { actions.find(1); }) == Fault::Kind::damaged);
}

BOOST_AUTO_TEST_SUITE_END()
