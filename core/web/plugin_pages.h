// SPDX-License-Identifier: Apache-2.0
// Plugins: what they offer in the words of their declarations, and the way of a draft into force.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> plugins_page(const Request& request, app::Session& session);
Result<Response> plugin_page(const Request& request, app::Session& session);
Result<Response> plugin_draft_page(const Request& request, app::Session& session);
Result<Response> hand_in_plugin_form(const Request& request, app::Session& session);

}  // namespace cadran::web
