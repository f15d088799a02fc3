// SPDX-License-Identifier: Apache-2.0
#include "script/judge.h"

#include <boost/test/unit_test.hpp>

#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;
using model::Outcome;
using model::Severity;

namespace {

// Whether the expression is true for the first sample claim.
bool holds(const std::string& expression) {
    const Judgement judgement = judged("if " + expression + " then return pass() end return fail()");
    BOOST_TEST_INFO(expression << ": " << what_of(judgement));
    BOOST_TEST((judgement.outcome != Outcome::error));
    return judgement.outcome == Outcome::pass;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(judge)

BOOST_AUTO_TEST_CASE(gives_the_verdict_of_the_script) {
    BOOST_TEST((judged("return pass()").outcome == Outcome::pass));
    BOOST_TEST((judged("return not_applicable()").outcome == Outcome::not_applicable));
    const Judgement plain = judged("return fail()");
    BOOST_TEST((plain.outcome == Outcome::fail));
    BOOST_TEST(!plain.severity.has_value());
    BOOST_TEST(!plain.message.has_value());
    BOOST_TEST(!plain.fault.has_value());
}

BOOST_AUTO_TEST_CASE(a_failure_may_choose_severity_and_message) {
    const Judgement judgement = judged("return fail { severity = 'very low', message = 'stay' }");
    BOOST_TEST((judgement.severity == Severity::very_low));
    BOOST_TEST((judgement.message == "stay"));
}

BOOST_AUTO_TEST_CASE(an_empty_choice_is_the_declared_one) {
    BOOST_TEST(!judged("return fail {}").severity.has_value());
}

BOOST_AUTO_TEST_CASE(only_the_first_result_counts) {
    BOOST_TEST((judged("return pass(), fail()").outcome == Outcome::pass));
}

BOOST_AUTO_TEST_CASE(without_a_judge_every_record_fails_as_declared) {
    PluginFiles files = sample_files();
    files["controls/all.lua"] = R"(return control "all" {
  title = { fr = "tout", en = "all" }, from = "claim", where = "paid_on is missing", effect = "flag", severity = "low",
  message = { fr = "à voir", en = "to see" } })";
    const auto plugin = load_plugin(files, "");
    BOOST_REQUIRE(plugin.has_value());
    Judge judge(files, *plugin, "sample/all", {});
    BOOST_TEST((judge.judge(sample_claims(*plugin), 0).outcome == Outcome::fail));
}

BOOST_AUTO_TEST_CASE(fields_come_with_their_types) {
    for (const char* expression : {
             "type(claim.number) == 'string' and claim.number == 'C-1'",
             "claim.act == 'hospital-stay'",
             "claim.days == 12 and math.type(claim.days) == 'integer'",
             "claim.urgent == true",
             "claim.paid_on == nil",
             "type(claim.amount) == 'userdata'",
             "tostring(claim.amount) == '1500.00 EUR'",
             "tostring(claim.received_on) == '2026-07-01'",
             "tostring(claim.entered_at) == '2026-07-02T09:00:00Z'",
             "tostring(claim.iban) == '(secret)'",
             "string.format('%s/%d', claim.amount, claim.days) == '1500.00 EUR/12'",
         }) {
        BOOST_TEST(holds(expression), expression);
    }
}

BOOST_AUTO_TEST_CASE(amounts_and_dates_compare_with_their_kind) {
    for (const char* expression : {
             "claim.amount > p.threshold",
             "p.threshold < claim.amount and p.threshold <= claim.amount",
             "claim.amount == claim.amount and claim.amount ~= p.threshold",
             "claim.amount >= claim.amount",
             "claim.received_on == claim.received_on",
             "claim.received_on <= claim.received_on and not (claim.received_on < claim.received_on)",
             "claim.iban == claim.iban",
             "claim.amount ~= claim.received_on",
         }) {
        BOOST_TEST(holds(expression), expression);
    }
}

