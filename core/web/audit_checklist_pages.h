// SPDX-License-Identifier: Apache-2.0
// The checklist of an audit, filled in question by question, chapter by chapter; taken off line and brought
// back.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> audit_checklist_page(const Request& request, app::Session& session);
// One item. Asked by the script of the page (`live`), it answers in JSON: what is said of it, what stands
// now.
Result<Response> assess_item_form(const Request& request, app::Session& session);
Result<Response> offline_checklist_file(const Request& request, app::Session& session);
Result<Response> import_checklist_form(const Request& request, app::Session& session);

}  // namespace cadran::web
