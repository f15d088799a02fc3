// SPDX-License-Identifier: Apache-2.0
// The organisation as the audited side: certification bodies, delegators, authorities.
#pragma once

#include <string>
#include <vector>

#include "app/session.h"
#include "model/audit.h"

namespace cadran::app {

struct RecordAudit {
    std::string auditor;  // as they are called
    std::string scope;
    std::string references = {};
    Date from{};
    Date to{};
    std::vector<std::string> contacts;  // accounts that answer; at least one
};
// At the examination at once: what the auditors find is written down, then their report is taken in, and each
// finding answered, resolved and verified as in any other audit. Whoever records it keeps the record and
// answers nothing. All faults at once.
Result<model::Audit> record_audit(Session& session, const RecordAudit& command);

}  // namespace cadran::app
