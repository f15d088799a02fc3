// SPDX-License-Identifier: Apache-2.0
#include "script/verdict.h"

#include <type_traits>

#include <lua.hpp>

#include "script/environment.h"
#include "script/sandbox.h"
#include "script/shape.h"
#include "script/text_of.h"

namespace cadran::script {

namespace {

static_assert(std::is_trivially_destructible_v<Verdict>);  // Lua frees it without asking

constexpr const char* verdict_type = "verdict";

int push(lua_State* state, const Verdict& verdict) {
    new (push_made(state, verdict_type, sizeof(Verdict))) Verdict(verdict);
    return 1;
}

[[noreturn]] void refuse(lua_State* state, const std::string& key, std::span<const std::string> known) {
    const std::string value = shown_text(state, -1);
    const Message words =
        known.empty() ? Message{"script.declare_the_message", {{"value", value}}}
                      : Message{"script.known_words", {{"words", fmt::format("{}", fmt::join(known, ", "))}}};
    Sandbox::of(state).raise({"script.unknown_word", {{"key", key}, {"value", value}}},
                             nearest(value, known).value_or(words));
}

// The argument table must be plain: what is in it is read, nothing of it is called. Of several unknown keys
// the least is told: Lua has them in another order each time.
void check_keys(lua_State* state) {
    const Shape& failure = shape("Failure");
    std::optional<std::string> unknown;
    for (lua_pushnil(state); lua_next(state, 1) != 0; lua_pop(state, 1)) {
        Sandbox::of(state).charge(10);
        std::string key = shown_text(state, -2);
        const bool is_known =
            lua_type(state, -2) == LUA_TSTRING && std::ranges::find(failure.keys, key) != failure.keys.end();
        if (!is_known && (!unknown || key < *unknown)) unknown = std::move(key);
    }
    if (unknown)
        Sandbox::of(state).raise({"script.unknown_key", {{"key", *unknown}}},
                                 nearest(*unknown, failure.keys));
}

// Pushes the member, and says whether there is one.
bool push_member(lua_State* state, const char* key) {
    lua_pushstring(state, key);
    return lua_rawget(state, 1) != LUA_TNIL;
}

// Upvalue: the ids of the messages.
int fail(lua_State* state) {
    Verdict verdict;
    if (lua_isnoneornil(state, 1)) return push(state, verdict);
    if (lua_type(state, 1) != LUA_TTABLE)
        Sandbox::of(state).raise({"script.fail_takes_a_table"}, Message{"script.fail_is_written"});
    check_keys(state);
    if (push_member(state, "severity")) {
        verdict.severity = model::parse_severity(shown_text(state, -1));
        if (!verdict.severity) refuse(state, "severity", severity_words());
    }
    if (push_member(state, "effect")) {
        verdict.effect = model::parse_effect(shown_text(state, -1));
        if (!verdict.effect) refuse(state, "effect", effect_words());
    }
    if (push_member(state, "message")) {
        const auto& ids =
            *static_cast<const std::vector<std::string>*>(lua_touserdata(state, lua_upvalueindex(1)));
        const auto found = std::ranges::find(ids, shown_text(state, -1));
        if (found == ids.end()) refuse(state, "message", ids);
        verdict.message = static_cast<std::size_t>(found - ids.begin());
    }
    return push(state, verdict);
}

int pass(lua_State* state) {
    return push(state, {.outcome = model::Outcome::pass});
}

int not_applicable(lua_State* state) {
    return push(state, {.outcome = model::Outcome::not_applicable});
}

}  // namespace

std::vector<std::string> severity_words() {
    std::vector<std::string> words;
    for (const model::Severity severity : model::all_severities)
        words.emplace_back(model::severity_name(severity));
    return words;
}

std::vector<std::string> effect_words() {
    return {"hold", "check", "flag"};
}

void add_judging_functions(lua_State* state, const std::vector<std::string>& messages) {
    lua_pushcfunction(state, &guarded<pass>);
    lua_setfield(state, -2, "pass");
    lua_pushlightuserdata(state, const_cast<std::vector<std::string>*>(&messages));
    lua_pushcclosure(state, &guarded<fail>, 1);
    lua_setfield(state, -2, "fail");
    lua_pushcfunction(state, &guarded<not_applicable>);
    lua_setfield(state, -2, "not_applicable");
}

Verdict verdict_at(lua_State* state, int index) {
    if (const auto* verdict = static_cast<const Verdict*>(luaL_testudata(state, index, verdict_type)))
        return *verdict;
    Message what{"script.no_verdict", {}};
    if (!lua_isnil(state, index))
        what = {"script.not_a_verdict", {{"type", std::string(luaL_typename(state, index))}}};
    Sandbox::of(state).raise(std::move(what), Message{"script.verdicts_are"});
}

}  // namespace cadran::script
