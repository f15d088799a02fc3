// SPDX-License-Identifier: Apache-2.0
// The hint for a name that nobody knows.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/message.h"

namespace cadran::app {

// "Did you mean …?"; none where nothing known is near.
std::optional<Message> nearest_hint(std::string_view typed, std::span<const std::string> known);

}  // namespace cadran::app
