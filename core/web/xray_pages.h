// SPDX-License-Identifier: Apache-2.0
// The system looked through: what was questioned too little, which proof stands behind each clause, and that
// proof as a file for those who ask.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> xray_page(const Request& request, app::Session& session);
Result<Response> evidence_form(const Request& request, app::Session& session);
Result<Response> documents_page(const Request& request, app::Session& session);

}  // namespace cadran::web
