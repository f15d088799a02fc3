// SPDX-License-Identifier: Apache-2.0
// What the checklist proposes to the auditor: a level of risk for each item that is not as it should be.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "column/scalar.h"
#include "model/audit.h"
#include "script/grader.h"

namespace cadran::audit {

struct Proposal {
    std::string item;
    std::optional<model::Severity> level = {};  // none where the checklist has no judge, or it failed
    std::string reason = {};                    // id of a message of the checklist
    std::optional<Diagnostic> fault = {};       // of the judge
};

// In the order of the items: of pieces that are missing, rejected, late or nonconforming, and of questions
// that are nonconforming. `repeats` says how often an item was recommended in earlier audits of the auditee.
std::vector<Proposal> propose(script::Grader& grader, const model::Checklist& checklist,
                              const std::vector<const model::ChecklistItem*>& items,
                              const std::vector<column::Scalar>& facts, const model::Audit& audit,
                              const std::map<std::string, std::int64_t>& repeats);

}  // namespace cadran::audit
