// SPDX-License-Identifier: Apache-2.0
// The management review: every input of ISO 9001, 9.3.2 a page, held in front of a screen, signed.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> management_reviews_page(const Request& request, app::Session& session);
Result<Response> management_review_page(const Request& request, app::Session& session);
Result<Response> management_topic_page(const Request& request, app::Session& session);
Result<Response> management_documents_file(const Request& request, app::Session& session);
Result<Response> management_document_file(const Request& request, app::Session& session);

Result<Response> prepare_management_review_form(const Request& request, app::Session& session);
Result<Response> answer_input_form(const Request& request, app::Session& session);
Result<Response> decide_output_form(const Request& request, app::Session& session);
Result<Response> hold_management_review_form(const Request& request, app::Session& session);
Result<Response> sign_management_review_form(const Request& request, app::Session& session);

}  // namespace cadran::web
