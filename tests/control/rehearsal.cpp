// SPDX-License-Identifier: Apache-2.0
#include "control/rehearsal.h"

#include <filesystem>
#include <map>

#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "base/catalogue.h"
#include "base/file.h"

using namespace cadran;

namespace {

script::PluginFiles suite(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(CADRAN_SOURCE_DIR) / "plugins" / name;
    script::PluginFiles files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            files.emplace(entry.path().lexically_relative(folder).generic_string(),
                          read_file(entry.path()).value());
    }
    return files;
}

const calendar::Locality& paris() {
    static const calendar::Locality locality{calendar::Zone::named("Europe/Paris").value()};
    return locality;
}

std::string english(const Diagnostic& diagnostic) {
    return fmt::format("{}:{} {}", diagnostic.place.file, diagnostic.place.line,
                       Catalogue(Language::english).text(diagnostic.what));
}

// What the rehearsal of that control tells, in English; or why the plugin does not load.
std::vector<std::string> told(const script::PluginFiles& files, const std::string& control) {
    std::vector<std::string> lines;
    const auto plugin = script::load_plugin(files, "");
    const auto add = [&](const Diagnostics& diagnostics) {
        for (const Diagnostic& each : diagnostics) lines.push_back(english(each));
    };
    if (!plugin) {
        add(plugin.error().diagnostics);
        return lines;
    }
    const auto spec = std::ranges::find(plugin->specs, control, &script::Spec::control);
    BOOST_REQUIRE(spec != plugin->specs.end());
    add(control::rehearse(*spec, *plugin, files, paris()));
    return lines;
}

// The suite's claims, with another spec for the control above the threshold.
std::vector<std::string> told(const std::string& expectation) {
    script::PluginFiles files = suite("claims");
    files["spec/over-threshold.lua"] = R"(return spec "over-threshold" { records = { claim = {
  { number = "C1", member = "A1", beneficiary = "A1-1", provider = "PS1", act = "optical", care_date = "2026-07-01", received_on = "2026-07-03", amount = "1000.01 EUR", handler = "H01" },
  { number = "C2", amount = "1000.00 EUR" } } },
)" + expectation + "\n}\n";
    return told(files, "claims/over-threshold");
}

