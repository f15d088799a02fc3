// SPDX-License-Identifier: Apache-2.0
#include "script/environment.h"

#include <lua.hpp>

#include "base/text.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

std::vector<std::string> names_in(lua_State* state, int table) {
    std::vector<std::string> names;
    for (lua_pushnil(state); lua_next(state, table) != 0; lua_pop(state, 1)) {
        if (lua_type(state, -2) == LUA_TSTRING) names.emplace_back(lua_tostring(state, -2));
    }
    std::ranges::sort(names);
    return names;
}

// (table, name): nothing is called that.
int unknown_name(lua_State* state) {
    const std::vector<std::string> names = names_in(state, 1);
    const std::string name = shown_text(state, 2);
    Sandbox::of(state).raise({"script.unknown_name", {{"name", name}}}, nearest(name, names));
}

// (table, name, value)
int refuse_writing(lua_State* state) {
    Sandbox::of(state).raise({"script.name_written", {{"name", shown_text(state, 2)}}},
                             Message{"script.use_local"});
}

// Pushes a metatable that scripts can neither see nor replace.
void push_metatable(lua_State* state, const char* event, HostFunction function) {
    lua_createtable(state, 0, 3);
    lua_pushcfunction(state, function);
    lua_setfield(state, -2, event);
    lua_pushboolean(state, 0);
    lua_setfield(state, -2, "__metatable");
}

}  // namespace

void push_functions(lua_State* state, std::span<const Entry> entries) {
    lua_createtable(state, 0, static_cast<int>(entries.size()) + 8);
    for (const Entry& entry : entries) {
        lua_pushcfunction(state, entry.function);
        lua_setfield(state, -2, entry.name);
    }
}

void make_read_only(lua_State* state) {
    lua_createtable(state, 0, 0);
    push_metatable(state, "__newindex", &guarded<refuse_writing>);
    lua_setmetatable(state, -2);
    lua_insert(state, -2);
    show_instead(state, lua_absindex(state, -2));
}

void show_instead(lua_State* state, int index) {
    push_metatable(state, "__index", &guarded<unknown_name>);
    lua_setmetatable(state, -2);
    lua_getmetatable(state, index);
    lua_insert(state, -2);
    lua_setfield(state, -2, "__index");
    lua_pop(state, 1);
}

void* push_made(lua_State* state, const char* type, std::size_t size) {
    void* memory = lua_newuserdatauv(state, size, 0);
    if (luaL_newmetatable(state, type) != 0) {
        lua_pushboolean(state, 0);
        lua_setfield(state, -2, "__metatable");
    }
    lua_setmetatable(state, -2);
    return memory;
}

}  // namespace cadran::script
