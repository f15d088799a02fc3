// SPDX-License-Identifier: Apache-2.0
// Actions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/action.h"
#include "store/database.h"

namespace cadran::store {

// Empty members let everything pass.
struct ActionFilter {
    std::string process = {};
    std::optional<model::ActionState> state = {};
    std::string owner = {};
};

class ActionRepository {
  public:
    explicit ActionRepository(Database& database) : database_(database) {}

    std::optional<model::Action> find(std::int64_t number);
    // In order.
    std::vector<model::Action> list(const ActionFilter& filter = {});
    // The number of the action that an ineffective one opened.
    std::optional<std::int64_t> next_of(std::int64_t number);
    // Gives the action its number. A reference that another action of the process has is a Fault of kind
    // unique.
    void insert(model::Action& action);
    // False where the action is not at the expected revision.
    bool update(const model::Action& action, int expected_revision);

  private:
    Database& database_;
};

}  // namespace cadran::store
