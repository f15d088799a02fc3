// SPDX-License-Identifier: Apache-2.0
// The states of audits and of what they found, read back from the store.
#pragma once

#include <string>

#include "model/audit.h"
#include "model/audit_finding.h"

namespace cadran::store {

// The inverses of `state`. What the store wrote itself must be readable: anything else throws Fault of kind
// damaged.
model::Audit audit_from(const std::string& text);
model::AuditFinding audit_finding_from(const std::string& text);

}  // namespace cadran::store
