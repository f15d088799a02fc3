// SPDX-License-Identifier: Apache-2.0
// Audits and what they found.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/audit.h"
#include "model/audit_finding.h"
#include "store/database.h"

namespace cadran::store {

class AuditRepository {
  public:
    explicit AuditRepository(Database& database) : database_(database) {}

    std::optional<model::Audit> find(std::int64_t number);
    // In order; of one auditee where it is not empty.
    std::vector<model::Audit> list(const std::string& auditee = "");
    // Gives the audit its number.
    void insert(model::Audit& audit);
    // False where the audit is not at the expected revision.
    bool update(const model::Audit& audit, int expected_revision);

  private:
    Database& database_;
};

class AuditFindingRepository {
  public:
    explicit AuditFindingRepository(Database& database) : database_(database) {}

    std::optional<model::AuditFinding> find(std::int64_t number);
    // In order; of one audit where it is not 0.
    std::vector<model::AuditFinding> list(std::int64_t audit = 0);
    // Gives the finding its number.
    void insert(model::AuditFinding& finding);
    // False where the finding is not at the expected revision.
    bool update(const model::AuditFinding& finding, int expected_revision);

  private:
    Database& database_;
};

}  // namespace cadran::store
