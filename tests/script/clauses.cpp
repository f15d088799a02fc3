// SPDX-License-Identifier: Apache-2.0
// Groups, windows, samples and the newer types, as plugins declare them.
#include <boost/test/unit_test.hpp>

#include <fmt/format.h>

#include "script/plugin.h"
#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

PluginFiles with_clauses(const std::string& clauses) {
    PluginFiles files = sample_files();
    files["controls/check.lua"] = R"(return control "check" {
  title = { fr = "contrôle", en = "check" }, from = "claim", effect = "check", severity = "low",
  message = { fr = "contrôle", en = "check" },
)" + clauses + "\n}\n";
    return files;
}

// The first fault as `line:column what`; empty where there is none.
std::string fault(const PluginFiles& files) {
    const auto plugin = load_plugin(files, "");
    if (plugin) return "";
    const Diagnostic& first = plugin.error().diagnostics.front();
    return fmt::format("{}:{} {}", first.place.line, first.place.column, first.what.id);
}

std::string fault(const std::string& clauses) {
    return fault(with_clauses(clauses));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(clauses)

BOOST_AUTO_TEST_CASE(every_clause_is_kept_as_it_was_written) {
    const auto plugin = load_plugin(with_clauses(R"(group = { by = "act" }, having = "count() > 1",
  history = "12 months", sample = { rate = 0.02, by = "act" })"),
                                    "");
    BOOST_REQUIRE(plugin);
    const model::Population& population = plugin->controls.front().control.population;
    BOOST_TEST(population.group == "act");
    BOOST_TEST(population.having == "count() > 1");
    BOOST_TEST(population.history == "12 months");
    BOOST_TEST(plain_text(population.sample_rate.value()) == "0.02");
    BOOST_TEST(population.sample_by == "act");
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_clause_has_its_place_in_the_file) {
    BOOST_TEST(fault(R"(group = { by = "act, amuont" }, having = "count() > 1")") ==
               "4:22 expression.unknown_name");
    BOOST_TEST(fault(R"(group = { by = "act" }, having = "amount > 1 EUR")") == "4:35 expression.not_a_key");
    BOOST_TEST(
        fault(R"(window = { n = "count() over 30 days by act ordered by amount" }, having = "n > 1")") ==
        "4:56 expression.not_a_date_field");
    BOOST_TEST(fault(R"(where = "urgent = true", history = "12 months")") == "4:37 expression.history_alone");
}

BOOST_AUTO_TEST_CASE(a_clause_of_another_form_is_told) {
    BOOST_TEST(fault(R"(group = "act", having = "count() > 1")").ends_with("script.not_a_table"));
    BOOST_TEST(
        fault(R"(group = { by = "act", of = "x" }, having = "count() > 1")").ends_with("script.unknown_key"));
    BOOST_TEST(fault(R"(where = "urgent = true", sample = { rate = "x" })").ends_with("script.not_a_number"));
    BOOST_TEST(fault(R"(where = "urgent = true", sample = { rate = 0.02, size = 3 })")
                   .ends_with("expression.rate_or_size"));
}

BOOST_AUTO_TEST_CASE(parameters_may_be_decimals_durations_and_lists) {
    const std::string help = R"(help = { fr = "aide", en = "help" })";
    const auto plugin = load_plugin(
        with_clauses(
            "where = \"act in acts and received_on + wait < paid_on and share < 1\", parameters = {\n"
            "  share = decimal { default = 0.95, minimum = 0, maximum = 1, " +
            help +
            " },\n"
            "  wait = duration { default = \"10 ouvrés\", maximum = \"20 ouvrés\", " +
            help +
            " },\n"
            "  acts = list { default = { \"optical\" }, " +
            help + " } }"),
        "");
    if (!plugin) BOOST_TEST_MESSAGE(english_text(plugin.error().diagnostics.front()));
    BOOST_REQUIRE(plugin);
    std::vector<std::string> values;
    for (const model::Parameter& parameter : plugin->controls.front().control.parameters)
        values.push_back(column::plain_text(parameter.default_value));
    const std::vector<std::string> expected{"optical", "0.95", "10 ouvrés"};
    BOOST_TEST(values == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_duration_keeps_to_the_unit_of_its_default) {
    BOOST_TEST(fault("where = \"received_on + wait < paid_on\", parameters = { wait = duration { default = "
                     "\"10 ouvrés\", "
                     "maximum = \"20 days\", help = { fr = \"aide\", en = \"help\" } } }")
                   .ends_with("script.other_unit"));
}

BOOST_AUTO_TEST_CASE(fields_may_be_decimals_and_durations) {
    PluginFiles files = sample_files();
    const auto with_field = [&](const std::string& field) {
        PluginFiles changed = files;
        std::string& record = changed["records/claim.lua"];
        record.insert(record.find("    money \"amount\""), field + ",\n");
        return changed;
    };
    const std::string title = R"(title = { fr = "x", en = "x" })";
    BOOST_TEST(fault(with_field("decimal \"rate\" { decimals = 2, " + title + " }")).empty());
    BOOST_TEST(fault(with_field("duration \"delay\" { unit = \"ouvrés\", " + title + " }")).empty());
    BOOST_TEST(fault(with_field("decimal \"rate\" { decimals = 10, " + title + " }"))
                   .ends_with("script.decimals_out_of_range"));
    BOOST_TEST(fault(with_field("duration \"delay\" { unit = \"weeks\", " + title + " }"))
                   .ends_with("script.not_a_unit"));
    BOOST_TEST(fault(with_field("duration \"delay\" { " + title + " }")).ends_with("script.missing_key"));
    BOOST_TEST(fault(with_field("list \"acts\" { " + title + " }")).ends_with("script.not_a_field"));
}

BOOST_AUTO_TEST_SUITE_END()
