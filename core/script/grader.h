// SPDX-License-Identifier: Apache-2.0
// Asks the judge of a checklist for the level of risk of what is not as it should be.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "column/scalar.h"
#include "script/limits.h"
#include "script/plugin.h"

namespace cadran::script {

using NamedScalars = std::vector<std::pair<std::string, column::Scalar>>;

struct Grade {
    std::optional<model::Severity> level = {};
    std::string message = {};              // id of one of the checklist's messages
    std::optional<Diagnostic> fault = {};  // what went wrong in the judge; then there is no level
};

class Grader {
  public:
    // The checklist is one of the plugin's. Throws std::out_of_range on another one.
    Grader(const PluginFiles& files, const Plugin& plugin, const std::string& checklist,
           const Limits& limits = {});

    // Depends on what it is given alone. Nothing where the checklist has no judge.
    std::optional<Grade> grade(const NamedScalars& item, const NamedScalars& facts) const;

  private:
    bool has_judge_ = false;
    Place place_;
    std::string source_;
    std::vector<std::string> messages_;
    Limits limits_;
};

}  // namespace cadran::script
