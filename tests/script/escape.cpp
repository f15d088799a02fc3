// SPDX-License-Identifier: Apache-2.0
// Judges that try to run for ever, to use up the machine, to get out, or to cheat: each ends as an error of
// its own, in bounded time, and the next judgement is as good as ever.
#include <boost/test/unit_test.hpp>

#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

struct Attempt {
    const char* name;
    const char* script;
    const char* fault;  // id of the message; empty: whichever
};

constexpr const char* fuel = "script.out_of_fuel";
constexpr const char* memory = "script.out_of_memory";
constexpr const char* unknown = "script.unknown_name";
constexpr const char* raised = "script.raised";

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
};

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
};

const Attempt outward[] = {
    {"load", "load('return 1')()", unknown},
    {"loadstring", "loadstring('return 1')()", unknown},
    {"dofile", "dofile('x.lua')", unknown},
    {"loadfile", "loadfile('x.lua')", unknown},
    {"require", "require('io')", unknown},
    {"io", "return io.open('x')", unknown},
    {"os", "return os.time()", unknown},
    {"debug", "return debug.getregistry()", unknown},
    {"package", "return package.loaded", unknown},
    {"coroutine", "return coroutine.wrap(function() while true do end end)()", unknown},
    {"collectgarbage", "collectgarbage('stop')", unknown},
    {"print", "print('x')", unknown},
    {"_G", "_G.pass = nil", unknown},
    {"getmetatable", "getmetatable('').__index = nil", unknown},
    {"rawset", "rawset(claim, 'amount', 1)", unknown},
    {"rawget", "rawget(_ENV, 'x')", unknown},
    {"next", "return next({})", unknown},
    {"declaring while judging", "return control('x')", unknown},
    {"string.dump", "return string.dump(function() end)", unknown},
    {"math.random", "return math.random()", unknown},
    {"bytecode in a text", "return ('\\27Lua'):load()", unknown},
    {"a new global", "leak = 1 return pass()", "script.name_written"},
    {"a global replaced", "pass = fail return pass()", "script.name_written"},
    {"writing into _ENV", "_ENV.pass = nil", "script.name_written"},
    {"an environment of its own", "local _ENV = {} return pass()", raised},
    {"the metatable of the environment", "setmetatable(_ENV, {})", "script.protected_metatable"},
    {"the metatable of a library", "setmetatable(string, { __index = {} })", "script.protected_metatable"},
    {"writing into a library", "string.rep = nil", "script.name_written"},
    {"inserting into a library", "table.insert(table, 1)", "script.not_a_plain_table"},
    {"the metatable of a text", "setmetatable('', {})", raised},
    {"the metatable of the record", "setmetatable(claim, {})", raised},
    {"__gc", "setmetatable({}, { __gc = function() while true do end end })", "script.metamethod_refused"},
    {"__gc added later", "local m = {} setmetatable({}, m) m.__gc = error while true do local t = {} end",
     fuel},
    {"__mode", "setmetatable({}, { __mode = 'k' })", "script.metamethod_refused"},
    {"__close", "local x <close> = setmetatable({}, { __close = function() while true do end end })",
     "script.metamethod_refused"},
    {"__close added later",
     "local m = {} local t = setmetatable({}, m) m.__close = error local x <close> = t", raised},
    {"__metatable", "setmetatable({}, { __metatable = {} })", "script.metamethod_refused"},
    {"__tostring", "return tostring(setmetatable({}, { __tostring = function() while true do end end }))",
     "script.metamethod_refused"},
    {"__name", "setmetatable({}, { __name = 'verdict' })", "script.metamethod_refused"},
    {"table.insert on a proxy", "table.insert(setmetatable({}, { __newindex = error }), 1)",
     "script.not_a_plain_table"},
    {"table.unpack on a proxy",
     "table.unpack(setmetatable({}, { __index = error, __len = function() return 9 end }))",
     "script.not_a_plain_table"},
    {"table.sort on a proxy", "table.sort(setmetatable({}, {}))", "script.not_a_plain_table"},
    {"table.concat on the record", "return table.concat(claim)", raised},
    {"pairs of the record", "for k in pairs(claim) do end", raised},
    {"keys that show addresses", "for k in pairs({ [{}] = 1 }) do end", "script.keys_without_order"},
};

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
};

