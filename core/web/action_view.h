// SPDX-License-Identifier: Apache-2.0
// One action on its page, with the forms of the steps that come next.
#pragma once

#include "app/action.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// With what was typed, and what is wrong with it, where a form came back.
Response shown_action(const app::ShownAction& shown, const Failure* failure, const Request& request,
                      app::Session& session);

}  // namespace cadran::web
