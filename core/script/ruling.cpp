// SPDX-License-Identifier: Apache-2.0
#include "script/ruling.h"

#include <lua.hpp>

#include "script/declaration.h"
#include "script/grading_library.h"
#include "script/library.h"
#include "script/sandbox.h"

namespace cadran::script {

namespace {

void expect_no_stronger(Sandbox& sandbox, const Verdict& verdict, model::Effect strongest) {
    if (!verdict.effect || *verdict.effect >= strongest) return;
    sandbox.raise({"script.stronger_effect", {{"effect", std::string(model::effect_name(strongest))}}},
                  Message{"script.declare_the_strongest"});
}

}  // namespace

Ruling rule(const JudgeScript& script, const JudgeArguments& arguments, const Limits& limits,
            LineCoverage* lines) {
    Ruling ruling;
    Sandbox sandbox(limits);
    ruling.fault = sandbox.run([&](lua_State* state) {
        push_judging_libraries(state);
        if (script.strongest_effect)
            add_judging_functions(state, script.messages);
        else
            add_grading_function(state, script.messages);
        push_judge(state, script.file, script.source);
        if (lines != nullptr) sandbox.take_down(*lines, script.file);
        push_row(state, arguments.subject);
        push_row(state, arguments.others);
        if (arguments.records != nullptr) push_rows(state, *arguments.records);
        lua_call(state, arguments.records == nullptr ? 2 : 3, 1);
        if (script.strongest_effect) {
            ruling.verdict = verdict_at(state, -1);
            expect_no_stronger(sandbox, ruling.verdict, *script.strongest_effect);
        } else {
            ruling.verdict = level_at(state, -1);
        }
    });
    ruling.shortage = sandbox.shortage();
    ruling.fuel = sandbox.fuel_used();
    ruling.time = sandbox.time_used();
    return ruling;
}

}  // namespace cadran::script
