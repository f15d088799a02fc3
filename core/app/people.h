// SPDX-License-Identifier: Apache-2.0
// What people are called whose accounts stand in something.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/session.h"

namespace cadran::app {

// Persons by account: for pages that show an account anyway, and never as a list of its own.
using PersonNames = std::map<std::string, std::string>;

PersonNames person_names(Session& session);

// The account itself where nobody has it.
const std::string& person_called(const PersonNames& names, const std::string& account);

struct Colleague {
    std::string account;
    std::string person;
};

// Who may be charged with something, by person: those whose accounts are not suspended. For whoever may
// propose an action.
Result<std::vector<Colleague>> list_colleagues(Session& session);

}  // namespace cadran::app
