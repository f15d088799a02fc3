// SPDX-License-Identifier: Apache-2.0
// Loads a file of a plugin and takes out of Lua what it declares.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "script/budget.h"
#include "script/data.h"
#include "script/key_places.h"

struct lua_State;

namespace cadran::script {

struct Declaration {
    std::string file;  // as diagnostics name it
    Data data;
    KeyPlaces places;
};

// Runs the file where it can only declare; the judge it holds is not run. What it uses is taken from the
// budget.
Result<Declaration> declare(const std::string& file, std::string_view source, const Limits& limits,
                            Budget& budget);

// Inside Sandbox::run: does the same with the file and pushes its judge, whose environment then shows what
// judges may use: the table on top of the stack, which is popped.
void push_judge(lua_State* state, const std::string& file, std::string_view source);

}  // namespace cadran::script
