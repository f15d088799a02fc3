// SPDX-License-Identifier: Apache-2.0
#include "script/grading_library.h"

#include <type_traits>

#include <lua.hpp>

#include "script/environment.h"
#include "script/sandbox.h"
#include "script/shape.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

struct Level {
    model::Severity level = model::Severity::medium;
    std::size_t message = 0;
};

static_assert(std::is_trivially_destructible_v<Level>);  // Lua frees it without asking

constexpr const char* level_type = "level";

// The argument as one of the known words.
std::size_t word_at(lua_State* state, int index, const char* key, const std::vector<std::string>& known) {
    const std::string word = lua_type(state, index) == LUA_TSTRING ? shown_text(state, index) : "";
    const auto found = std::ranges::find(known, word);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    const Message words{"script.known_words", {{"words", fmt::format("{}", fmt::join(known, ", "))}}};
    Sandbox::of(state).raise(
        {"script.unknown_word", {{"key", std::string(key)}, {"value", shown_text(state, index)}}},
        nearest(word, known).value_or(words));
}

// Upvalue: the ids of the messages.
int level(lua_State* state) {
    const auto& ids =
        *static_cast<const std::vector<std::string>*>(lua_touserdata(state, lua_upvalueindex(1)));
    const Level made{model::all_severities[word_at(state, 1, "level", severity_words())],
                     word_at(state, 2, "message", ids)};
    new (push_made(state, level_type, sizeof(Level))) Level(made);
    return 1;
}

}  // namespace

void add_grading_function(lua_State* state, const std::vector<std::string>& messages) {
    lua_pushlightuserdata(state, const_cast<std::vector<std::string>*>(&messages));
    lua_pushcclosure(state, &guarded<level>, 1);
    lua_setfield(state, -2, grading_function.data());
}

Verdict level_at(lua_State* state, int index) {
    if (const auto* given = static_cast<const Level*>(luaL_testudata(state, index, level_type)))
        return {.severity = given->level, .message = given->message};
    Sandbox::of(state).raise({"script.no_level", {{"type", std::string(luaL_typename(state, index))}}},
                             Message{"script.levels_are"});
}

}  // namespace cadran::script
