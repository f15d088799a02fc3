// SPDX-License-Identifier: Apache-2.0
#include "report/action_section.h"

#include <algorithm>

namespace cadran::report {

namespace {

Json row(const model::ReviewedAction& reviewed, const Catalogue& catalogue) {
    const model::Action& action = reviewed.action;
    return Json::Object{
        {"due", action.due ? catalogue.date(*action.due) : "–"},
        {"name", model::action_name(action)},
        {"overdue", reviewed.overdue ? catalogue.text(Message{"report.plan_overdue"}) : ""},
        {"owner", action.owner.empty() ? "–" : action.owner},
        {"progress", catalogue.percent(Decimal{action.progress, 0})},
        {"state", catalogue.text(model::action_state_title(action.state))},
        {"text", action.text},
    };
}

}  // namespace

Json::Object action_section(const std::vector<model::ReviewedAction>& actions, const Catalogue& catalogue) {
    const auto in_state = [&](model::ActionState state) {
        return std::int64_t{std::ranges::count(
            actions, state, [](const model::ReviewedAction& one) { return one.action.state; })};
    };
    Json::Array rows;
    for (const model::ReviewedAction& one : actions) rows.push_back(row(one, catalogue));
    const Message summary{
        "report.actions_summary",
        {{"count", std::ssize(actions)},
         {"overdue", std::int64_t{std::ranges::count(actions, true, &model::ReviewedAction::overdue)}},
         {"undecided", in_state(model::ActionState::proposed)},
         {"ineffective", in_state(model::ActionState::ineffective)}}};
    return {{"actions", rows},
            {"actions_summary", actions.empty() ? "" : catalogue.text(summary)},
            {"has_actions", !actions.empty()}};
}

}  // namespace cadran::report
