// SPDX-License-Identifier: Apache-2.0
#include "app/escalation.h"

#include <algorithm>

namespace cadran::app {

std::vector<std::string> escalated_to(std::vector<std::vector<std::string>> levels,
                                      const std::vector<std::string>& whose_turn, std::chrono::days late) {
    std::vector<std::string> told;
    auto reached = days_to_escalate;
    for (std::vector<std::string>& level : levels) {
        std::erase_if(level, [&](const std::string& account) {
            return std::ranges::find(whose_turn, account) != whose_turn.end();
        });
        if (level.empty()) continue;
        if (late <= reached) break;
        told.insert(told.end(), level.begin(), level.end());
        reached += days_to_escalate;
    }
    std::ranges::sort(told);
    told.erase(std::ranges::unique(told).begin(), told.end());
    return told;
}

}  // namespace cadran::app
