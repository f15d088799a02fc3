// SPDX-License-Identifier: Apache-2.0
// What workspace.xml says of the organisation, and its draft; versions stand in version_pages.h.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> organisation_page(const Request& request, app::Session& session);
Result<Response> organisation_draft_page(const Request& request, app::Session& session);
Result<Response> hand_in_organisation_form(const Request& request, app::Session& session);

}  // namespace cadran::web
