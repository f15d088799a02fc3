// SPDX-License-Identifier: Apache-2.0
// What a review looks at besides figures, controls and actions.
#pragma once

#include <vector>

#include "app/definitions.h"
#include "app/session.h"
#include "model/review.h"

namespace cadran::app {

// The versions of the sheet that came into force in the period, each with what it changed.
Result<std::vector<model::SheetChange>> sheet_changes(Session& session, const std::string& process,
                                                      const calendar::Period& period,
                                                      const model::RiskScale& scale);

// The risks and opportunities of the sheet beside what they were when the period began.
std::vector<model::ReviewedRisk> reviewed_risks(Workspace& workspace, const model::Process& process,
                                                const calendar::Period& period,
                                                const model::RiskScale& scale);

// Those stated in the period and those that were not dealt with when it began, in order.
std::vector<model::ReviewedNonconformity> reviewed_nonconformities(Workspace& workspace,
                                                                   const model::Process& process,
                                                                   const calendar::Period& period,
                                                                   const calendar::Zone& zone);

}  // namespace cadran::app
