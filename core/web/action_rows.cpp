// SPDX-License-Identifier: Apache-2.0
#include "web/action_rows.h"

#include <fmt/format.h>

#include "report/words.h"

namespace cadran::web {

Json::Array action_rows(std::span<const app::ListedAction> actions, const Catalogue& catalogue) {
    Json::Array rows;
    for (const auto& [action, overdue] : actions) {
        rows.push_back(Json::Object{
            {"due", action.due ? catalogue.date(*action.due) : std::string(report::no_value)},
            {"late", catalogue.text(Message{"web.late"})},
            {"level", catalogue.text(model::action_level_title(action.level))},
            {"name", model::action_name(action)},
            {"overdue", overdue},
            {"owner", action.owner.empty() ? std::string(report::no_value) : action.owner},
            {"place", fmt::format("/actions/{}", action.number)},
            {"process", action.process},
            {"progress", catalogue.percent(Decimal{action.progress, 0})},
            {"state", catalogue.text(model::action_state_title(action.state))},
            {"state_name", model::action_state_name(action.state)},
            {"text", action.text},
        });
    }
    return rows;
}

}  // namespace cadran::web