void expect(const std::string& expectation, const std::vector<std::string>& lines) {
    BOOST_TEST(told(expectation) == lines, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rehearsal)

// Also the proof that each planted violation of the suite's examples is found, and nothing else.
BOOST_AUTO_TEST_CASE(every_control_of_the_suite_has_a_spec_and_does_what_it_says) {
    for (const auto& [name, least] :
         std::map<std::string, std::size_t>{{"claims", 11}, {"fraud", 4}, {"incidents", 5}}) {
        const script::PluginFiles files = suite(name);
        const auto plugin = script::load_plugin(files, "plugins/" + name + "/");
        if (!plugin) BOOST_FAIL(english(plugin.error().diagnostics.front()));
        BOOST_TEST(plugin->controls.size() >= least);
        for (const script::ControlDeclaration& declared : plugin->controls) {
            BOOST_TEST_CONTEXT(declared.control.id) {
                BOOST_TEST(std::ranges::count(plugin->specs, declared.control.id, &script::Spec::control) ==
                           1);
                BOOST_TEST(!declared.control.verify.empty());
                const std::vector<std::string> lines = told(files, declared.control.id);
                BOOST_TEST(lines == std::vector<std::string>{}, boost::test_tools::per_element());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_control_that_seeks_fraud_keeps_it_for_the_tracfin_correspondent) {
    const auto plugin = script::load_plugin(suite("fraud"), "plugins/fraud/");
    BOOST_REQUIRE(plugin.has_value());
    for (const script::ControlDeclaration& declared : plugin->controls)
        BOOST_CHECK(declared.control.visible_to == model::Role::tracfin_correspondent);
}

BOOST_AUTO_TEST_CASE(what_is_missing_or_superfluous_is_told_at_its_place) {
    expect("found = { \"C1\" }", {});
    expect("found = {\n  \"C1\",\n  \"C2\" }", {"spec/over-threshold.lua:6 expected, but not found: C2"});
    expect("found = {}", {"spec/over-threshold.lua:1 found, but not expected: C1"});
    expect("count = 2", {"spec/over-threshold.lua:1 1 findings instead of 2"});
}

BOOST_AUTO_TEST_CASE(another_verdict_is_told) {
    expect(R"(found = { { keys = "C1", severity = "low", effect = "flag", message = "hospital-stay" } })",
           {"spec/over-threshold.lua:4 C1: severity is high instead of low",
            "spec/over-threshold.lua:4 C1: effect is hold instead of flag",
            "spec/over-threshold.lua:4 C1: message is  instead of hospital-stay"});
}

BOOST_AUTO_TEST_CASE(what_cannot_be_checked_is_told) {
    expect("found = { \"C1\" }, not_checked = \"C2\"",
           {"spec/over-threshold.lua:1 not checked:  instead of C2"});
}

BOOST_AUTO_TEST_CASE(parameters_may_differ) {
    expect("parameters = { threshold = \"900.00 EUR\" }, found = { \"C1\", \"C2\" }", {});
    expect("parameters = { treshold = \"900.00 EUR\" }, found = {}",
           {"spec/over-threshold.lua:4 the control has no parameter treshold"});
    expect("parameters = { threshold = \"cher\" }, found = {}",
           {"spec/over-threshold.lua:4 “cher” is no value of parameter threshold"});
}

BOOST_AUTO_TEST_CASE(a_spec_of_another_form_is_a_fault) {
    expect("",
           {"spec/over-threshold.lua:1 the spec does not say what the control must find: found or count"});
    script::PluginFiles files = suite("claims");
    files["spec/nothing.lua"] = R"(return spec "nothing" { records = {}, found = {} })";
    BOOST_TEST(
        told(files, "claims/over-threshold") ==
            std::vector<std::string>{"spec/nothing.lua:1 this spec is of no control of the plugin: nothing"},
        boost::test_tools::per_element());
}

namespace {

// The suite's claims with properties of the control above the threshold, and another judge where one is
// given.
struct Properties {
    explicit Properties(const std::string& properties, const std::string& judge = {})
        : files(suite("claims")) {
        edit("spec/over-threshold.lua", "  found = {",
             fmt::format("  properties = {{ {} }},\n  found = {{", properties));
        if (!judge.empty()) {
            std::string& control = files.at("controls/over-threshold.lua");
            control = control.substr(0, control.find("  judge ")) + judge + "\n}\n";
        }
    }
    void edit(const std::string& path, const std::string& what, const std::string& by) {
        std::string& text = files.at(path);
        BOOST_REQUIRE(text.find(what) != std::string::npos);
        text.replace(text.find(what), what.size(), by);
    }
    script::Plugin loaded() const {
        auto plugin = script::load_plugin(files, "");
        if (!plugin) BOOST_FAIL(english(plugin.error().diagnostics.front()));
        return std::move(*plugin);
    }
    std::vector<std::string> faults() const {
        const auto plugin = script::load_plugin(files, "");
        BOOST_REQUIRE(!plugin);
        std::vector<std::string> lines;
        for (const Diagnostic& fault : plugin.error().diagnostics) lines.push_back(english(fault));
        return lines;
    }
    control::RehearsedProperty played(script::LineCoverage* lines = nullptr) const {
        const script::Plugin plugin = loaded();
        BOOST_REQUIRE(!plugin.properties.empty());
        return control::rehearse(plugin.properties.front(), plugin, files, paris(), {lines});
    }
    std::vector<std::string> differences() const {
        std::vector<std::string> lines;
        for (const Diagnostic& difference : played().differences) lines.push_back(english(difference));
        return lines;
    }

    script::PluginFiles files;
};

const std::string above =
    R"(property "any amount above is found" { records = { claim = { { number = "any", act = { "optical", "pharmacy" },
    amount = { from = "1000.01 EUR", to = "90000.00 EUR" } } } }, found = { "any" } })";

}  // namespace

BOOST_AUTO_TEST_CASE(a_property_that_holds_is_tried_with_a_hundred_cases) {
    const control::RehearsedProperty played = Properties(above).played();
    BOOST_TEST(played.cases == 100);
    BOOST_TEST(played.differences.empty());
}

