// SPDX-License-Identifier: Apache-2.0
#include "web/action_rows.h"

#include <fmt/format.h>

#include "app/people.h"
#include "report/words.h"
#include "web/choices.h"

namespace cadran::web {

Json::Array action_rows(std::span<const app::ListedAction> actions, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const app::PersonNames names = app::person_names(session);
    const ProcessTitles titles = process_titles(session);
    Json::Array rows;
    for (const auto& [action, overdue] : actions) {
        rows.push_back(Json::Object{
            {"due", date_or_dash(action.due, catalogue)},
            {"late", catalogue.text(Message{"web.late"})},
            {"level", catalogue.text(model::action_level_title(action.level))},
            {"name", model::action_name(action)},
            {"overdue", overdue},
            {"owner",
             action.owner.empty() ? std::string(report::no_value) : app::person_called(names, action.owner)},
            {"place", fmt::format("/actions/{}", action.number)},
            {"process", titled(titles, action.process)},
            {"progress", catalogue.percent(Decimal{action.progress, 0})},
            {"state", catalogue.text(model::action_state_title(action.state))},
            {"state_name", model::action_state_name(action.state)},
            {"text", action.text},
        });
    }
    return rows;
}

}  // namespace cadran::web
