// SPDX-License-Identifier: Apache-2.0
// To the organisation's provider and back; and the proof that it is still the same person.
#pragma once

#include "web/route.h"

namespace cadran::web {

Result<Response> provider_departure(const Request& request, const Threshold& threshold);
Result<Response> provider_return(const Request& request, const Threshold& threshold);

Result<Response> proof_page(const Request& request, app::Session& session, const app::Entrance& entrance);
Result<Response> proof_form(const Request& request, app::Session& session, const app::Entrance& entrance);

}  // namespace cadran::web
