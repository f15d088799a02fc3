// SPDX-License-Identifier: Apache-2.0
// Audits: the programme of a year, all of them, one with every step from its plan to its closure, and how
// they compare over the years.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> audits_page(const Request& request, app::Session& session);
Result<Response> audit_programme_page(const Request& request, app::Session& session);
Result<Response> audit_comparison_page(const Request& request, app::Session& session);

Result<Response> new_audit_page(const Request& request, app::Session& session);
Result<Response> plan_audit_form(const Request& request, app::Session& session);
Result<Response> outside_audit_page(const Request& request, app::Session& session);
Result<Response> record_audit_form(const Request& request, app::Session& session);

Result<Response> audit_page(const Request& request, app::Session& session);
Result<Response> request_pieces_form(const Request& request, app::Session& session);
Result<Response> kick_off_form(const Request& request, app::Session& session);
Result<Response> begin_fieldwork_form(const Request& request, app::Session& session);
Result<Response> cancel_audit_form(const Request& request, app::Session& session);
Result<Response> provisional_report_form(const Request& request, app::Session& session);
Result<Response> final_report_form(const Request& request, app::Session& session);
Result<Response> restitution_form(const Request& request, app::Session& session);
Result<Response> close_audit_form(const Request& request, app::Session& session);

Result<Response> audit_report_page(const Request& request, app::Session& session);
Result<Response> audit_report_file(const Request& request, app::Session& session);

}  // namespace cadran::web
