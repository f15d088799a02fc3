// SPDX-License-Identifier: Apache-2.0
#include "script/attempt.h"

namespace cadran::script {

namespace {

constexpr const char* raised = "script.raised";

const Attempt cheating[] = {
    {"nothing", "", "script.no_verdict"},
    {"nil", "return nil", "script.no_verdict"},
    {"true", "return true", "script.not_a_verdict"},
    {"a text", "return 'pass'", "script.not_a_verdict"},
    {"the function itself", "return pass", "script.not_a_verdict"},
    {"a table like a verdict", "return { outcome = 'pass', severity = 'low' }", "script.not_a_verdict"},
    {"a table with metamethods",
     "return setmetatable({}, { __index = function() while true do end end, __eq = pass })",
     "script.not_a_verdict"},
    {"the record as verdict", "return claim", "script.not_a_verdict"},
    {"an amount as verdict", "return claim.amount", "script.not_a_verdict"},
    {"changing a verdict", "local v = fail() v.outcome = 'pass' return v", raised},
    {"reading a verdict", "return fail().outcome", raised},
    {"writing the record", "claim.amount = nil return pass()", "script.field_written"},
    {"writing a parameter", "p.threshold = claim.amount return pass()", "script.field_written"},
    {"an unknown field", "return claim.amont > p.threshold and fail() or pass()", "script.unknown_field"},
    {"a number as field", "return claim[1]", "script.unknown_field"},
    {"an unknown parameter", "return p.treshold", "script.unknown_field"},
    {"an unknown severity", "return fail { severity = 'huge' }", "script.unknown_word"},
    {"an unknown message", "return fail { message = 'stai' }", "script.unknown_word"},
    {"an unknown key", "return fail { sevirity = 'low' }", "script.unknown_key"},
    {"a text to fail", "return fail('bad')", "script.fail_takes_a_table"},
    {"a hostile table to fail",
     "return fail(setmetatable({ x = 1 }, { __index = function() while true do end end }))",
     "script.unknown_key"},
    {"an amount with a number", "return claim.amount > 1000 and fail() or pass()", "script.compared_unlike"},
    {"an amount with a date", "return claim.amount < claim.received_on", "script.compared_unlike"},
    {"a missing date", "return claim.paid_on < claim.received_on and fail() or pass()",
     "script.compared_unlike"},
    {"the order of secrets", "return claim.iban < claim.iban", "script.compared_unlike"},
    {"counting with an amount", "return claim.amount + 1", raised},
    {"an error with a text", "error('no') ", raised},
    {"an error with nothing", "error()", "script.raised_without_text"},
    {"an error with a hostile table",
     "error(setmetatable({}, { __index = function() while true do end end, __concat = error }))",
     "script.raised_without_text"},
    {"an error with a function", "error(function() while true do end end)", "script.raised_without_text"},
    {"an error with a large text", "error(('x'):rep(1000000))", raised},
    {"an error that is no text", "error('\\255\\254')", raised},
    {"assert", "assert(false)", raised},
    {"assert with a table", "assert(false, {})", "script.raised_without_text"},
    {"calling nil", "local f f()", raised},
    {"two verdicts", "return (pass() and fail)", "script.not_a_verdict"},
    {"a verdict in a table", "return { pass() }", "script.not_a_verdict"},
    {"a function that gives a verdict", "return function() return pass() end", "script.not_a_verdict"},
    {"a caught fault as verdict", "local _, e = pcall(function() return claim.x end) return e",
     "script.not_a_verdict"},
    {"a table with __call for a verdict",
     "return setmetatable({}, { __call = function() return pass() end })", "script.not_a_verdict"},
    {"a table with __len and __index to fail",
     "return fail(setmetatable({}, { __len = function() return 1 end, "
     "__index = function() return 'stay' end })), error('reached')",
     raised},
    {"a severity made of a number", "return fail { severity = 5 }", "script.unknown_word"},
    {"an effect stronger than declared", "return fail { effect = 'hold' }", "script.stronger_effect"},
    {"several wrong keys", "return fail { zz = 1, sevirity = 2, mesage = 3, [{}] = 4, [5] = 6 }",
     "script.unknown_key"},
    {"a thousand wrong keys", "local t = {} for i = 1, 1000 do t['k' .. i] = i end return fail(t)",
     "script.unknown_key"},
    {"an amount from nothing", "return claim.paid_on.amount", raised},
    {"counting a secret", "return #claim.iban", raised},
    {"joining a secret", "return claim.iban .. ''", raised},
    {"keys of several kinds without order",
     "for k in pairs({ [{}] = 1, [pass] = 2, [claim] = 3, a = 4 }) do end", "script.keys_without_order"},
};

}  // namespace

std::span<const Attempt> cheating_attempts() {
    return cheating;
}

}  // namespace cadran::script
