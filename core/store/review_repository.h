// SPDX-License-Identifier: Apache-2.0
// Turns of the wheel, and reviews.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/cycle.h"
#include "model/review.h"
#include "store/database.h"

namespace cadran::store {

class CycleRepository {
  public:
    explicit CycleRepository(Database& database) : database_(database) {}

    // The newest turn of a process.
    std::optional<model::Cycle> newest(const std::string& process);
    std::vector<model::Cycle> list();
    void insert(const model::Cycle& cycle);
    // False where the turn is not at the expected revision.
    bool update(const model::Cycle& cycle, int expected_revision);

  private:
    Database& database_;
};

class ReviewRepository {
  public:
    explicit ReviewRepository(Database& database) : database_(database) {}

    std::optional<model::Review> find(const std::string& process, const calendar::Period& period);
    std::vector<model::Review> list();
    // Gives the review its number.
    void insert(model::Review& review);
    // False where the review is not at the expected revision. A signed review refuses with a Fault of kind
    // check.
    bool update(const model::Review& review, int expected_revision);

  private:
    Database& database_;
};

}  // namespace cadran::store
