// SPDX-License-Identifier: Apache-2.0
// Whose turn something is: the accounts that the table of rights names, without those who may not judge their
// own work.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/rights.h"
#include "store/database.h"

namespace cadran::app {

// Each question is answered once and kept; names come sorted.
class DuePeople {
  public:
    explicit DuePeople(store::Database& database);

    const std::vector<std::string>& with_right(UseCase use_case);
    // Besides, the pilot and the back-ups of the process where the right reaches their own.
    const std::vector<std::string>& with_right(UseCase use_case, const model::Process& process);
    const std::vector<std::string>& with_role(model::Role role);
    // The person behind an account; the account itself where there is none.
    std::string person(const std::string& account) const;

  private:
    std::vector<model::Account> accounts_;
    std::map<UseCase, std::vector<std::string>> with_right_;
    std::map<std::pair<UseCase, std::string>, std::vector<std::string>> in_process_;
    std::map<model::Role, std::vector<std::string>> with_role_;
};

std::vector<std::string> without(std::vector<std::string> names, const std::string& name);

}  // namespace cadran::app
