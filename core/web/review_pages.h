// SPDX-License-Identifier: Apache-2.0
// The reviews of processes: prepared, held in front of a screen, signed.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> reviews_page(const Request& request, app::Session& session);
Result<Response> review_page(const Request& request, app::Session& session);
Result<Response> review_topic_page(const Request& request, app::Session& session);
Result<Response> review_documents_file(const Request& request, app::Session& session);
Result<Response> review_document_file(const Request& request, app::Session& session);

Result<Response> turn_cycle_form(const Request& request, app::Session& session);
Result<Response> measure_indicators_form(const Request& request, app::Session& session);
Result<Response> record_indicator_form(const Request& request, app::Session& session);
Result<Response> prepare_review_form(const Request& request, app::Session& session);
Result<Response> decide_in_review_form(const Request& request, app::Session& session);
Result<Response> hold_review_form(const Request& request, app::Session& session);
Result<Response> sign_review_form(const Request& request, app::Session& session);

}  // namespace cadran::web
