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
    std::vector<model::ActionState> states = {};
    std::vector<model::ActionLevel> levels = {};
    std::string owner = {};
    std::optional<Date> overdue_on = {};  // only what is overdue that day
    // Part of those: so many from that one on; 0 for no limit.
    std::int64_t first = 0;
    std::int64_t most = 0;
};

class ActionRepository {
  public:
    explicit ActionRepository(Database& database) : database_(database) {}

    std::optional<model::Action> find(std::int64_t number);
    // In order.
    std::vector<model::Action> list(const ActionFilter& filter = {});
    // How many there are, whatever part the filter asks for.
    std::int64_t count(const ActionFilter& filter);
    // Who owns one, by account.
    std::vector<std::string> owners();
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
