// SPDX-License-Identifier: Apache-2.0
// The five levels of risk.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/message.h"

namespace cadran::model {

enum class Severity { very_low, low, medium, high, major };

inline constexpr std::array all_severities{Severity::very_low, Severity::low, Severity::medium,
                                           Severity::high, Severity::major};

// `very low`, `low`, `medium`, `high`, `major`: as plugins and files write it.
std::string_view severity_name(Severity severity);
std::optional<Severity> parse_severity(std::string_view name);
LocalText severity_title(Severity severity);

}  // namespace cadran::model
