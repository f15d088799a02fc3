// SPDX-License-Identifier: Apache-2.0
#include "model/nonconformity.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

namespace {

const Nonconformity stated{7, "pay-benefits", "Pièces absentes", "§ 4", "", {}, "claire", {}};

Action action(std::int64_t number, ActionState state, ActionKind kind = ActionKind::corrective_action,
              std::int64_t follows = 0) {
    Action action;
    action.number = number;
    action.process = stated.process;
    action.origin = ActionOrigin::nonconformity;
    action.source = "7";
    action.state = state;
    action.kind = kind;
    action.follows = follows;
    return action;
}

bool dealt_with(const std::vector<Action>& actions) {
    return follow_up_of(stated, actions).dealt_with();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(nonconformity)

BOOST_AUTO_TEST_CASE(is_not_dealt_with_where_nothing_was_done) {
    BOOST_TEST(!dealt_with({}));
    BOOST_TEST(!dealt_with({action(1, ActionState::cancelled)}));
}

BOOST_AUTO_TEST_CASE(is_dealt_with_once_each_action_worked) {
    BOOST_TEST(dealt_with({action(1, ActionState::effective)}));
    BOOST_TEST(dealt_with({action(1, ActionState::effective), action(2, ActionState::cancelled)}));
    BOOST_TEST(dealt_with({action(1, ActionState::done, ActionKind::correction)}));
}

BOOST_AUTO_TEST_CASE(is_not_dealt_with_while_anything_is_to_be_done_or_judged) {
    for (const ActionState state : {ActionState::proposed, ActionState::decided, ActionState::in_progress,
                                    ActionState::done, ActionState::ineffective})
        BOOST_TEST(!dealt_with({action(1, ActionState::effective), action(2, state)}),
                   action_state_name(state));
    BOOST_TEST(!dealt_with({action(1, ActionState::in_progress, ActionKind::correction)}));
}

BOOST_AUTO_TEST_CASE(is_dealt_with_where_what_failed_gave_way_to_what_worked) {
    const Action failed = action(1, ActionState::ineffective);
    const auto next = [](std::int64_t number, ActionState state, std::int64_t follows) {
        return action(number, state, ActionKind::corrective_action, follows);
    };
    BOOST_TEST(dealt_with({failed, next(2, ActionState::effective, 1)}));
    BOOST_TEST(!dealt_with({failed, next(2, ActionState::done, 1)}));
    BOOST_TEST(!dealt_with({failed, next(2, ActionState::cancelled, 1)}));
    BOOST_TEST(!dealt_with({failed, action(2, ActionState::effective)}));
    BOOST_TEST(
        dealt_with({failed, next(2, ActionState::ineffective, 1), next(3, ActionState::effective, 2)}));
}

BOOST_AUTO_TEST_CASE(counts_its_own_actions_alone) {
    Action of_another = action(2, ActionState::proposed), of_elsewhere = action(3, ActionState::proposed),
           of_a_finding = action(4, ActionState::proposed);
    of_another.source = "8";
    of_elsewhere.process = "handle-complaints";
    of_a_finding.origin = ActionOrigin::finding;
    const FollowUp follow_up =
        follow_up_of(stated, {action(1, ActionState::effective), of_another, of_elsewhere, of_a_finding,
                              action(5, ActionState::done)});
    BOOST_TEST(follow_up.actions == 2);
    BOOST_TEST(follow_up.finished == 1);
}

BOOST_AUTO_TEST_SUITE_END()
