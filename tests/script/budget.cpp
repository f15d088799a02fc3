// SPDX-License-Identifier: Apache-2.0
#include "script/budget.h"

#include <boost/test/unit_test.hpp>

#include "script/grader.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;
using model::Outcome;

namespace {

constexpr const char* some_work = "for i = 1, 10000 do end return pass()";

// What the judge says of the two claims in turn, that often.
std::vector<std::string> said_in_turn(const std::string& body, const Limits& limits, std::size_t times) {
    const PluginFiles files = files_with_judge(body);
    const auto plugin = load_plugin(files, "");
    const column::RecordBatch claims = sample_claims(*plugin);
    Judge judge(files, *plugin, "sample/check", {Money{}}, limits);
    std::vector<std::string> said;
    for (std::size_t i = 0; i < times; ++i) {
        const Judgement judgement = judge.judge(claims, i % 2);
        said.push_back(judgement.fault ? english_text(*judgement.fault) : "");
        BOOST_TEST((judgement.outcome == (judgement.fault ? Outcome::error : Outcome::pass)));
    }
    return said;
}

std::vector<std::string> faults_of(const PluginFiles& files, const Limits& limits = loading_limits()) {
    std::vector<std::string> faults;
    const auto plugin = load_plugin(files, "", limits);
    if (plugin) return faults;
    for (const Diagnostic& fault : plugin.error().diagnostics)
        faults.push_back(fault.place.file + " " + english_text(fault));
    return faults;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(budget)

BOOST_AUTO_TEST_CASE(a_judge_that_is_stopped_says_of_which_control_at_which_record_and_by_what) {
    Limits limits = tight_limits();
    limits.fuel = 20'000;
    const auto text = [&](const char* body) { return english_text(*judged(body, limits).fault); };
    BOOST_TEST(text("while true do end")
                   .starts_with("sample/check was stopped at C-1: more than 20,000 steps (simplify"));
    limits = tight_limits();
    BOOST_TEST(text("local s = 'x' while true do s = s .. s end")
                   .starts_with("sample/check was stopped at C-1: more than 8,192 KiB of memory"));
    limits.fuel = std::numeric_limits<std::int64_t>::max() / 2;
    limits.call = std::chrono::milliseconds(20);
    BOOST_TEST(text("while true do end").starts_with("sample/check was stopped at C-1: more than 20 ms"));
}

BOOST_AUTO_TEST_CASE(a_group_is_named_by_its_values_and_a_secret_is_not_told) {
    const PluginFiles files = files_with_judge("while true do end");
    const auto plugin = load_plugin(files, "");
    const column::RecordBatch claims = sample_claims(*plugin);
    Judge judge(files, *plugin, "sample/check", {Money{}}, tight_limits());
    const Judgement judgement = judge.judge(GroupSubject{
        {"iban", "count()"}, {column::Secret{42}, std::int64_t{2}}, {{&claims, 0}, {&claims, 1}}});
    BOOST_TEST(english_text(*judgement.fault)
                   .starts_with("sample/check was stopped at iban = (secret), count() = 2: more than"));
}

BOOST_AUTO_TEST_CASE(a_run_that_has_used_up_its_fuel_judges_nothing_more_and_names_what_it_left_out) {
    Limits limits = tight_limits();
    limits.run_fuel = 100'000;
    const std::vector<std::string> said = said_in_turn(some_work, limits, 12);
    BOOST_TEST(said.front() == "");
    BOOST_TEST(said[10].starts_with(
        "C-1 is not judged: sample/check has used up the 100,000 steps of its run (simplify"));
    BOOST_TEST(said[11].starts_with("C-2 is not judged"));
}

BOOST_AUTO_TEST_CASE(where_the_fuel_of_a_run_ends_is_the_same_each_time) {
    Limits limits = tight_limits();
    limits.run_fuel = 300'000;
    const std::vector<std::string> said = said_in_turn(some_work, limits, 40);
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(said_in_turn(some_work, limits, 40) == said, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_is_caught_is_paid_for_by_the_run_too) {
    Limits limits = tight_limits();
    limits.run_fuel = 3'000'000;
    const std::vector<std::string> said = said_in_turn("while true do pcall(error) end", limits, 3);
    BOOST_TEST(said[0].starts_with("sample/check was stopped at C-1"));
    BOOST_TEST(said[1].starts_with("sample/check was stopped at C-2"));
    BOOST_TEST(said[2].starts_with("C-1 is not judged"));
}

BOOST_AUTO_TEST_CASE(the_files_of_a_plugin_share_what_loading_may_use) {
    PluginFiles files = sample_files();
    const std::string control =
        "for i = 1, 100000 do end return control \"@\" { title = { fr = 'x', en = 'x' }, from = 'claim', "
        "effect = 'check', severity = 'low', message = { fr = 'x', en = 'x' }, judge = function() end }";
    for (const char c : std::string("abcdefgh")) {
        std::string text = control;
        files[fmt::format("controls/{}.lua", c)] = text.replace(text.find('@'), 1, 1, c);
    }
    BOOST_TEST(faults_of(files).empty());
    Limits limits = loading_limits();
    limits.run_fuel = 500'000;
    const std::vector<std::string> faults = faults_of(files, limits);
    BOOST_REQUIRE(faults.size() >= 2U);
    BOOST_TEST(faults.front().starts_with("controls/"));
    BOOST_TEST(
        faults.back().starts_with("controls/h.lua this file is not read: those before it have used up the "
                                  "500,000 steps of the whole plugin"));
    limits = loading_limits();
    limits.run = std::chrono::milliseconds(0);
    BOOST_TEST(faults_of(files, limits)
                   .front()
                   .starts_with("controls/a.lua this file is not read: those before it have used up the 0 ms "
                                "of the whole plugin"));
}

BOOST_AUTO_TEST_CASE(a_plugin_cannot_have_the_host_write_faults_for_ever) {
    PluginFiles files = sample_files();
    files["controls/check.lua"] =
        "local t = {} for i = 1, 30000 do t['a_rather_long_name_of_a_key_' .. i] = 1 end "
        "return control \"check\" (t)";
    files["records/wide.lua"] =
        "local f = {} for i = 1, 10000 do f[i] = text ('a_rather_long_name_of_a_field_' .. i) "
        "{ title = { fr = 'x', en = 'x' } } end "
        "return record \"wide\" { title = { fr = 'x', en = 'x' }, key = 'k', event_date = 'd', fields = f }";
    std::string places;
    for (int i = 0; i < 3000; ++i) places += fmt::format("{{a_rather_long_name_of_a_feild_{}}}", i);
    files["controls/wide.lua"] =
        "return control \"wide\" { title = { fr = 'x', en = 'x' }, from = 'claim', effect = 'check', "
        "severity = "
        "'low', judge = function() end, message = { fr = 'x', en = '" +
        places + "' } }";
    Limits limits = loading_limits();
    limits.call = limits.run = std::chrono::minutes(10);  // what decides is their number, on any machine
    const std::vector<std::string> faults = faults_of(files, limits);
    BOOST_TEST(faults.size() == 201U);
    BOOST_TEST(faults.front() == " more faults follow; only the first 200 are shown");
}

BOOST_AUTO_TEST_SUITE_END()
