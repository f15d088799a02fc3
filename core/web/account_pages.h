// SPDX-License-Identifier: Apache-2.0
// One's own account: password, second factor, where one is signed in, addresses of calendars and tokens.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> own_account_page(const Request& request, app::Session& session);
Result<Response> change_password_form(const Request& request, app::Session& session,
                                      const app::Entrance& entrance);
Result<Response> end_sessions_form(const Request& request, app::Session& session);
// Shows the secret once; nothing is asked for at sign-in before it is confirmed.
Result<Response> begin_second_factor_form(const Request& request, app::Session& session);
// Shows the recovery codes once.
Result<Response> confirm_second_factor_form(const Request& request, app::Session& session);
Result<Response> end_second_factor_form(const Request& request, app::Session& session);
Result<Response> set_own_address_form(const Request& request, app::Session& session);
// Shows the token, or the address of the calendar, once.
Result<Response> create_token_form(const Request& request, app::Session& session);
Result<Response> revoke_token_form(const Request& request, app::Session& session);

}  // namespace cadran::web
