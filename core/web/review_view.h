// SPDX-License-Identifier: Apache-2.0
// The pages of one review: what stands before it, its overview, its topics, and what was signed.
#pragma once

#include "app/review.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// The review that the path names.
Result<app::ReviewName> review_parameter(const Request& request);
std::string review_address(const app::ReviewName& name);

// Its overview, with what kept a step from being done above it.
Result<Response> shown_review(const app::ReviewName& name, const Failure* failure, const Request& request,
                              app::Session& session);

// A topic of it, with what is wrong about the form and what was typed in it. A signed review has none.
Result<Response> shown_topic(const app::ReviewName& name, std::string_view topic, const Failure* failure,
                             const Request& request, app::Session& session);

}  // namespace cadran::web
