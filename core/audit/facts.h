// SPDX-License-Identifier: Apache-2.0
// What is known of an auditee before the audit begins, as its checklist asks for it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "column/scalar.h"
#include "model/checklist.h"

namespace cadran::audit {

// A value for each fact of the checklist, in its order, missing where it was not given. All faults at once:
// facts that nobody asked for, values that do not fit, required facts that are missing.
Result<std::vector<column::Scalar>> parse_facts(const model::Checklist& checklist,
                                                const std::map<std::string, std::string>& written);

}  // namespace cadran::audit
