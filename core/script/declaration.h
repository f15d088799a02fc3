// SPDX-License-Identifier: Apache-2.0
// Loads a file of a plugin and takes out of Lua what it declares.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "script/budget.h"
#include "script/data.h"
#include "script/key_places.h"
#include "script/ruling.h"

struct lua_State;

namespace cadran::script {

class Worker;

struct Declaration {
    std::string file;  // as diagnostics name it
    Data data;
    KeyPlaces places;
};

// What came of running a file.
struct Declaring {
    Data data = {};
    std::optional<Diagnostic> fault = {};     // with its place
    std::optional<Breakdown> breakdown = {};  // then nothing else is known
    std::int64_t fuel = 0;                    // used
    std::chrono::steady_clock::duration time{};
};

// Runs the file where it can only declare; the judge it holds is not run.
Declaring run_to_declare(const std::string& file, std::string_view source, const Limits& limits);

// The same in that worker, unless it is null. What the file uses is taken from the budget.
Result<Declaration> declare(const std::string& file, std::string_view source, const Limits& limits,
                            Budget& budget, Worker* worker = nullptr);

// Inside Sandbox::run: does the same with the file and pushes its judge, whose environment then shows what
// judges may use: the table on top of the stack, which is popped.
void push_judge(lua_State* state, const std::string& file, std::string_view source);

}  // namespace cadran::script
