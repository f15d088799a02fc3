// SPDX-License-Identifier: Apache-2.0
// What a review decided so far, and the form by which it decides on an action.
#pragma once

#include "app/session.h"
#include "model/review.h"
#include "web/request.h"

namespace cadran::web {

// Markup beneath a topic; the form for who may hold the review, with what was typed.
std::string review_decisions(const model::Dossier& dossier, std::string_view topic, const Request& request,
                             app::Session& session);

}  // namespace cadran::web
