// SPDX-License-Identifier: Apache-2.0
// What the judge of a checklist returns: made by the host's function, so that no script can forge one.
#pragma once

#include <string>
#include <vector>

#include "script/verdict.h"

namespace cadran::script {

// Puts `level` into the table on top of the stack. `messages`, the ids that it may choose from, must outlive
// the state.
void add_grading_function(lua_State* state, const std::vector<std::string>& messages);

// Its severity and its message. Fails inside Lua, as a fault of the script, on anything but a level.
Verdict level_at(lua_State* state, int index);

}  // namespace cadran::script
