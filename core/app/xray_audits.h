// SPDX-License-Identifier: Apache-2.0
// What x-raying the system shows of its audits.
#pragma once

#include <string>
#include <vector>

#include "app/xray.h"

namespace cadran::app {

// Recommendations that are overdue for longer are forgotten.
inline constexpr std::chrono::days days_to_forget{90};

// Of one process where it is named. Of audits that the actor may not see, nothing.
Done look_at_audits(Session& session, Date today, const std::string& process,
                    std::vector<XrayShadow>& shadows);

}  // namespace cadran::app