BOOST_AUTO_TEST_CASE(the_library_does_what_lua_says) {
    for (const char* expression : {
             "tostring(nil) == 'nil' and tostring(1.5) == '1.5' and tostring(2^53) == '9.007199254741e+15'",
             "tostring({}) == 'table' and tostring(type) == 'function'",
             "tonumber('0x10') == 16 and tonumber('1e1') == 10.0 and tonumber('x') == nil and tonumber(nil) "
             "== nil",
             "select('#', 1, nil, 3) == 3 and select(2, 'a', 'b') == 'b' and select(-1, 'a', 'b') == 'b'",
             "('abc'):upper() == 'ABC' and ('ABC'):lower() == 'abc' and ('abc'):reverse() == 'cba'",
             "('abc'):sub(2) == 'bc' and ('abc'):sub(-2, -2) == 'b' and ('abc'):sub(0) == 'abc' and "
             "('abc'):sub(5) == ''",
             "('abc'):byte() == 97 and select('#', ('abc'):byte(1, -1)) == 3 and string.char(97, 98) == 'ab'",
             "('ab'):rep(3, '-') == 'ab-ab-ab' and ('ab'):rep(0) == '' and ('x'):rep(5) == 'xxxxx'",
             "('ab'):rep(1, '--') == 'ab' and (''):rep(3, ', ') == ', , ' and (''):rep(9) == '' and "
             "('ab'):rep(5, ', ') == 'ab, ab, ab, ab, ab'",
             "('%5.2f|%-4s|%04d|%x|%%'):format(3.14159, 'ab', 7, 255) == ' 3.14|ab  |0007|ff|%'",
             "('hello world'):find('o w') == 5 and ('a.b'):find('.', 1, true) == 2 and ('abc'):find('x') == "
             "nil",
             "('key = value'):match('^(%w+)%s*=%s*(%w+)$') == 'key'",
             "('abc'):gsub('%w', '%0%0') == 'aabbcc' and select(2, ('aaa'):gsub('a', 'b', 2)) == 2",
             "('$name'):gsub('%$(%w+)', { name = 'x' }) == 'x' and ('abc'):gsub('b', function() return nil "
             "end) == 'abc'",
             "table.concat({ 1, 2, 3 }, ',') == '1,2,3' and table.concat({}) == ''",
             "table.concat(table.move({ 1, 2, 3 }, 2, 3, 1), ',') == '2,3,3' and table.concat(table.move({ "
             "1, 2 }, 1, 2, 2), ',') == '1,1,2'",
             "table.unpack({ 1, 2 }) == 1 and table.pack(1, nil).n == 2",
             "math.floor(1.7) == 1 and math.ceil(-1.2) == -1 and math.abs(-3) == 3 and math.max(1, 3, 2) == "
             "3 and math.min(2, 1) == 1",
             "math.tointeger(3.0) == 3 and math.tointeger('3') == nil and math.type(1.0) == 'float'",
             "math.huge > math.maxinteger and math.mininteger < 0",
             "select('#', pcall(error, 'x')) == 2 and pcall(function() end) == true",
             "select(2, xpcall(error, function(e) return e .. '!' end, 'x')) == 'x!'",
             "select(2, xpcall(function(a) return a end, error, 7)) == 7",
             "type(nil) == 'nil' and type(type) == 'function'",
         }) {
        BOOST_TEST(holds(expression), expression);
    }
}

BOOST_AUTO_TEST_CASE(sorts_and_goes_through_tables_in_one_order) {
    BOOST_TEST(
        holds("(function() local t = { 3, 1, 2 } table.sort(t) return table.concat(t) end)() == '123'"));
    BOOST_TEST(
        holds("(function() local t = { 3, 1, 2 } table.sort(t, function(a, b) return a > b end) return "
              "table.concat(t) end)() == '321'"));
    BOOST_TEST(
        holds("(function() local t = { 1, 2 } table.insert(t, 1, 0) table.insert(t, 3) table.remove(t, 2) "
              "return table.concat(t) end)() == '023'"));
    BOOST_TEST(
        holds("(function() local s = '' for k in pairs { b = 1, a = 2, [2] = 3, [1] = 4, [0.5] = 5, [true] = "
              "6 } do s = s .. tostring(k) .. ' ' end return s end)() "
              "== '0.5 1 2 a b true '"));
    BOOST_TEST(
        holds("(function() local s = 0 for i, v in ipairs { 5, 6, nil, 7 } do s = s + i * v end return s "
              "end)() == 17"));
    BOOST_TEST(
        holds("(function() local s = '' for a, b in ('k1=v1,k2=v2'):gmatch('(%w+)=(%w+)') do s = s .. a .. b "
              "end return s end)() == 'k1v1k2v2'"));
}

