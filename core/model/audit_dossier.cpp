// SPDX-License-Identifier: Apache-2.0
#include "model/audit_dossier.h"

namespace cadran::model {

const std::string& AuditDossier::person(const std::string& account) const {
    const auto known = persons.find(account);
    return known == persons.end() ? account : known->second;
}

std::map<Severity, std::int64_t> AuditDossier::by_level() const {
    std::map<Severity, std::int64_t> counts;
    for (const Severity level : all_severities) counts[level] = 0;
    for (const ReportedFinding& one : findings) {
        if (one.finding.state != AuditFindingState::withdrawn && one.finding.level)
            ++counts[*one.finding.level];
    }
    return counts;
}

}  // namespace cadran::model
