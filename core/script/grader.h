// SPDX-License-Identifier: Apache-2.0
// Asks the judge of a checklist for the level of risk of what is not as it should be.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "column/scalar.h"
#include "script/budget.h"
#include "script/plugin.h"
#include "script/worker.h"

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

    // From now on has its script run there, unless that is null, and no more in this process.
    void run_in(std::shared_ptr<Worker> worker) { worker_ = std::move(worker); }

    // Depends on what it is given alone, until the limits of the run are reached. Nothing where the checklist
    // has no judge. `name` is the item's.
    std::optional<Grade> grade(const std::string& name, const NamedScalars& item, const NamedScalars& facts);

  private:
    std::string checklist_;
    bool has_judge_ = false;
    Place place_;
    JudgeScript script_;
    std::shared_ptr<Worker> worker_;
    Limits limits_;
    Budget budget_;
};

}  // namespace cadran::script
