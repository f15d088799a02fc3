// SPDX-License-Identifier: Apache-2.0
// Values of a script as text, without calling anything of the script's and without showing an address.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/message.h"

struct lua_State;

namespace cadran::script {

// Numbers as Lua writes them, money, dates and times as files do; of anything else, what it is (`table`).
std::string text_of(lua_State* state, int index);

// The same, valid UTF-8 and short enough for a message.
std::string shown_text(lua_State* state, int index);
std::string shown_text(std::string_view text);

// The hint that names what a mistyped name was most likely meant to be.
std::optional<Message> nearest(std::string_view typed, std::span<const std::string> known);

}  // namespace cadran::script
