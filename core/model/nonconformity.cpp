// SPDX-License-Identifier: Apache-2.0
#include "model/nonconformity.h"

#include <algorithm>

namespace cadran::model {

namespace {

bool follows_from(const Action& action, const Nonconformity& nonconformity) {
    return action.origin == ActionOrigin::nonconformity && action.process == nonconformity.process &&
           action.source == std::to_string(nonconformity.number);
}

// An action is opened after the one that it follows: the chain ends.
bool worked(const Action& action, const std::vector<Action>& actions) {
    if (action.state == ActionState::effective) return true;
    if (action.state != ActionState::ineffective) return false;
    return std::ranges::any_of(actions, [&](const Action& next) {
        return next.follows == action.number && next.number > action.number && worked(next, actions);
    });
}

}  // namespace

FollowUp follow_up_of(const Nonconformity& nonconformity, const std::vector<Action>& actions) {
    FollowUp follow_up;
    for (const Action& action : actions) {
        if (!follows_from(action, nonconformity) || action.state == ActionState::cancelled) continue;
        ++follow_up.actions;
        const bool mended = action.kind == ActionKind::correction && action.state == ActionState::done;
        if (mended || worked(action, actions)) ++follow_up.finished;
    }
    return follow_up;
}

}  // namespace cadran::model
