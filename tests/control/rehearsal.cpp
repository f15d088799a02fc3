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

BOOST_AUTO_TEST_SUITE_END()
