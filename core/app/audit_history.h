// SPDX-License-Identifier: Apache-2.0
// Who can be audited, since when, and by which audits they were.
#pragma once

#include <vector>

#include "app/session.h"
#include "audit/programme.h"

namespace cadran::app {

// Delegates, then processes in force, then the other providers, each in the order of its definitions.
Result<std::vector<audit::Auditable>> auditables(Session& session, Date today);

}  // namespace cadran::app
