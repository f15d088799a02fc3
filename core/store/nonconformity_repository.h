// SPDX-License-Identifier: Apache-2.0
// Nonconformities, with the findings that they group.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/nonconformity.h"
#include "store/database.h"

namespace cadran::store {

class NonconformityRepository {
  public:
    explicit NonconformityRepository(Database& database) : database_(database) {}

    std::optional<model::Nonconformity> find(std::int64_t number);
    // Of one process, or all, in order.
    std::vector<model::Nonconformity> list(const std::string& process = {});
    // The number of the nonconformity that groups that finding.
    std::optional<std::int64_t> of_finding(const std::string& finding);
    // Gives it its number. A finding that is grouped already is a Fault of kind unique.
    void insert(model::Nonconformity& nonconformity);
    // Its texts and findings; false where it is not at the expected revision.
    bool update(const model::Nonconformity& nonconformity, int expected_revision);

  private:
    std::vector<std::string> findings_of(std::int64_t number);
    void insert_findings(const model::Nonconformity& nonconformity);

    Database& database_;
};

}  // namespace cadran::store
