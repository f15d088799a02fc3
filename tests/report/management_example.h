// SPDX-License-Identifier: Apache-2.0
// An invented management review to be reported on.
#pragma once

#include "model/management_dossier.h"

namespace cadran::report {

// The year 2026 of one process: its objective missed in the first two quarters, then met; one risk fell; the
// review is signed.
model::ManagementDossier management_example();

// One that was prepared, of a system without processes.
model::ManagementDossier bare_management();

// The example with every text a hostile one: markup, quotes, template tags, control characters.
model::ManagementDossier hostile_management();

}  // namespace cadran::report