BOOST_AUTO_TEST_CASE(objects_by_metatables_work_as_far_as_operators_go) {
    BOOST_TEST(
        holds("(function() local Box = {} Box.__index = Box function Box:twice() return 2 * self.n end "
              "return setmetatable({ n = 4 }, Box):twice() end)() == 8"));
}

BOOST_AUTO_TEST_CASE(a_fault_names_file_line_and_what_to_do) {
    const Judgement judgement = judged("local x = 1\nreturn claim.amout");
    BOOST_TEST((judgement.outcome == Outcome::error));
    BOOST_TEST((judgement.fault->place == Place{"controls/check.lua", 8, 0}));
    BOOST_TEST(what_of(judgement) == "script.unknown_field");
    BOOST_TEST(hint_of(judgement) == "script.did_you_mean");
    BOOST_TEST((judgement.fault->hint->arguments.front().second == Argument(std::string("amount"))));
}

BOOST_AUTO_TEST_CASE(an_error_of_the_script_is_told_without_its_place_twice) {
    const Judgement judgement = judged("\nerror('no act')");
    BOOST_TEST(judgement.fault->place.line == 8);
    BOOST_TEST((judgement.fault->what == Message{"script.raised", {{"text", std::string("no act")}}}));
}

BOOST_AUTO_TEST_CASE(a_fault_that_was_caught_is_none) {
    BOOST_TEST((judged("if not pcall(function() return claim.x end) then return pass() end").outcome ==
                Outcome::pass));
}

BOOST_AUTO_TEST_CASE(a_fault_passed_on_stays_what_it_was) {
    BOOST_TEST(what_of(judged("local _, e = pcall(function() return claim.x end) error(e)")) ==
               "script.unknown_field");
}

BOOST_AUTO_TEST_CASE(after_an_error_the_next_record_is_judged) {
    const PluginFiles files =
        files_with_judge("if claim.number == 'C-1' then while true do end end return pass()");
    const auto plugin = load_plugin(files, "");
    const column::RecordBatch claims = sample_claims(*plugin);
    Judge judge(files, *plugin, "sample/check", {Money{}}, tight_limits());
    BOOST_TEST((judge.judge(claims, 0).outcome == Outcome::error));
    BOOST_TEST((judge.judge(claims, 1).outcome == Outcome::pass));
}

BOOST_AUTO_TEST_CASE(when_the_time_of_the_run_is_over_nothing_more_is_judged) {
    const PluginFiles files = files_with_judge("return pass()");
    const auto plugin = load_plugin(files, "");
    Limits limits;
    limits.run = std::chrono::milliseconds(0);
    Judge judge(files, *plugin, "sample/check", {Money{}}, limits);
    const Judgement judgement = judge.judge(sample_claims(*plugin), 0);
    BOOST_TEST((judgement.outcome == Outcome::error));
    BOOST_TEST(what_of(judgement) == "script.run_out_of_time");
}

BOOST_AUTO_TEST_CASE(asks_for_a_control_that_exists_and_all_its_parameters) {
    const PluginFiles files = files_with_judge("return pass()");
    const auto plugin = load_plugin(files, "");
    BOOST_CHECK_THROW(Judge(files, *plugin, "sample/none", {}), std::out_of_range);
    BOOST_CHECK_THROW(Judge(files, *plugin, "sample/check", {}), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
