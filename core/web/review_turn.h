// SPDX-License-Identifier: Apache-2.0
// The turn of the PDCA wheel before its review: where it stands, what is missing, and the steps that lead on.
#pragma once

#include "app/cycle.h"
#include "app/session.h"
#include "model/process.h"
#include "web/request.h"

namespace cadran::web {

// Markup; the steps are there for who may take them. Fields of a figure keep what was typed.
std::string review_turn(const app::ShownCycle& cycle, const model::Process& process, const Request& request,
                        app::Session& session);

}  // namespace cadran::web
