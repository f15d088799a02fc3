// SPDX-License-Identifier: Apache-2.0
// The pages of one management review: its overview, its topics, and what was signed.
#pragma once

#include "app/management_review.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// The period that the path names.
Result<calendar::Period> reviewed_period(const Request& request);
std::string management_address(const calendar::Period& period);

// The pages of a review, each with what kept a step from being done above it.
Result<Response> shown_management_review(const calendar::Period& period, const Failure* failure,
                                         const Request& request, app::Session& session);
// An input by its name, or `conclusion`. A signed review has none.
Result<Response> shown_management_topic(const calendar::Period& period, std::string_view topic,
                                        const Failure* failure, const Request& request,
                                        app::Session& session);

}  // namespace cadran::web
