// SPDX-License-Identifier: Apache-2.0
// Everybody's accounts, for whoever lets people in and keeps them out.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> accounts_page(const Request& request, app::Session& session);
Result<Response> set_limits_form(const Request& request, app::Session& session);
Result<Response> new_account_page(const Request& request, app::Session& session);
// Shows the code of the invitation once, as the next one does.
Result<Response> add_account_form(const Request& request, app::Session& session);
Result<Response> invite_account_form(const Request& request, app::Session& session);
Result<Response> account_page(const Request& request, app::Session& session);
Result<Response> suspend_account_form(const Request& request, app::Session& session);
Result<Response> resume_account_form(const Request& request, app::Session& session);
Result<Response> end_token_form(const Request& request, app::Session& session);

}  // namespace cadran::web
