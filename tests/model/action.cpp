// SPDX-License-Identifier: Apache-2.0
#include "model/action.h"

#include <functional>

#include <fmt/ranges.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::model;

namespace {

Date day(const char* iso) {
    return *parse_date(iso);
}

const Mark claire{"claire.vasseur", *parse_instant("2026-10-02T09:00:00Z")};
const Mark hugo{"hugo.lemaire", *parse_instant("2026-10-02T09:00:00Z")};
const Date spring = day("2027-03-31");

// Everything that a decision needs is said.
Action complete(ActionState state = ActionState::proposed) {
    Action action;
    action.number = 3;
    action.process = "pay-benefits";
    action.text = "Former les gestionnaires";
    action.causes = {"devis non demandés", "consigne inconnue"};
    action.owner = "claire.vasseur";
    action.due = day("2026-12-31");
    action.effectiveness = {"", "plus de devis absent", spring};
    action.state = state;
    action.proposed = hugo;
    return action;
}

std::string told(const Done& done) {
    if (done) return "done";
    std::vector<std::string> ids;
    for (const Diagnostic& fault : done.error().diagnostics) {
        BOOST_TEST(fault.hint.has_value(), fault.what.id);
        ids.push_back(fault.what.id);
    }
    return fmt::format("{}", fmt::join(ids, ", "));
}

struct Step {
    const char* name;
    ActionState to;
    std::vector<ActionState> from;
    std::function<Done(Action&)> take;
};

const Step steps[] = {
    {"decide", ActionState::decided, {ActionState::proposed}, [](Action& a) { return decide(a, claire); }},
    {"start", ActionState::in_progress, {ActionState::decided}, [](Action& a) { return start(a, claire); }},
    {"progress",
     ActionState::in_progress,
     {ActionState::in_progress},
     [](Action& a) { return report_progress(a, 40, "en route"); }},
    {"finish",
     ActionState::done,
     {ActionState::in_progress},
     [](Action& a) { return finish(a, claire, ""); }},
    {"judge effective",
     ActionState::effective,
     {ActionState::done},
     [](Action& a) {
         return judge(a, true, {0, "vu", hugo}, spring);
     }},
    {"judge ineffective",
     ActionState::ineffective,
     {ActionState::done},
     [](Action& a) {
         return judge(a, false, {0, "vu", hugo}, spring);
     }},
    {"cancel",
     ActionState::cancelled,
     {ActionState::proposed, ActionState::decided, ActionState::in_progress},
     [](Action& a) {
         return cancel(a, {"sans objet", claire});
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(action)

BOOST_AUTO_TEST_CASE(every_step_leaves_from_its_states_only_and_else_changes_nothing) {
    for (const Step& step : steps) {
        for (const ActionState from : all_action_states) {
            Action action = complete(from);
            const bool may = std::ranges::find(step.from, from) != step.from.end();
            BOOST_TEST_CONTEXT(step.name << " from " << action_state_name(from)) {
                BOOST_TEST(told(step.take(action)) == (may ? "done" : "model.action_state"));
                BOOST_TEST(action_state_name(action.state) == action_state_name(may ? step.to : from));
                BOOST_TEST(!(action.judged && !may));
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_decision_tells_all_that_it_lacks_at_once) {
    Action action = complete();
    action.owner.clear();
    action.due.reset();
    action.causes.clear();
    action.effectiveness = {};
    BOOST_TEST(told(decide(action, claire)) ==
               "model.action_without_owner, model.action_without_due_date, model.action_without_causes, "
               "model.action_without_criterion, model.action_without_judgement_day");
    BOOST_TEST(!action.decided.has_value());
}

BOOST_AUTO_TEST_CASE(only_a_corrective_action_asks_for_causes_and_a_correction_for_no_effect) {
    Action action = complete();
    action.causes.clear();
    BOOST_TEST(told(decide(action, claire)) == "model.action_without_causes");
    action.kind = ActionKind::improvement;
    BOOST_TEST(told(decide(action, claire)) == "done");
    Action correction = complete();
    correction.kind = ActionKind::correction;
    correction.causes.clear();
    correction.effectiveness = {};
    BOOST_TEST(told(decide(correction, claire)) == "done");
}

BOOST_AUTO_TEST_CASE(is_not_judged_before_it_is_due) {
    Action action = complete();
    action.effectiveness.on = day("2026-12-30");
    BOOST_TEST(told(decide(action, claire)) == "model.judged_before_due");
    action.effectiveness.on = action.due;
    BOOST_TEST(told(decide(action, claire)) == "done");
}

BOOST_AUTO_TEST_CASE(progress_is_a_percentage_and_done_is_all_of_it) {
    Action action = complete(ActionState::in_progress);
    BOOST_TEST(told(report_progress(action, 101, "x")) == "model.progress_beyond_bounds");
    BOOST_TEST(told(report_progress(action, -1, "x")) == "model.progress_beyond_bounds");
    BOOST_TEST(told(report_progress(action, 60, "12 sur 20")) == "done");
    BOOST_TEST(told(finish(action, claire, "")) == "done");
    BOOST_TEST(action.progress == 100);
    BOOST_TEST(action.comment == "12 sur 20");
}

BOOST_AUTO_TEST_CASE(is_judged_by_another_person_in_time_and_on_some_ground) {
    Action action = complete(ActionState::done);
    BOOST_TEST(told(judge(action, true, {0, "vu", claire}, spring)) == "model.own_action");
    BOOST_TEST(told(judge(action, true, {0, "vu", hugo}, day("2027-03-30"))) == "model.too_early_to_judge");
    BOOST_TEST(told(judge(action, true, {0, " ", hugo}, spring)) == "model.judgement_without_ground");
    BOOST_TEST(told(judge(action, true, {7, "", hugo}, spring)) == "done");
    BOOST_TEST(action.judged->measurement == 7);
}

BOOST_AUTO_TEST_CASE(a_cancellation_has_a_reason) {
    Action action = complete();
    BOOST_TEST(told(cancel(action, {"  ", claire})) == "model.cancelled_without_reason");
    BOOST_TEST(told(cancel(action, {"doublon", claire})) == "done");
    BOOST_TEST(action.cancelled->reason == "doublon");
}

BOOST_AUTO_TEST_CASE(an_ineffective_one_opens_a_proposal_whose_causes_are_to_be_found_anew) {
    const Action next = successor(complete(ActionState::ineffective), "", hugo);
    BOOST_TEST(next.follows == 3);
    BOOST_TEST(next.text == "Former les gestionnaires");
    BOOST_TEST(action_state_name(next.state) == "proposed");
    BOOST_TEST(next.causes.empty());
    BOOST_TEST(!next.due.has_value());
    BOOST_TEST(next.effectiveness.criterion == "plus de devis absent");
    BOOST_TEST(!next.effectiveness.on.has_value());
    BOOST_TEST(successor(complete(ActionState::ineffective), "Changer le formulaire", hugo).text ==
               "Changer le formulaire");
}

BOOST_AUTO_TEST_CASE(is_overdue_the_day_after_and_waits_for_its_judgement_next) {
    const Action open = complete(ActionState::in_progress);
    BOOST_TEST(!open.is_overdue(day("2026-12-31")));
    BOOST_TEST(open.is_overdue(day("2027-01-01")));
    const Action done = complete(ActionState::done);
    BOOST_TEST(!done.is_overdue(spring));
    BOOST_TEST(done.is_overdue(day("2027-04-01")));
    for (const ActionState state : {ActionState::effective, ActionState::ineffective, ActionState::cancelled})
        BOOST_TEST(!complete(state).is_overdue(day("2030-01-01")));
}

BOOST_AUTO_TEST_CASE(words_are_read_as_they_are_named) {
    for (const ActionOrigin one : all_action_origins)
        BOOST_CHECK(parse_action_origin(action_origin_name(one)) == one);
    for (const ActionLevel one : all_action_levels)
        BOOST_CHECK(parse_action_level(action_level_name(one)) == one);
    for (const ActionKind one : all_action_kinds)
        BOOST_CHECK(parse_action_kind(action_kind_name(one)) == one);
    for (const ActionState one : all_action_states)
        BOOST_CHECK(parse_action_state(action_state_name(one)) == one);
    BOOST_CHECK(!parse_action_state("verified"));
}

BOOST_AUTO_TEST_SUITE_END()
