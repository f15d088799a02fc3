// SPDX-License-Identifier: Apache-2.0
// To whom comes up what stays overdue.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace cadran::app {

// What is overdue for that long comes up to the first level, for twice as long to the second, and so on; a
// level without anybody else than those whose turn it is is left out.
inline constexpr std::chrono::days days_to_escalate{15};

// The accounts of the levels that it reached, sorted.
std::vector<std::string> escalated_to(std::vector<std::vector<std::string>> levels,
                                      const std::vector<std::string>& whose_turn, std::chrono::days late);

}  // namespace cadran::app
