// SPDX-License-Identifier: Apache-2.0
// What one file alone cannot tell: whether definitions fit each other, the plugins and the accounts.
#pragma once

#include <string>
#include <vector>

#include "app/definitions.h"
#include "app/session.h"
#include "definition/process_file.h"

namespace cadran::app {

// What processes may use.
struct Offer {
    std::vector<model::Control> controls;
    std::vector<model::Measure> measures;
    std::vector<std::string> accounts;

    void add(const script::Plugin& plugin);
};

// Unknown controls, measures, parameters and accounts, and parameter values that do not fit, each at its
// place.
Diagnostics faults_against(const Offer& offer, const definition::ProcessFile& file);

struct CheckedDrafts {
    int files = 0;
    Diagnostics faults;  // of all drafts, by place
};

// Everything that is wrong with the drafts of the workspace, in one go.
Result<CheckedDrafts> check_drafts(Session& session);

}  // namespace cadran::app
