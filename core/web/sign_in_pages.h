// SPDX-License-Identifier: Apache-2.0
// The pages before anybody is signed in, and those by which people come and go.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> sign_in_page(const Request& request, const Threshold& threshold);
Result<Response> sign_in_form(const Request& request, const Threshold& threshold);
// With an invitation, the first password or a new one.
Result<Response> invitation_page(const Request& request, const Threshold& threshold);
Result<Response> invitation_form(const Request& request, const Threshold& threshold);
Result<Response> sign_out_form(const Request& request, const Threshold& threshold);
Result<Response> language_form(const Request& request, const Threshold& threshold);

// The form to sign in, with what came of a way in.
Response shown_sign_in(const Request& request, const Threshold& threshold, const Failure* failure);

}  // namespace cadran::web
