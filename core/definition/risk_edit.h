// SPDX-License-Identifier: Apache-2.0
// Adds and updates risks and opportunities in the file of a process; everything else stays byte for byte.
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
    int lost_comments = 0;  // that stood inside elements that were updated
};

// A risk with an id that a risk of the file has takes its place, any other comes behind the last risk; so
// with opportunities. `bytes` is a file whose form is right; what it means may still be wrong.
Result<RiskEdit> with_risks(std::string_view bytes, const std::string& file_name,
                            const std::vector<model::Risk>& risks,
                            const std::vector<model::Opportunity>& opportunities);

}  // namespace cadran::definition