void check(const Attempt& attempt) {
    BOOST_TEST_CONTEXT(attempt.name) {
        const auto start = std::chrono::steady_clock::now();
        const Judgement judgement = judged(attempt.script);
        const auto time = std::chrono::steady_clock::now() - start;
        BOOST_TEST((judgement.outcome == model::Outcome::error));
        BOOST_TEST(what_of(judgement) != "");
        if (*attempt.fault != '\0') BOOST_TEST(what_of(judgement) == attempt.fault);
        BOOST_TEST((time < std::chrono::seconds(30)));
        if (!judgement.fault) return;
        BOOST_TEST(judgement.fault->place.file == "controls/check.lua");
        BOOST_TEST(judgement.fault->place.line > 0);
        BOOST_TEST(french_text(*judgement.fault) != english_text(*judgement.fault));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(escape)

BOOST_AUTO_TEST_CASE(what_runs_for_ever_is_stopped) {
    for (const Attempt& attempt : endless) check(attempt);
}

BOOST_AUTO_TEST_CASE(what_takes_too_much_is_stopped_or_refused) {
    for (const Attempt& attempt : greedy) check(attempt);
}

BOOST_AUTO_TEST_CASE(nothing_leads_out_of_the_sandbox) {
    for (const Attempt& attempt : outward) check(attempt);
}

BOOST_AUTO_TEST_CASE(only_a_verdict_of_the_house_is_a_verdict) {
    for (const Attempt& attempt : cheating) check(attempt);
}

BOOST_AUTO_TEST_CASE(time_alone_stops_a_script_too) {
    Limits limits;
    limits.fuel = std::numeric_limits<std::int64_t>::max() / 2;
    limits.call = std::chrono::milliseconds(50);
    BOOST_TEST(what_of(judged("while true do pcall(error) end", limits)) == "script.out_of_time");
    BOOST_TEST(what_of(judged("while true do local s = ('x'):rep(1000) end", limits)) ==
               "script.out_of_time");
    BOOST_TEST(what_of(judged("return (('a'):rep(3000)):find(('a*'):rep(60) .. 'b')", limits)) ==
               "script.out_of_time");
}

BOOST_AUTO_TEST_CASE(time_stops_what_takes_long_in_a_single_instruction) {
    Limits limits;
    limits.call = std::chrono::milliseconds(50);
    const char* script =
        "local a, b = ('x'):rep(1000000) .. 'a', ('x'):rep(1000000) .. 'b' while true do local c = a < b end";
    BOOST_TEST(what_of(judged(script, limits)) == "script.out_of_time");
}

BOOST_AUTO_TEST_CASE(a_fault_names_the_line_on_which_the_script_was_stopped) {
    const Judgement judgement = judged("local n = 0\nwhile true do\n n = n + 1 end");
    BOOST_TEST((judgement.fault->place.line == 8 || judgement.fault->place.line == 9));
}

BOOST_AUTO_TEST_CASE(a_record_leaves_no_trace_for_the_next) {
    PluginFiles files = files_with_judge("");
    std::string& control = files["controls/check.lua"];
    control = "local seen, first = {}, true\n" + control;
    const auto at = control.rfind("\nend }");
    control.insert(at, R"(
        seen[#seen + 1] = claim.number
        if #seen > 1 or not first then return pass() end
        first = false
        return fail())");
    const auto plugin = load_plugin(files, "");
    BOOST_REQUIRE(plugin.has_value());
    const column::RecordBatch claims = sample_claims(*plugin);
    Judge judge(files, *plugin, "sample/check", {Money{}});
    for (const std::size_t row : {0U, 1U, 0U, 1U})
        BOOST_TEST((judge.judge(claims, row).outcome == model::Outcome::fail));
}

BOOST_AUTO_TEST_SUITE_END()
