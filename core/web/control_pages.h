// SPDX-License-Identifier: Apache-2.0
// Controls: what each found when it ran last, and what it would find with other parameters.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> controls_page(const Request& request, app::Session& session);
Result<Response> run_controls_form(const Request& request, app::Session& session);
// With the comparison of both sides where `since` says on which records.
Result<Response> control_page(const Request& request, app::Session& session);
// The draft over a file that comes with the form, with its own values and with those that are tried.
Result<Response> try_file_form(const Request& request, app::Session& session);

}  // namespace cadran::web
