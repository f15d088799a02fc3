// SPDX-License-Identifier: Apache-2.0
#include "app/nearest.h"

#include "base/text.h"

namespace cadran::app {

std::optional<Message> nearest_hint(std::string_view typed, std::span<const std::string> known) {
    const auto near = nearest_name(typed, known);
    if (!near) return {};
    return Message{"app.nearest", {{"name", *near}}};
}

}  // namespace cadran::app
