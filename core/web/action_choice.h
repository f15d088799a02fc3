// SPDX-License-Identifier: Apache-2.0
// Which actions somebody wants to see, and in which look: as a list, a board or a calendar.
#pragma once

#include <string>
#include <vector>

#include "app/action.h"
#include "base/json.h"
#include "web/request.h"

namespace cadran::web {

enum class ActionLook { list, board, calendar };

struct ActionChoice {
    std::string process;
    std::string owner;
    std::optional<model::ActionState> state;  // of the list alone
    bool late = false;
    bool sees_all = false;  // else only one's own
};

ActionChoice action_choice(const Request& request, ActionLook look, const app::Session& session);

app::ActionQuery query_of(const ActionChoice& choice);

// The top of the page: its heading, the way to the other looks, what may be chosen, and how many actions
// were.
std::string action_choice_markup(const ActionChoice& choice, ActionLook look, std::int64_t count,
                                 const Request& request, app::Session& session);

// The filters as a query, `process=pay-benefits&late=on`; empty where all is shown. `but` is left out.
std::string filter_query(const Request& request, std::string_view but = {});
// One that a form sent back; empty where it cannot be one of ours.
std::string sent_query(const Request& request);

}  // namespace cadran::web
