// SPDX-License-Identifier: Apache-2.0
#include "script/attempt.h"

namespace cadran::script {

namespace {

constexpr const char* fuel = "script.judge_out_of_fuel";
constexpr const char* memory = "script.judge_out_of_memory";
constexpr const char* raised = "script.raised";

const Attempt greedy[] = {
    {"string.rep", "return string.rep('x', 1e9 // 1 | 0)", "script.block_too_large"},
    {"string.rep of nothing", "while true do local s = string.rep('', math.maxinteger) end", fuel},
    {"string.rep with a separator", "return string.rep('', math.maxinteger, 'xx')", "script.block_too_large"},
    {"string.rep that would overflow", "return string.rep('xxxxxxxx', math.maxinteger)",
     "script.block_too_large"},
    {"string.rep again and again", "while true do string.rep('x', 1000000) end", fuel},
    {"string.rep kept", "local t = {} while true do t[#t + 1] = string.rep('x', 1000000) .. #t end", ""},
    {"doubling", "local s = 'x' while true do s = s .. s end", memory},
    {"doubling in pcall", "local s = 'x' while true do pcall(function() s = s .. s end) end", memory},
    {"swallowing the lack of memory",
     "local s = 'x' pcall(function() while true do s = s .. s end end) return pass()", memory},
    {"a flood of tables", "local t = {} while true do t = { t } end", ""},
    {"a flood of tables in pcall", "local t = {} while true do pcall(function() t = { t, {}, {} } end) end",
     ""},
    {"a large table", "local t = {} for i = 1, 1e9 do t[i] = i end", memory},
    {"a table of many names", "local t = {} for i = 1, 1e9 do t['k' .. i] = i end", ""},
    {"closures", "local t = {} while true do local x = #t t[#t + 1] = function() return x end end", ""},
    {"garbage near the limit",
     "local t = {} for i = 1, 60 do t[i] = ('x'):rep(100000) .. i end while true do local s = "
     "('y'):rep(90000) .. #t end",
     ""},
    {"recursion", "local function f(n) return 1 + f(n + 1) end return f(1)", ""},
    {"recursion in pcall", "local function f() local ok = pcall(f) return 1 + f() end return f()", ""},
    {"recursion through pcall", "local function f() return pcall(f) end f() while true do end", ""},
    {"recursion through gsub", "local function f() return (string.gsub('a', 'a', f)) end return f()", raised},
    {"recursion through sort", "local function f() table.sort({ 1, 2 }, f) return false end return f()",
     raised},
    {"recursion through xpcall", "local function f() return xpcall(f, f) end f() while true do end", ""},
    {"recursion through metamethods",
     "local t = {} setmetatable(t, { __add = function(a) return a + 1 end }) return t + 1", raised},
    {"recursion in error handlers",
     "local function h(e) return xpcall(error, h, e) end h(1) while true do end", ""},
    {"faults kept for ever",
     "local t = {} while true do local _, e = pcall(function() return claim.x end) t[#t + 1] = e end", fuel},
    {"table.concat", "local t = {} for i = 1, 2000 do t[i] = ('x'):rep(1000) end return table.concat(t)",
     "script.block_too_large"},
    {"table.concat of a range", "return table.concat({}, 'x', 1, math.maxinteger)", fuel},
    {"table.concat of a range that overflows",
     "return table.concat({}, '', math.mininteger, math.maxinteger)", fuel},
    {"table.concat of a range in pcall",
     "pcall(table.concat, {}, '', math.mininteger, math.maxinteger) return pass()", fuel},
    {"table.unpack", "return select('#', table.unpack({}, 1, 1e9 // 1 | 0))", ""},
    {"table.unpack of a range", "return select('#', table.unpack({}, math.mininteger, math.maxinteger))",
     fuel},
    {"table.unpack of one million", "local n = select('#', table.unpack({}, 1, 900000)) while true do end",
     ""},
    {"table.move", "table.move({}, 1, math.maxinteger, 2)", fuel},
    {"table.move that overflows", "table.move({ 1 }, math.mininteger, math.maxinteger, 1)", fuel},
    {"table.insert",
     "local t = {} for i = 1, 30000 do t[i] = i end while true do table.insert(t, 1, 0) table.remove(t, 1) "
     "end",
     fuel},
    {"table.insert far away", "table.insert({}, math.maxinteger, 1)", raised},
    {"table.remove far away", "table.remove({ 1 }, math.mininteger)", raised},
    {"string.format with a large width", "return string.format('%9999d', 1)", "script.bad_format"},
    {"string.format with a large precision", "return string.format('%.999f', 1.0)", "script.bad_format"},
    {"string.format of many",
     "local f = ('%99d'):rep(20000) local t = {} for i = 1, 20000 do t[i] = i end return "
     "f:format(table.unpack(t))",
     "script.block_too_large"},
    {"string.byte of much", "local s = ('x'):rep(1000000) return select('#', s:byte(1, -1))", ""},
    {"string.char of much", "return string.char(table.unpack({}, 1, 50000))", ""},
    {"a pattern that backtracks", "return (('a'):rep(30000)):find(('a*'):rep(60) .. 'b')", fuel},
    {"a pattern with lazy parts", "return (('a'):rep(30000)):find(('.-'):rep(60) .. 'b')", fuel},
    {"a pattern with balanced parts", "return (('('):rep(100000)):find('%b()')", fuel},
    {"a pattern too long", "return ('a'):find(('a?'):rep(5000))", "script.bad_pattern"},
    {"a pattern of captures", "return ('a'):find(('()'):rep(100))", "script.bad_pattern"},
    {"a pattern without end", "return ('a'):find('[a')", "script.bad_pattern"},
    {"plain find", "local s = ('a'):rep(500000) return s:find(('a'):rep(250000) .. 'b', 1, true)", fuel},
    {"gsub that grows", "return (('a'):rep(100000)):gsub('a', ('b'):rep(1000))", "script.block_too_large"},
    {"gsub by captures that grow", "return (('a'):rep(1000)):gsub('.+', ('%0'):rep(3000))",
     "script.block_too_large"},
    {"gsub of nothing", "while true do ('x'):rep(10000):gsub('', '') end", fuel},
    {"tostring of a large text", "local s = ('x'):rep(1000000) while true do tostring(s) end", fuel},
    {"tonumber of a large text", "local s = ('1'):rep(1000000) while true do tonumber(s) end", fuel},
    {"large texts as keys", "local t, n = {}, 0 while true do n = n + 1 t[('x'):rep(100000) .. n] = nil end",
     fuel},
    {"pairs of a large table",
     "local t = {} for i = 1, 20000 do t[i] = i end while true do for _ in pairs(t) do break end end", fuel},
    {"a list with a hole at the end of integers",
     "local t = {} t[math.maxinteger] = 1 table.insert(t, t) "
     "table.move(t, math.maxinteger, math.maxinteger, math.maxinteger)",
     "script.raised"},
    {"table.pack of many",
     "local t = {} for i = 1, 60000 do t[i] = i end while true do "
     "table.pack(table.unpack(t)) end",
     ""},
    {"select of many",
     "local function f(...) return select(-1, ...) end while true do "
     "f(table.unpack({}, 1, 60000)) end",
     ""},
    {"arguments without end", "local function f(...) return f(1, ...) end return f()", ""},
    {"patterns in a row", "local s = ('ab'):rep(10000) while true do for w in s:gmatch('a(b)') do end end",
     fuel},
    {"a pattern that looks back", "return (('a'):rep(20000)):find('(.*)%1%1b')", fuel},
    {"a replacement by a table of large texts",
     "return (('a'):rep(100)):gsub('a', { a = ('b'):rep(100000) })", "script.block_too_large"},
    {"string.format of itself", "local s = '%s' while true do s = s:format(s .. s) end", ""},
    {"numbers too large for %d", "return ('%d'):format(2^63)", "script.raised"},
    {"a width that overflows", "return ('%99999999999d'):format(1)", "script.bad_format"},
    {"sizes that overflow in string.sub",
     "local s = ('x'):rep(1000000) while true do "
     "s:sub(math.mininteger, math.maxinteger) end",
     fuel},
    {"a word in the way of weak tables", "setmetatable({}, { __mode = 'v' })", "script.metamethod_refused"},
};

}  // namespace

std::span<const Attempt> greedy_attempts() {
    return greedy;
}

}  // namespace cadran::script
