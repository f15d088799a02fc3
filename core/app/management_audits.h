// SPDX-License-Identifier: Apache-2.0
// The audits that a management review looks at.
#pragma once

#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "model/management_dossier.h"

namespace cadran::app {

// Those that touch the period, and earlier ones with something open; as they stand today.
std::vector<model::ManagedAudit> managed_audits(Session& session, const calendar::Period& period, Date today);

}  // namespace cadran::app
