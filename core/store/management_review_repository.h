// SPDX-License-Identifier: Apache-2.0
// Management reviews.
#pragma once

#include <optional>
#include <vector>

#include "model/management_review.h"
#include "store/database.h"

namespace cadran::store {

class ManagementReviewRepository {
  public:
    explicit ManagementReviewRepository(Database& database) : database_(database) {}

    std::optional<model::ManagementReview> find(const calendar::Period& period);
    // In the order in which they were first prepared.
    std::vector<model::ManagementReview> list();
    // Gives the review its number. A second one of the period is a Fault of kind unique.
    void insert(model::ManagementReview& review);
    // False where the review is not at the expected revision. A signed one refuses with a Fault of kind
    // check.
    bool update(const model::ManagementReview& review, int expected_revision);

  private:
    Database& database_;
};

}  // namespace cadran::store
