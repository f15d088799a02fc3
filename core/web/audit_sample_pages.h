// SPDX-License-Identifier: Apache-2.0
// The samples of an audit: drawn from the auditee's list, then told which of the records are not as they
// should be.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> audit_samples_page(const Request& request, app::Session& session);
Result<Response> draw_sample_form(const Request& request, app::Session& session);
Result<Response> examine_sample_form(const Request& request, app::Session& session);

}  // namespace cadran::web
