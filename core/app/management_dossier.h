// SPDX-License-Identifier: Apache-2.0
// Gathers everything that a management review looks at, and says what still keeps it from its signature.
#pragma once

#include "app/session.h"
#include "model/management_dossier.h"

namespace cadran::app {

// As the store stands now; `review` is taken as given.
Result<model::ManagementDossier> gather_management_dossier(Session& session,
                                                           const model::ManagementReview& review);

// All at once, each with the command that mends it: that it was not held, inputs that are missing, reviews of
// processes that are not signed, outputs on which nothing was decided. Empty: it may be signed.
Diagnostics obstacles_to_signature(const model::ManagementDossier& dossier);

}  // namespace cadran::app
