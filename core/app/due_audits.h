// SPDX-License-Identifier: Apache-2.0
// What falls due in audits, for the team and for the auditee.
#pragma once

#include <string>
#include <vector>

#include "app/due.h"
#include "app/session.h"

namespace cadran::app {

// After the restitution the two sides meet again.
inline constexpr std::chrono::months months_to_follow_up{6};

// Audit by audit, in their order: one item of a kind with a count, of recommendations one each, whatever
// their day. What awaits an auditee without contacts awaits the team. `overdue` is left to the caller.
Result<std::vector<DueItem>> audits_due(Session& session, Date today,
                                        const std::vector<std::string>& quality_managers);

}  // namespace cadran::app
