// SPDX-License-Identifier: Apache-2.0
#include "script/attempt.h"

namespace cadran::script {

namespace {

constexpr const char* check = "controls/check.lua";
constexpr const char* unknown = "script.unknown_name";

const DeclaringAttempt declaring[] = {
    {check, "::again:: goto again", "script.out_of_fuel"},
    {check, "while true do end", "script.out_of_fuel"},
    {check, "local function f() return f() end return f()", "script.out_of_fuel"},
    {check, "local s = 'x' while true do s = s .. s end", "script.out_of_memory"},
    {check, "local t = {} while true do t = { t, t } end", "script.out_of_memory"},
    {check, "return io.open('@canary@')", unknown},
    {check, "return require('../claims/plugin')", unknown},
    {check, "return load('return 1')()", unknown},
    {check, "return string.rep('x', 10)", unknown},
    {check, "pcall(error) return pass()", unknown},
    {check, "control = nil", "script.name_written"},
    {check, "_ENV.control = nil", "script.name_written"},
    {check, "local _ENV = { control = function() return {} end } return control()", "script.no_declaration"},
    {check, "return { construct = 'control', name = 'check', line = 1 }", "script.no_declaration"},
    {check, "return 'control'", "script.no_declaration"},
    {check, "return control", "script.no_declaration"},
    {check, "return control \"check\"", "script.no_declaration"},
    {check, "return control(control \"check\" {})", "script.declared_without_table"},
    {check, "return control \"check\" { message = control \"check\" {} }", "script.missing_key"},
    {check, "local t = {} t.title = t return control \"check\" (t)", "script.nested_too_deep"},
    {check,
     "local t = {} for i = 1, 7 do t = { t, t, t, t, t, t, t, t, t, t } end return control \"check\" { x = t "
     "}",
     "script.out_of_fuel"},
    {check, "return control \"check\" { [true] = 1, [1.5] = 2, [control] = 3, [{}] = 4 }",
     "script.key_without_name"},
    {check, "return control \"check\" { ['\\27[2J'] = 1 }", "script.key_without_name"},
    {check, "return control \"check\" { ['\\255'] = 1 }", "script.key_without_name"},
    {check, "return control \"../check\" {}", "script.name_is_not_the_files"},
    {check, "local x <close> = control \"check\" {} return x", "script.raised"},
    {check, "return -control \"check\" {}", "script.raised"},
    {check, "return control \"check\" {} .. ''", "script.raised"},
    {check, "local c = control \"check\" {} c.judge = 1 return c", "script.raised"},
    {check, "\x1bLuaT", "script.file_steers"},
    {check, "-- reviewed \xE2\x80\xAE kcehc lortnoc nruter", "script.file_steers"},
    {check, "return control \"check\" { title = { fr = '\\27[2J', en = 'x' } }", "script.text_steers"},
    {check, "return control \"check\" { title = { fr = '\\u{2066}x', en = 'x' } }", "script.text_steers"},
    {"controls/../check.lua", "return control \"check\" {}", "script.file_without_place"},
    {"../check.lua", "return control \"check\" {}", "script.file_without_place"},
    {"/etc/check.lua", "return control \"check\" {}", "script.file_without_place"},
    {"controls/...lua", "return control \"..\" {}", "script.bad_name"},
};

}  // namespace

std::span<const DeclaringAttempt> declaring_attempts() {
    return declaring;
}

}  // namespace cadran::script
