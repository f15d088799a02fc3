// SPDX-License-Identifier: Apache-2.0
// Gathers everything that a review looks at.
#pragma once

#include "app/definitions.h"
#include "app/session.h"
#include "model/review.h"

namespace cadran::app {

// As the store stands now; `review` and `cycle` are taken as given.
Result<model::Dossier> gather_dossier(Session& session, const InForce<model::Process>& process,
                                      const model::Cycle& cycle, const model::Review& review);

}  // namespace cadran::app
