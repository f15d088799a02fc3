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

// The same, valid UTF-8, on one line, without what steers a terminal, and short enough for a message.
std::string shown_text(lua_State* state, int index);
std::string shown_text(std::string_view text);

// Whether it holds controls other than line breaks and tabs, or marks that turn the direction of writing: who
// reads such a text does not see what it says.
bool steers_a_display(std::string_view utf8);

// The hint that names what a mistyped name was most likely meant to be.
std::optional<Message> nearest(std::string_view typed, std::span<const std::string> known);

}  // namespace cadran::script
