// SPDX-License-Identifier: Apache-2.0
#include "script/attempt.h"

namespace cadran::script {

namespace {

const Attempt vain[] = {
    {"changing the record in pcall",
     "pcall(function() claim.number = 'C-9' end) return claim.number == 'C-1' and pass() or fail()", ""},
    {"changing a parameter in pcall",
     "pcall(function() p.threshold = claim.amount end) return p.threshold < claim.amount and pass() or "
     "fail()",
     ""},
    {"changing a verdict in pcall",
     "local v = fail() pcall(function() v.outcome = 'error' end) return type(v) == 'userdata' and pass() or "
     "v",
     ""},
    {"replacing fail in pcall",
     "local f = fail pcall(function() fail = pass end) return fail == f and pass() or fail()", ""},
    {"replacing a function of a library in pcall",
     "local f = string.rep pcall(function() string.rep = 1 end) return string.rep == f and pass() or fail()",
     ""},
    {"a global in pcall",
     "pcall(function() leak = 1 end) return pcall(function() return leak end) and fail() or pass()", ""},
    {"a metatable for the environment in pcall", "return pcall(setmetatable, _ENV, {}) and fail() or pass()",
     ""},
    {"a metatable for texts in pcall",
     "pcall(setmetatable, '', { __index = function() return fail end }) return ('x'):upper() == 'X' and "
     "pass() or "
     "fail()",
     ""},
    {"changing a metatable after it was set",
     "local m = { __index = { a = 1 } } local t = setmetatable({}, m) m.__index = { a = 2 } "
     "return t.a == 1 and pass() or fail()",
     ""},
    {"an environment handed to pcall",
     "local ok = pcall(function() local _ENV = { pass = fail } return io.open end) return ok and fail() or "
     "pass()",
     ""},
    {"a text that an error carries out",
     "local ok, e = pcall(error, claim) return e == claim and pass() or fail()", ""},
    {"reading a caught fault",
     "local _, e = pcall(function() return claim.x end) return pcall(function() return e.what end) and "
     "fail() or "
     "pass()",
     ""},
    {"the text of a caught fault",
     "local _, e = pcall(function() return claim.x end) return tostring(e) == 'userdata' and pass() or "
     "fail()",
     ""},
    {"the value of a secret", "return tostring(claim.iban) == '(secret)' and pass() or fail()", ""},
    {"the bytes of a secret", "return ('%s'):format(claim.iban) == '(secret)' and pass() or fail()", ""},
    {"a secret as key of a table", "return ({ [claim.iban] = 1 })[claim.iban] == nil and pass() or fail()",
     ""},
    {"a metamethod that takes part in comparing an amount",
     "local t = setmetatable({}, { __lt = function() return true end, __le = function() return true end, "
     "__eq = function() return true end }) "
     "if claim.amount == t then return fail() end return pass()",
     ""},
    {"nan that equals nothing",
     "local n = 0/0 if n == n or n < n or n > n or not (n ~= n) then return fail() end "
     "return pcall(function() local t = {} t[n] = 1 end) and fail() or pass()",
     ""},
    {"two noughts that are one key",
     "local t = {} t[0.0] = 1 t[-0.0] = 2 t[0] = 3 local n = 0 for k in pairs(t) do n = n + 1 end "
     "return n == 1 and t[-0.0] == 3 and 0.0 == -0.0 and pass() or fail()",
     ""},
    {"the greatest integer and its float",
     "local t = { [math.maxinteger] = 1, [2^63] = 2 } local s = '' for _, v in pairs(t) do s = s .. v end "
     "return s == '21' and math.maxinteger + 1 == math.mininteger and pass() or fail()",
     ""},
    {"words in the order of a locale",
     "return 'B' < 'a' and 'Z' < 'a' and 'z' < 'é' and ('É'):lower() == 'É' and pass() or fail()", ""},
    {"a decimal comma",
     "return tostring(1.5) == '1.5' and ('%.1f'):format(1.5) == '1.5' and tonumber('1,5') == nil and "
     "1.5 .. '' == '1.5' and pass() or fail()",
     ""},
    {"sorting with a comparing function that lies",
     "local t = {} for i = 1, 100 do t[i] = i end pcall(table.sort, t, function(a, b) return true end) "
     "local n = 0 for i = 1, 100 do n = n + t[i] end return #t == 100 and n == 5050 and pass() or fail()",
     ""},
    {"what garbage says at its end",
     "local seen = false for i = 1, 1000 do pcall(setmetatable, {}, { __gc = function() seen = true end }) "
     "end "
     "return seen and fail() or pass()",
     ""},
    {"a value that closes itself",
     "local seen = false pcall(function() local x <close> = setmetatable({}, { __close = function() seen = "
     "true "
     "end }) end) return seen and fail() or pass()",
     ""},
    {"a table between the host and a verdict",
     "local t = setmetatable({ severity = 'low' }, { __index = function() return 'major' end, "
     "__pairs = nil }) fail(t) return pass()",
     ""},
};

const Attempt telling[] = {
    {"a table as text", "error(tostring({}))", ""},
    {"a function as text", "error(tostring(pass) .. tostring(function() end))", ""},
    {"the record as text", "error(tostring(claim) .. tostring(p))", ""},
    {"a verdict as text", "error(tostring(fail()))", ""},
    {"a library as text", "error(tostring(string) .. tostring(_ENV))", ""},
    {"%s of everything", "error(('%s %s %s %s'):format({}, pass, claim, fail()))", ""},
    {"%p", "error(('%p'):format({}))", ""},
    {"an operator on a table", "return {} .. ''", ""},
    {"an operator on two functions", "return pass + fail", ""},
    {"comparing tables", "return {} < {}", ""},
    {"calling a table", "return ({})()", ""},
    {"indexing a function", "return pass.x.y", ""},
    {"the wrong argument", "string.rep({}, {})", ""},
    {"a table as error", "error({})", ""},
    {"the order of names",
     "local t, s = {}, '' for i = 1, 50 do t['k' .. (i * 7919 % 1009)] = i end "
     "for k in pairs(t) do s = s .. k .. ' ' end error(s)",
     ""},
    {"the order of names with holes",
     "local t, s = {}, '' for i = 1, 90 do t['k' .. i] = i end for i = 1, 80 do t['k' .. i] = nil end "
     "for i = 100, 110 do t['k' .. i] = i end for k in pairs(t) do s = s .. k .. ' ' end error(s)",
     ""},
    {"the order of unlike keys",
     "local s = '' for k in pairs({ [true] = 1, [false] = 2, x = 3, [1.5] = 4, [-1] = 5, [2^70] = 6 }) do "
     "s = s .. tostring(k) .. ' ' end error(s)",
     ""},
    {"the first of many wrong keys", "return fail { zz = 1, yy = 2, xx = 3, ww = 4, vv = 5, uu = 6, tt = 7 }",
     ""},
    {"the first of many wrong kinds of keys", "for k in pairs({ [{}] = 1, [pass] = 2, [claim] = 3 }) do end",
     ""},
    {"the border of a list with holes",
     "local t = {} for i = 1, 64 do t[i] = i end for i = 3, 60, 3 do t[i] = nil end error(#t .. '')", ""},
    {"chance from sorting what is equal",
     "local t, s = {}, '' for i = 1, 40 do t[i] = { i } end table.sort(t, function() return false end) "
     "for i = 1, 40 do s = s .. t[i][1] .. ' ' end error(s)",
     ""},
    {"the fuel that is left", "local n = 0 while true do n = n + 1 end", ""},
    {"the memory that is left", "local t, n = {}, 0 while true do n = n + 1 t[n] = ('x'):rep(10000) .. n end",
     ""},
};

const Attempt lingering[] = {
    {"a number that counts",
     "local seen = 0 return control \"check\" { @heading@ judge = function(claim, p) seen = seen + 1 "
     "if seen > 1 then return pass() end return fail() end }",
     ""},
    {"a table that grows",
     "local seen = {} return control \"check\" { @heading@ judge = function(claim, p) seen[#seen + 1] = "
     "claim "
     "if #seen > 1 then return pass() end return fail() end }",
     ""},
    {"the table that was declared",
     "local t = { @heading@ } t.judge = function(claim, p) if t.seen then return pass() end t.seen = "
     "claim.number "
     "return fail() end return control \"check\" (t)",
     ""},
    {"a judge that replaces itself",
     "local t = { @heading@ } t.judge = function(claim, p) t.judge = function() return pass() end return "
     "fail() end "
     "return control \"check\" (t)",
     ""},
    {"a verdict kept",
     "local kept return control \"check\" { @heading@ judge = function(claim, p) if kept then return kept "
     "end "
     "kept = pass() return fail() end }",
     ""},
    {"the metatable of texts",
     "return control \"check\" { @heading@ judge = function(claim, p) "
     "pcall(setmetatable, '', { __index = { seen = 1 } }) if (''). seen then return pass() end return fail() "
     "end }",
     "script.unknown_name"},
    {"a name of the environment",
     "return control \"check\" { @heading@ judge = function(claim, p) pcall(function() seen = 1 end) "
     "if pcall(function() return seen end) then return pass() end return fail() end }",
     ""},
    {"a name of a library",
     "return control \"check\" { @heading@ judge = function(claim, p) pcall(function() string.seen = 1 end) "
     "if pcall(function() return string.seen end) then return pass() end return fail() end }",
     ""},
    {"a function shared by upvalues",
     "local function note() local n = 0 return function() n = n + 1 return n end end local next = note() "
     "return control \"check\" { @heading@ judge = function(claim, p) "
     "if next() + next() > 3 then return pass() end return fail() end }",
     ""},
};

}  // namespace

std::span<const Attempt> vain_attempts() {
    return vain;
}

std::span<const Attempt> telling_attempts() {
    return telling;
}

std::span<const Attempt> lingering_attempts() {
    return lingering;
}

}  // namespace cadran::script
