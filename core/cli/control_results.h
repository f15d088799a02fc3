// SPDX-License-Identifier: Apache-2.0
// What controls did, as `control run` and `control replay` print it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "cli/output.h"
#include "model/run.h"

namespace cadran::cli {

// A line a control; of those that are kept for a confidant the population alone.
Table control_results(const Output& output, const std::vector<model::ControlResult>& results,
                      const std::set<std::string>& confided = {});

struct ControlTally {
    std::int64_t found = 0;
    std::int64_t errors = 0;

    int exit_code() const;
};
ControlTally tally_of(const std::vector<model::ControlResult>& results);

}  // namespace cadran::cli
