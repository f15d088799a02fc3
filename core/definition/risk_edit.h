// SPDX-License-Identifier: Apache-2.0
// Adds and updates risks in the file of a process; everything else stays byte for byte.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/risk.h"

namespace cadran::definition {

struct RiskEdit {
    std::string text;  // of the whole file
    int added = 0;
    int updated = 0;
    int unchanged = 0;
    int lost_comments = 0;  // that stood inside risks that were updated
};

// A risk with an id that the file has takes its place, any other comes behind the last one. `bytes` is a file
// whose form is right; what it means may still be wrong.
Result<RiskEdit> with_risks(std::string_view bytes, const std::string& file_name,
                            const std::vector<model::Risk>& risks);

// The risks of such a file.
Result<std::vector<model::Risk>> risks_in(std::string_view bytes, const std::string& file_name);

}  // namespace cadran::definition
