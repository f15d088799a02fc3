// SPDX-License-Identifier: Apache-2.0
// Nonconformities: the register, one with its evidence and what follows from it, and how one is stated.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> nonconformities_page(const Request& request, app::Session& session);
Result<Response> nonconformity_page(const Request& request, app::Session& session);
// Puts further findings under it.
Result<Response> extend_nonconformity_form(const Request& request, app::Session& session);
// Without `?process=…`, the choice of one.
Result<Response> new_nonconformity_page(const Request& request, app::Session& session);
Result<Response> open_nonconformity_form(const Request& request, app::Session& session);
// The control of a finding, run over earlier periods.
Result<Response> similar_cases_page(const Request& request, app::Session& session);

}  // namespace cadran::web
