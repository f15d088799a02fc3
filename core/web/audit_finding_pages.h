// SPDX-License-Identifier: Apache-2.0
// What audits found: all of it, that of one audit, and each with its steps from the statement to the proof.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> all_findings_page(const Request& request, app::Session& session);
Result<Response> findings_page(const Request& request, app::Session& session);
Result<Response> add_finding_form(const Request& request, app::Session& session);

Result<Response> finding_page(const Request& request, app::Session& session);
Result<Response> answer_finding_form(const Request& request, app::Session& session);
Result<Response> settle_finding_form(const Request& request, app::Session& session);
Result<Response> withdraw_finding_form(const Request& request, app::Session& session);
Result<Response> analyse_finding_form(const Request& request, app::Session& session);
Result<Response> resolve_finding_form(const Request& request, app::Session& session);
Result<Response> verify_finding_form(const Request& request, app::Session& session);
Result<Response> finding_evidence(const Request& request, app::Session& session);

}  // namespace cadran::web
