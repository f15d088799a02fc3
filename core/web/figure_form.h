// SPDX-License-Identifier: Apache-2.0
// A figure that nothing measures, typed by hand: on the page of its indicator, or of the review that waits
// for it.
#pragma once

#include <string>
#include <vector>

#include "app/indicator.h"
#include "app/indicator_standing.h"
#include "app/session.h"
#include "web/request.h"

namespace cadran::web {

// The form as markup, with what was typed; empty where the person has nothing to record among these. The
// figure that the form or the address (`?period=2026-07`) names is chosen.
std::string figure_form(const std::vector<app::IndicatorStanding>& standings, const std::string& action,
                        const Request& request, const app::Session& session);

// What was typed into it; every fault at once.
Result<app::RecordIndicator> typed_figure(const Request& request, const std::string& process);

}  // namespace cadran::web
