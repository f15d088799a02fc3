// SPDX-License-Identifier: Apache-2.0
#include "script/grader.h"

#include <stdexcept>

#include <lua.hpp>

#include "script/declaration.h"
#include "script/library.h"
#include "script/sandbox.h"
#include "script/shape.h"
#include "script/stopped.h"
#include "script/text_of.h"
#include "script/values.h"

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
    std::vector<std::string> names;
    for (const model::Severity severity : model::all_severities)
        names.emplace_back(model::severity_name(severity));
    const auto& ids =
        *static_cast<const std::vector<std::string>*>(lua_touserdata(state, lua_upvalueindex(1)));
    const Level made{model::all_severities[word_at(state, 1, "level", names)],
                     word_at(state, 2, "message", ids)};
    new (lua_newuserdatauv(state, sizeof(Level), 0)) Level(made);
    if (luaL_newmetatable(state, level_type) != 0) {
        lua_pushboolean(state, 0);
        lua_setfield(state, -2, "__metatable");
    }
    lua_setmetatable(state, -2);
    return 1;
}

const Level& level_at(lua_State* state, int index) {
    if (const auto* level = static_cast<const Level*>(luaL_testudata(state, index, level_type)))
        return *level;
    Sandbox::of(state).raise({"script.no_level", {{"type", std::string(luaL_typename(state, index))}}},
                             Message{"script.levels_are"});
}

Row row_of(const char* kind, const NamedScalars& values) {
    std::vector<std::string> names;
    for (const auto& [name, value] : values) names.push_back(name);
    return {kind, std::move(names), [&values](std::size_t index) { return values[index].second; }};
}

}  // namespace

Grader::Grader(const PluginFiles& files, const Plugin& plugin, const std::string& checklist,
               const Limits& limits)
    : checklist_(checklist), limits_(limits), budget_(limits) {
    const ChecklistDeclaration* declaration = plugin.find_checklist(checklist);
    if (declaration == nullptr) throw std::out_of_range("no checklist " + checklist);
    has_judge_ = declaration->has_judge;
    place_ = declaration->place;
    source_ = files.at(declaration->path);
    for (const auto& [id, text] : declaration->checklist.messages) messages_.push_back(id);
}

std::optional<Grade> Grader::grade(const std::string& name, const NamedScalars& item,
                                   const NamedScalars& facts) {
    if (!has_judge_) return {};
    if (const auto shortage = budget_.shortage()) {
        return Grade{.fault = Diagnostic{place_, run_ended(*shortage, limits_, checklist_, name),
                                         Message{"script.do_less"}}};
    }
    const Row subject = row_of("item", item), known = row_of("facts", facts);
    Grade grade;
    Sandbox sandbox(budget_.remaining(limits_));
    auto fault = sandbox.run([&](lua_State* state) {
        push_judging_libraries(state);
        lua_pushlightuserdata(state, const_cast<std::vector<std::string>*>(&messages_));
        lua_pushcclosure(state, &guarded<level>, 1);
        lua_setfield(state, -2, grading_function.data());
        push_judge(state, place_.file, source_);
        push_row(state, subject);
        push_row(state, known);
        lua_call(state, 2, 1);
        const Level& given = level_at(state, -1);
        grade = {given.level, messages_[given.message], {}};
    });
    budget_.take(sandbox);
    if (!fault) return grade;
    if (fault->place.line == 0) fault->place = place_;
    if (const auto shortage = sandbox.shortage())
        fault->what = judge_stopped(*shortage, limits_, checklist_, name);
    return Grade{.fault = std::move(fault)};
}

}  // namespace cadran::script
