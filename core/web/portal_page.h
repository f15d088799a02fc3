// SPDX-License-Identifier: Apache-2.0
// The house as somebody sees it who is only audited: their audits, and what is asked of them.
#pragma once

#include "app/session.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// Has no other role than that of an auditee.
bool is_guest(const model::Account& account);

// Takes the place of the start page for a guest.
Result<Response> portal_page(const Request& request, app::Session& session);

}  // namespace cadran::web
