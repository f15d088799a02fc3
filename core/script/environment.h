// SPDX-License-Identifier: Apache-2.0
// What names mean to a script: tables of host functions that it can read and nothing else.
#pragma once

#include <span>

#include "script/sandbox.h"

namespace cadran::script {

struct Entry {
    const char* name;
    HostFunction function;
};

// Pushes a new table of these functions.
void push_functions(lua_State* state, std::span<const Entry> entries);

// Replaces the table on top of the stack by an empty one through which it is read. Writing, and reading a
// name that is not there, are faults; the nearest name is in the hint.
void make_read_only(lua_State* state);

// Lets the read-only table at `index` show the table on top of the stack instead, which is popped.
void show_instead(lua_State* state, int index);

// Pushes userdata of that type and size, which only the host's functions make; its metatable is out of reach.
void* push_made(lua_State* state, const char* type, std::size_t size);

}  // namespace cadran::script