BOOST_AUTO_TEST_CASE(few_cases_are_tried_all) {
    const std::string few =
        R"(property "the act does not matter" { records = { claim = { { number = "any", amount = "2000 EUR",
        act = { "optical", "pharmacy", "hospital-stay" }, paid_on = { "", "2026-07-05" } } } }, count = 1 })";
    const control::RehearsedProperty played = Properties(few).played();
    BOOST_TEST(played.cases == 4);  // the fourth one is paid
    BOOST_TEST(played.differences.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_property_that_does_not_hold_shows_the_simplest_case) {
    Properties wrong(above);
    wrong.edit("controls/over-threshold.lua", "amount > threshold",
               "amount > threshold and amount < 4321.55 EUR");
    const std::vector<std::string> lines = wrong.differences();
    BOOST_REQUIRE(lines.size() == 2u);
    BOOST_TEST(lines[0] ==
               "spec/over-threshold.lua:12 \"any amount above is found\" does not hold with act = optical, "
               "amount = 4321.55 EUR");
    BOOST_TEST(lines[1].find("any") != std::string::npos, lines[1]);
    BOOST_TEST(wrong.differences() == lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_property_ends_though_its_judge_does_not) {
    script::Limits limits = script::property_limits();
    limits.run_fuel = 4 * limits.fuel;
    const auto told = [&](const std::string& judge) {
        const Properties endless(above, judge);
        const script::Plugin plugin = endless.loaded();
        std::vector<std::string> lines;
        const auto played =
            control::rehearse(plugin.properties.front(), plugin, endless.files, paris(), {}, limits);
        for (const Diagnostic& difference : played.differences) lines.push_back(english(difference));
        return lines;
    };
    // The first case is one that does not hold; of the simpler ones as many are tried as the fuel is for.
    const auto endless = told("  judge = function(claim) while true do end end,");
    BOOST_REQUIRE(endless.size() == 2u);
    BOOST_TEST(endless[0].find("does not hold with act = optical, amount = 1000.01 EUR") != std::string::npos,
               endless[0]);
    BOOST_TEST(endless[1].find("10,000,000 steps") != std::string::npos, endless[1]);
    // Every case holds; the fuel ends before they do.
    const auto slow = told("  judge = function(claim) for i = 1, 1000000 do end return fail() end,");
    BOOST_REQUIRE(slow.size() == 1u);
    BOOST_TEST(
        slow[0].find("\"any amount above is found\" is not tried to its end: after ") != std::string::npos,
        slow[0]);
}

BOOST_AUTO_TEST_CASE(a_property_varies_parameters_and_dates_too) {
    const std::string any_threshold =
        R"(property "at the threshold nothing is found" {
        parameters = { threshold = { from = "500 EUR", to = "800 EUR" } },
        records = { claim = { { number = "any", amount = "500 EUR",
          received_on = { from = "2026-07-03", to = "2026-12-31" } } } }, found = {} })";
    BOOST_TEST(Properties(any_threshold).played().differences.empty());
    BOOST_TEST(Properties(any_threshold).played().cases == 100);
}

BOOST_AUTO_TEST_CASE(what_cannot_vary_is_told_at_its_place) {
    const auto faults = [](const std::string& value) {
        return Properties(R"(property "p" { records = { claim = { { number = "any", )" + value +
                          " } } }, found = {} }")
            .faults();
    };
    const std::string place = "spec/over-threshold.lua:12 ";
    BOOST_TEST(faults(R"(act = { from = "optical", to = "pharmacy" })").at(0) ==
               place + "a value of type code cannot go from one to another");
    BOOST_TEST(faults(R"(amount = { from = "1 EUR", till = "2 EUR" })").size() == 2u);
    BOOST_TEST(faults(R"(act = { "optical", "pharmacist" })").size() == 1u);
    BOOST_TEST(faults(R"(amount = { "1 EUR", from = "2 EUR" })").at(0) ==
               place + "a value that varies is a range or a list, not both");
}

BOOST_AUTO_TEST_CASE(lines_of_the_judge_that_no_example_runs_are_known) {
    const Properties judged(above, R"(  judge = function(claim)
    local function is_grave(amount)
      return amount == nil
    end
    if claim.act == "pharmacy" then
      return fail {
        severity = "major",
      }
    elseif claim.act == "hospital-stay" then
      return fail { severity = is_grave(claim.amount) and "major" or "low" }
    end
    return fail()
  end,)");
    script::LineCoverage lines;
    judged.played(&lines);
    const std::string& source = judged.files.at("controls/over-threshold.lua");
    const script::CoveredLines covered = script::covered_lines(lines, source);
    const int first =
        static_cast<int>(std::ranges::count(source.substr(0, source.find("  judge ")), '\n')) + 1;
    const std::vector<int> never{first + 2, first + 9};
    BOOST_TEST(covered.never_run == never, boost::test_tools::per_element());
    BOOST_TEST(covered.all.size() == 7u);
    BOOST_TEST(script::covered_lines({}, source).never_run.size() == 8u);
}

BOOST_AUTO_TEST_SUITE_END()
