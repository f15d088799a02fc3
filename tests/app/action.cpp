// SPDX-License-Identifier: Apache-2.0
#include "app/action.h"

#include <boost/test/unit_test.hpp>

#include "app/indicator.h"
#include "app/journal.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::Action;
using model::ActionKind;
using model::ActionLevel;
using model::ActionOrigin;

// July is played; the clock stands at 2026-07-30.
struct Example : SampleWorkspace {
    Example() { play_july(); }
    Session claire = as("claire.vasseur");  // pilot
    Session hugo = as("hugo.lemaire");      // back-up
    Session sophie = as("sophie.garnier");  // quality manager
    Session luc = as("luc.moreau");         // controller
    Session lea = as("lea.marchand");       // auditee
    Session paul = as(model::Account{"paul.renard", "Paul Renard", {model::Role::pilot}, {}, "", 1});

    ProposeAction training() const {
        return {.process = process_name,
                .text = "Former les gestionnaires",
                .level = ActionLevel::sector,
                .kind = ActionKind::corrective_action,
                .causes = {"devis non demandés", "consigne inconnue"},
                .owner = "luc.moreau",
                .due = day("2026-09-30"),
                .effectiveness = {"", "plus de devis absent", day("2026-12-31")}};
    }
    // By the quality manager.
    std::int64_t proposed(const ProposeAction& command) {
        const auto action = propose_action(sophie, command);
        BOOST_REQUIRE_EQUAL(told(action), "done");
        return action->number;
    }
    std::int64_t done(const ProposeAction& command) {
        const std::int64_t number = proposed(command);
        BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
        BOOST_REQUIRE_EQUAL(told(start_action(luc, number)), "done");
        BOOST_REQUIRE_EQUAL(told(finish_action(luc, number, "")), "done");
        return number;
    }
    std::string_view state(std::int64_t number) {
        return model::action_state_name(show_action(sophie, number)->action.state);
    }
    std::string proof() { return told(verify_journal(sophie)->faults); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(action, Example)

BOOST_AUTO_TEST_CASE(goes_from_its_proposal_to_the_proof_that_it_worked) {
    const std::int64_t number = proposed(training());
    BOOST_TEST(told(decide_action(claire, {number})) == "done");
    BOOST_TEST(told(start_action(luc, number)) == "done");
    BOOST_TEST(told(report_progress(luc, number, 50, "à moitié")) == "done");
    BOOST_TEST(told(finish_action(luc, number, "tous formés")) == "done");
    set_clock("2026-12-31T09:00:00Z");
    BOOST_TEST(told(verify_action(claire, {number, true, "aucun devis absent depuis octobre"})) == "done");
    const ShownAction shown = show_action(sophie, number).value();
    BOOST_TEST(state(number) == "effective");
    std::vector<std::string> acts;
    for (const model::JournalEntry& entry : shown.history) acts.push_back(entry.actor + " " + entry.act);
    const std::vector<std::string> expected{"sophie.garnier action.propose", "claire.vasseur action.decide",
                                            "luc.moreau action.start",       "luc.moreau action.progress",
                                            "luc.moreau action.finish",      "claire.vasseur action.verify"};
    BOOST_TEST(acts == expected, boost::test_tools::per_element());
    BOOST_TEST(proof() == "");
}

BOOST_AUTO_TEST_CASE(a_proposal_tells_all_that_is_wrong_with_it) {
    ProposeAction command = training();
    command.text = " ";
    command.causes = {""};
    command.owner = "luc.moreu";
    command.due = day("2026-06-30");
    command.origin = ActionOrigin::nonconformity;
    command.source = "1";
    command.effectiveness = {"decided-before-paymen", "et un critère", {}};
    BOOST_TEST(
        told(propose_action(sophie, command)) ==
        "invalid: app.text_missing, app.text_missing, app.no_such_source, app.indicator_and_criterion, "
        "app.no_such_indicator, app.no_such_owner, app.due_in_the_past");
    BOOST_TEST(list_actions(sophie, {})->empty());
    BOOST_TEST(
        told(propose_action(sophie, {.process = "pay-benefit", .text = "x"})).starts_with("not found"));
}

BOOST_AUTO_TEST_CASE(follows_from_what_the_process_has) {
    const std::int64_t before = journal_number();
    const std::pair<ActionOrigin, const char*> unknown[] = {
        {ActionOrigin::finding, "F-0"},        {ActionOrigin::nonconformity, "7"},
        {ActionOrigin::nonconformity, "sept"}, {ActionOrigin::review, "2026-Q3"},
        {ActionOrigin::review, "hier"},        {ActionOrigin::risk, "fire"}};
    for (const auto& [origin, source] : unknown) {
        ProposeAction command = training();
        command.origin = origin;
        command.source = source;
        BOOST_TEST(told(propose_action(sophie, command)) == "invalid: app.no_such_source", source);
    }
    BOOST_TEST(journal_number() == before);
    ProposeAction command = training();
    command.origin = ActionOrigin::risk;
    command.source = "undue-payment";
    BOOST_TEST(told(propose_action(sophie, command)) == "done");
}

BOOST_AUTO_TEST_CASE(follows_from_a_nonconformity_of_its_own_process) {
    group_findings();
    ProposeAction command = training();
    command.origin = ActionOrigin::nonconformity;
    command.source = "1";
    command.due = day("2026-12-31");
    BOOST_TEST(told(propose_action(sophie, command)) == "done");
}

BOOST_AUTO_TEST_CASE(is_decided_at_its_level_by_somebody_else_than_who_proposed_it) {
    Session anne = as(model::Account{"sophie.garnier", "Anne", {model::Role::management}, {}, "", 1});
    Session boss = as(model::Account{"luc.moreau", "Boss", {model::Role::management}, {}, "", 1});
    ProposeAction command = training();
    const auto decided = [&](Session& by, ActionLevel level, Session& proposer) {
        command.level = level;
        const auto action = propose_action(proposer, command);
        BOOST_REQUIRE(action);
        return told(decide_action(by, {action->number}));
    };
    const auto quick = ActionLevel::quick_win, sector = ActionLevel::sector,
               structural = ActionLevel::structural;
    BOOST_TEST(decided(claire, quick, claire) == "done");
    BOOST_TEST(decided(hugo, quick, luc) == "done");
    BOOST_TEST(decided(sophie, quick, luc) == "refused: app.no_right");
    BOOST_TEST(decided(paul, quick, luc) == "refused: app.no_right");
    BOOST_TEST(decided(claire, sector, luc) == "done");
    BOOST_TEST(decided(claire, sector, claire) == "refused: app.own_proposal");
    BOOST_TEST(decided(hugo, sector, claire) == "done");
    BOOST_TEST(decided(boss, sector, claire) == "done");
    BOOST_TEST(decided(paul, sector, luc) == "refused: app.no_right");
    BOOST_TEST(decided(luc, sector, claire) == "refused: app.no_right");
    BOOST_TEST(decided(claire, structural, luc) == "refused: app.no_right");
    BOOST_TEST(decided(boss, structural, claire) == "done");
    BOOST_TEST(decided(anne, structural, anne) == "refused: app.own_proposal");
}

BOOST_AUTO_TEST_CASE(a_decision_completes_the_proposal) {
    const std::int64_t number =
        proposed({.process = process_name, .text = "Former", .level = ActionLevel::sector});
    BOOST_TEST(told(decide_action(claire, {number})) ==
               "invalid: model.action_without_owner, model.action_without_due_date, "
               "model.action_without_causes, model.action_without_criterion, "
               "model.action_without_judgement_day");
    DecideAction command{number, {"consigne inconnue"}, "nobody", day("2026-09-30"), {}};
    command.effectiveness = {indicator_name, "", day("2026-12-31")};
    BOOST_TEST(told(decide_action(claire, command)) == "invalid: app.no_such_owner");
    BOOST_TEST(state(number) == "proposed");
    command.owner = "luc.moreau";
    BOOST_TEST(told(decide_action(claire, command)) == "done");
    BOOST_TEST(show_action(luc, number)->action.effectiveness.indicator == indicator_name);
}

BOOST_AUTO_TEST_CASE(is_carried_out_by_its_owner_or_the_people_of_the_process) {
    ProposeAction command = training();
    command.owner = "lea.marchand";
    const std::int64_t number = proposed(command);
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    for (Session* other : {&luc, &paul})
        BOOST_TEST(told(start_action(*other, number)) == "refused: app.no_right");
    BOOST_TEST(told(start_action(lea, number)) == "done");
    BOOST_TEST(told(report_progress(hugo, number, 10, "vu")) == "done");
    BOOST_TEST(told(report_progress(hugo, number, 10, " ")) == "invalid: app.text_missing");
    BOOST_TEST(told(report_progress(luc, number, 10, "vu")) == "refused: app.no_right");
    BOOST_TEST(told(finish_action(paul, number, "")) == "refused: app.no_right");
    BOOST_TEST(told(finish_action(sophie, number, "")) == "done");
    BOOST_TEST(told(finish_action(sophie, number, "")) == "conflict: model.action_state");
    BOOST_TEST(list_actions(lea, {.owner = "lea.marchand"})->size() == 1u);
    BOOST_TEST(action_owners(lea) == std::vector<std::string>{"lea.marchand"});
    BOOST_TEST(told(show_action(lea, number)) == "done");
    BOOST_TEST(told(list_actions(lea, {.owner = "luc.moreau"})) == "refused: app.no_right");
    BOOST_TEST(told(show_action(lea, 99)) == "refused: app.no_right");
    BOOST_TEST(told(show_action(luc, 99)) == "not found: app.no_action");
}

BOOST_AUTO_TEST_CASE(an_ineffective_one_opens_the_next_in_the_same_moment) {
    const std::int64_t number = done(training());
    set_clock("2026-12-30T09:00:00Z");
    BOOST_TEST(told(verify_action(claire, {number, false, "encore 3"})) ==
               "conflict: model.too_early_to_judge");
    set_clock("2026-12-31T09:00:00Z");
    BOOST_TEST(told(verify_action(luc, {number, true, "vu"})) == "refused: app.no_right");
    Session auditing_owner = as(model::Account{"luc.moreau", "Luc", {model::Role::auditor}, {}, "", 1});
    BOOST_TEST(told(verify_action(auditing_owner, {number, true, "vu"})) == "refused: model.own_action");
    BOOST_TEST(told(verify_action(claire, {number, false})) == "invalid: model.judgement_without_ground");
    BOOST_TEST(told(verify_action(claire, {number, false, "x", period("2026-Q4")})) ==
               "invalid: app.judged_by_criterion");
    BOOST_TEST(list_actions(sophie, {})->size() == 1u);
    const auto verified = verify_action(claire, {number, false, "encore 3", {}, "Changer le formulaire"});
    BOOST_REQUIRE_EQUAL(told(verified), "done");
    BOOST_TEST(state(number) == "ineffective");
    BOOST_REQUIRE(verified->next.has_value());
    const ShownAction next = show_action(sophie, verified->next->number).value();
    BOOST_TEST(next.action.follows == number);
    BOOST_TEST(next.action.text == "Changer le formulaire");
    BOOST_TEST(next.action.proposed.by == "claire.vasseur");
    BOOST_TEST(show_action(sophie, number)->next.value() == next.action.number);
    BOOST_TEST(proof() == "");
}

BOOST_AUTO_TEST_CASE(is_judged_on_a_figure_of_a_later_period) {
    ProposeAction command = training();
    command.effectiveness = {indicator_name, "", day("2026-10-01")};
    const std::int64_t number = done(command);
    set_clock("2026-10-02T09:00:00Z");
    BOOST_TEST(told(verify_action(claire, {number, false})) == "not found: app.no_figure");
    BOOST_REQUIRE(measure_indicators(claire, process_name, period("2026-Q3")));
    // One payment of three went out before its check.
    BOOST_TEST(told(verify_action(claire, {number, true, "", period("2026-07")})) ==
               "invalid: app.verdict_against_figure");
    const auto verified = verify_action(claire, {number, false, "", period("2026-Q3")});
    BOOST_REQUIRE_EQUAL(told(verified), "done");
    const ShownAction shown = show_action(sophie, number).value();
    BOOST_REQUIRE(shown.figure.has_value());
    BOOST_TEST(shown.figure->period.text() == "2026-Q3");
}

BOOST_AUTO_TEST_CASE(is_not_judged_on_a_figure_from_before_it_was_done) {
    set_clock("2026-10-02T09:00:00Z");
    BOOST_REQUIRE(measure_indicators(claire, process_name, period("2026-Q3")));
    ProposeAction command = training();
    command.due = day("2026-10-31");
    command.effectiveness = {indicator_name, "", day("2026-10-31")};
    const std::int64_t number = done(command);
    set_clock("2026-11-02T09:00:00Z");
    BOOST_TEST(told(verify_action(claire, {number, false})) == "conflict: app.figure_before_action");
    BOOST_TEST(state(number) == "done");
}

BOOST_AUTO_TEST_CASE(is_cancelled_by_who_decides_and_withdrawn_by_who_proposed) {
    const std::int64_t number = proposed(training());
    BOOST_TEST(told(cancel_action(luc, number, "x")) == "refused: app.no_right");
    BOOST_TEST(told(cancel_action(claire, number, "")) == "invalid: model.cancelled_without_reason");
    BOOST_TEST(told(cancel_action(sophie, number, "doublon")) == "done");
    const std::int64_t decided = proposed(training());
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {decided})), "done");
    BOOST_TEST(told(cancel_action(sophie, decided, "x")) == "refused: app.no_right");
    BOOST_TEST(told(cancel_action(hugo, decided, "logiciel remplacé")) == "done");
    BOOST_TEST(told(cancel_action(hugo, decided, "x")) == "conflict: model.action_state");
}

BOOST_AUTO_TEST_CASE(what_is_overdue_is_told) {
    const std::int64_t number = proposed(training());
    ProposeAction other = training();
    other.due = day("2026-12-31");
    proposed(other);
    const auto overdue = [&] { return list_actions(claire, {.overdue = true}).value(); };
    set_clock("2026-09-30T09:00:00Z");
    BOOST_TEST(overdue().empty());
    set_clock("2026-10-01T09:00:00Z");
    BOOST_REQUIRE(overdue().size() == 1u);
    BOOST_TEST(overdue()[0].action.number == number);
    BOOST_TEST(list_actions(claire, {.process = process_name})->size() == 2u);
    BOOST_TEST(list_actions(claire, {.process = "complaints"})->empty());
    BOOST_TEST(list_actions(claire, {.state = model::ActionState::done})->empty());
}

BOOST_AUTO_TEST_CASE(an_altered_one_is_seen_by_the_verifier) {
    proposed(training());
    workspace().database().execute("update action set level = 'quick-win'");
    BOOST_TEST(proof() == "app.state_altered");
    workspace().database().execute("delete from action");
    BOOST_TEST(proof() == "app.gone_from_store");
}

BOOST_AUTO_TEST_SUITE_END()
