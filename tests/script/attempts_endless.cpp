// SPDX-License-Identifier: Apache-2.0
#include "script/attempt.h"

namespace cadran::script {

namespace {

constexpr const char* fuel = "script.judge_out_of_fuel";

const Attempt endless[] = {
    {"while", "while true do end", fuel},
    {"repeat", "repeat until false", fuel},
    {"goto", "::again:: goto again", fuel},
    {"numeric for", "for i = 1, math.maxinteger do end return pass()", fuel},
    {"for that overflows", "for i = math.maxinteger - 1, math.huge do end while true do end", fuel},
    {"for of floats", "for x = 0, 1e300 do end", fuel},
    {"generic for", "for _ in function() return 1 end do end", fuel},
    {"tail calls", "local function f() return f() end return f()", fuel},
    {"inside pcall", "while true do pcall(function() while true do end end) end", fuel},
    {"pcall of pcall", "local function f() pcall(f) return f() end f()", ""},
    {"pcall as the function of pcall", "while true do pcall(pcall, pcall, error) end", fuel},
    {"swallowing the kill", "pcall(function() while true do end end) return pass()", fuel},
    {"swallowing the kill in a handler",
     "xpcall(function() while true do end end, function() return 1 end) return pass()", fuel},
    {"in the handler", "xpcall(error, function() while true do end end)", fuel},
    {"in the handler after the kill",
     "xpcall(function() while true do end end, function() while true do end end) return pass()", fuel},
    {"handlers that fail", "local function h() error('x') end for i = 1, 1e9 do pcall(xpcall, error, h) end",
     fuel},
    {"in __index", "local t = setmetatable({}, { __index = function() while true do end end }) return t.x",
     fuel},
    {"in __newindex", "local t = setmetatable({}, { __newindex = function() while true do end end }) t.x = 1",
     fuel},
    {"in __eq",
     "local m = { __eq = function() while true do end end } return setmetatable({}, m) == setmetatable({}, "
     "m)",
     fuel},
    {"in __lt",
     "local m = { __lt = function() while true do end end } return setmetatable({}, m) < setmetatable({}, m)",
     fuel},
    {"in __concat", "return setmetatable({}, { __concat = function() while true do end end }) .. 'x'", fuel},
    {"in __len", "return #setmetatable({}, { __len = function() while true do end end })", fuel},
    {"in __call", "return setmetatable({}, { __call = function(self) return self() end })()", ""},
    {"in __unm", "return -setmetatable({}, { __unm = function() while true do end end })", fuel},
    {"__index that calls itself",
     "local t t = setmetatable({}, { __index = function(_, k) return t[k .. 'x'] end }) return t.x", ""},
    {"in a comparing function", "table.sort({ 3, 2, 1 }, function() while true do end end)", fuel},
    {"in a replacing function", "string.gsub('aaa', 'a', function() while true do end end)", fuel},
    {"in an iterator of gmatch", "for w in string.gmatch('a', '') do while true do end end", fuel},
    {"sorting what changes",
     "local t = { 1, 2, 3 } while true do table.sort(t, function(a, b) t[1] = nil return true end) t[1] = 1 "
     "end",
     fuel},
    {"sorting without an order",
     "local t = {} for i = 1, 3000 do t[i] = i end while true do table.sort(t, function() return true end) "
     "end",
     fuel},
    {"pairs that grow", "local t = { a = 1 } while true do for k in pairs(t) do t[k .. 'x'] = nil end end",
     fuel},
    {"in the length of a list of lists",
     "local t = setmetatable({}, { __index = function(_, i) return i end }) for _ in ipairs(t) do end", fuel},
    {"__call through a table", "local t = {} setmetatable(t, { __call = t }) return t()",
     "script.metamethod_not_a_function"},
    {"__eq through a callable table",
     "local c = setmetatable({}, { __call = function() while true do end end }) "
     "return setmetatable({}, { __eq = c }) == setmetatable({}, { __eq = c })",
     "script.metamethod_not_a_function"},
    {"a chain of __index",
     "local t = {} for i = 1, 3000 do t = setmetatable({}, { __index = t }) end return t.x", "script.raised"},
    {"a ring of __index", "local t = {} setmetatable(t, { __index = t }) return t.x", "script.raised"},
    {"a ring of __newindex", "local t = {} setmetatable(t, { __newindex = t }) t.x = 1", "script.raised"},
    {"fuel burnt in small pcalls",
     "for i = 1, 1e9 do pcall(function() for j = 1, 100 do end error('x') end) end return pass()", fuel},
    {"a step of nought", "for i = 1, 2, 0 do end", "script.raised"},
    {"a loop through nan", "for i = 0/0, 1 do end while 0/0 ~= 1 do end", fuel},
    {"goto out of a closure's loop",
     "for i = 1, 1e9 do local f = function() return i end goto next ::next:: end "
     "while true do end",
     ""},
};

}  // namespace

std::span<const Attempt> endless_attempts() {
    return endless;
}

}  // namespace cadran::script
