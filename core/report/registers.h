// SPDX-License-Identifier: Apache-2.0
// What stands in the registers of risks, nonconformities and findings: figures and texts of the system, no
// person and no record of a member.
#pragma once

#include <optional>
#include <vector>

#include "model/finding.h"
#include "model/nonconformity.h"
#include "model/process.h"
#include "report/register.h"

namespace cadran::report {

// Each without the organisation and the day. Processes are named by their id.

Register risk_register(const std::vector<model::Process>& processes, const model::RiskScale& scale,
                       const Catalogue& catalogue);

struct DatedNonconformity {
    model::Nonconformity nonconformity;
    Date stated_on;
};
Register nonconformity_register(const std::vector<DatedNonconformity>& nonconformities,
                                const Catalogue& catalogue);

struct RegisteredFinding {
    std::string process;
    model::Finding finding;
    std::optional<std::int64_t> nonconformity;
};
Register finding_register(const std::vector<RegisteredFinding>& findings, const Catalogue& catalogue);

}  // namespace cadran::report
