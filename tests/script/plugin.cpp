// SPDX-License-Identifier: Apache-2.0
#include "script/plugin.h"

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "script/sample_plugin.h"

using namespace cadran;
using namespace cadran::script;

namespace {

constexpr const char* control = R"(local function is_large(claim, p) return claim.amount > p.threshold end
return control "over" {
  title = { fr = "au-delà", en = "over" },
  from = "claim",
  where = "amount > threshold and paid_on is missing",
  parameters = {
    threshold = money { default = "1000.00 EUR", minimum = "0.00 EUR",
      help = { fr = "seuil", en = "threshold" } },
    delay = integer { default = 10, minimum = 1, maximum = 30, help = { fr = "délai", en = "delay" } },
  },
  effect = "hold",
  severity = "very low",
  message = { fr = "{amount} dépasse {threshold}", en = "{amount} is above {threshold}" },
  messages = { stay = { fr = "séjour de {amount}", en = "stay of {amount}" } },
  verify = {
    { id = "identity", fr = "identité", en = "identity" },
    { id = "rights", fr = "droits", en = "rights" },
  },
  judge = function(claim, p)
    if is_large(claim, p) then return fail() end
    return pass()
  end,
})";

constexpr const char* indicator = R"lua(return indicator "decided" {
  title = { fr = "décidés", en = "decided" },
  from = "claim",
  join = { check = "decision on control = 'sample/over' and key = claim.number" },
  where = "amount > threshold",
  meets = "check is not missing and check.verdict in ('released', 'corrected')",
  parameters = { threshold = money { default = "1000.00 EUR", help = { fr = "seuil", en = "threshold" } } },
})lua";

PluginFiles good_files() {
    PluginFiles files = sample_files();
    files["controls/over.lua"] = control;
    files["indicators/decided.lua"] = indicator;
    return files;
}

// `file:line id hint`, for each fault in order.
std::vector<std::string> faults_of(const PluginFiles& files) {
    const auto plugin = load_plugin(files, "");
    if (plugin) return {};
    std::vector<std::string> faults;
    for (const Diagnostic& fault : plugin.error().diagnostics) {
        BOOST_TEST(french_text(fault) != english_text(fault));
        faults.push_back(fmt::format("{}:{} {} {}", fault.place.file, fault.place.line, fault.what.id,
                                     fault.hint ? fault.hint->id : "-"));
    }
    return faults;
}

struct Fault {
    const char* path;
    const char* replaced;
    const char* by;
    const char* expected;
};

constexpr const char* over = "controls/over.lua";
constexpr const char* claim = "records/claim.lua";
constexpr const char* decided = "indicators/decided.lua";

const Fault faults[] = {
    // The heading.
    {"plugin.lua", "id = \"sample\", ", "", "plugin.lua:1 script.missing_key -"},
    {"plugin.lua", "\"sample\"", "\"Sample 1\"", "plugin.lua:1 script.bad_name script.ids_are"},
    {"plugin.lua", "api = 1", "api = 2", "plugin.lua:1 script.unknown_api script.api_is"},
    {"plugin.lua", "api = 1", "api = '1'", "plugin.lua:1 script.not_an_integer -"},
    {"plugin.lua", "version = \"1\"", "versoin = \"1\", version = \"1\"",
     "plugin.lua:1 script.unknown_key script.did_you_mean"},
    {"plugin.lua", "version = \"1\"", "version = \" \"", "plugin.lua:1 script.empty_text -"},
    {"plugin.lua", "return plugin", "return plugin \"sample\"",
     "plugin.lua:1 script.name_is_not_the_files script.name_it"},
    // The file itself.
    {over, "return control \"over\" {", "return control \"over\" {{", "controls/over.lua:23 script.syntax -"},
    {over, "return control \"over\"", "local x = control \"over\"",
     "controls/over.lua:0 script.no_declaration script.return_a_declaration"},
    {over, "return control \"over\"", "return control",
     "controls/over.lua:2 script.name_is_not_the_files script.name_it"},
    {over, "control \"over\"", "control \"under\"",
     "controls/over.lua:2 script.name_is_not_the_files script.name_it"},
    {over, "control \"over\"", "indicator \"over\"",
     "controls/over.lua:2 script.other_declaration script.places_are"},
    {over, "local function", "function", "controls/over.lua:1 script.name_written script.use_local"},
    {over, "local function", "local x = io.open('x') local function",
     "controls/over.lua:1 script.unknown_name -"},
    {over, "control \"over\"", "contrl \"over\"",
     "controls/over.lua:2 script.unknown_name script.did_you_mean"},
    {over, "local function", "local x = ('x'):rep(10) local function",
     "controls/over.lua:1 script.raised script.look_at_the_values"},
    {over, "local function", "while true do end local function",
     "controls/over.lua:1 script.out_of_fuel script.do_less"},
    {over, "local function", "local s = 'x' while true do s = s .. s end local function",
     "controls/over.lua:0 script.out_of_memory script.do_less"},
    {over, "local function", "local x = nil + 1 local function",
     "controls/over.lua:1 script.raised script.look_at_the_values"},
    {over, "return control \"over\" {", "return control \"over\" 'x'", "controls/over.lua:3 script.syntax -"},
    // Keys and texts.
    {over, "title =", "titl = 1, title =", "controls/over.lua:3 script.unknown_key script.did_you_mean"},
    {over, "title =", "frobnicate = 1, title =", "controls/over.lua:3 script.unknown_key script.known_keys"},
    {over, "title = { fr = \"au-delà\", en = \"over\" },", "", "controls/over.lua:2 script.missing_key -"},
    {over, ", en = \"over\"", "", "controls/over.lua:3 script.missing_key -"},
    {over, "{ fr = \"au-delà\", en = \"over\" }", "\"over\"",
     "controls/over.lua:3 script.text_in_one_language script.write_both_languages"},
    {over, "en = \"over\"", "en = \"over\", de = \"über\"",
     "controls/over.lua:3 script.unknown_key script.known_keys"},
    {over, "en = \"over\"", "en = \"over\", \"über\"",
     "controls/over.lua:3 script.item_without_key script.known_keys"},
    {over, "en = \"over\"", "en = 1", "controls/over.lua:3 script.not_a_text -"},
    {over, "en = \"over\"", "en = \"\\xff\"", "controls/over.lua:3 script.text_not_utf8 -"},
    {over, "title =", "[true] = 1, title =", "controls/over.lua:2 script.key_without_name -"},
    {over, "title =", "deep = {{{{{{{{{{}}}}}}}}}}, title =", "controls/over.lua:2 script.nested_too_deep -"},
    {over, "\"hold\"", "\"holds\"", "controls/over.lua:11 script.unknown_word script.did_you_mean"},
    {over, "\"very low\"", "\"awful\"", "controls/over.lua:12 script.unknown_word script.known_words"},
    {over, "\"very low\"", "\"very low\", visible_to = \"tracfin-correspondent\"",
     "controls/over.lua:12 script.effect_betrays script.only_flag_it"},
    {over, "\"hold\"", "\"flag\", visible_to = \"tracfin-corespondent\"",
     "controls/over.lua:11 script.unknown_word script.did_you_mean"},
    {over, "\"hold\"", "\"flag\", visible_to = \"controller\"",
     "controls/over.lua:11 script.unknown_word script.known_words"},
    {over, "\"hold\"", "7", "controls/over.lua:11 script.not_a_text -"},
    {over, "\"hold\"", "\"hold\", due = \"soon\"", "controls/over.lua:11 script.not_a_due script.due_is"},
    {over, "\"hold\"", "\"hold\", due = \"0 days\"", "controls/over.lua:11 script.not_a_due script.due_is"},
    {over, "\"hold\"", "\"hold\", minutes = 0", "controls/over.lua:11 script.not_minutes script.minutes_are"},
    {over, "\"hold\"", "\"hold\", minutes = 481",
     "controls/over.lua:11 script.not_minutes script.minutes_are"},
    {over, "{amount} dépasse", "{amuont} dépasse",
     "controls/over.lua:13 script.unknown_place script.did_you_mean"},
    {over, "{amount} dépasse", "{amount dépasse",
     "controls/over.lua:13 script.unpaired_braces script.braces_are"},
    {over, "{amount} dépasse", "amount} dépasse",
     "controls/over.lua:13 script.unpaired_braces script.braces_are"},
    {over, "{amount} dépasse", "{} dépasse", "controls/over.lua:13 script.unknown_place script.braces_are"},
    {over, "stay of {amount}", "stay of {x.y}",
     "controls/over.lua:14 script.unknown_place script.braces_are"},
    {over, "stay = {", "Stay = {", "controls/over.lua:14 script.bad_name script.ids_are"},
    {over, "{ stay = { fr = \"séjour de {amount}\", en = \"stay of {amount}\" } }", "{ {} }",
     "controls/over.lua:14 script.not_a_table_of_names -"},
    {over, "id = \"rights\"", "id = \"identity\"", "controls/over.lua:17 script.declared_twice -"},
    {over, "id = \"rights\", ", "", "controls/over.lua:17 script.missing_key -"},
    {over, "{ id = \"identity\", fr = \"identité\", en = \"identity\" }", "\"identity\"",
     "controls/over.lua:16 script.not_a_table script.known_keys"},
    {over, "verify = {", "verify = { x = 1,", "controls/over.lua:15 script.not_a_list -"},
    {over, "judge = function(claim, p)", "judge = true, after = function(claim, p)",
     "controls/over.lua:19 script.not_a_function -|controls/over.lua:19 script.unknown_key "
     "script.known_keys"},
    // Records, conditions, parameters.
    {over, "\"claim\"", "\"clam\"", "controls/over.lua:4 script.no_such_record script.did_you_mean"},
    {over, "\"claim\"", "\"decision\"", "controls/over.lua:4 script.no_such_record -"},
    {over, "money { default", "secret { default",
     "controls/over.lua:7 script.not_a_parameter script.parameters_are"},
    {over, "money { default", "money \"x\" { default",
     "controls/over.lua:7 script.not_a_parameter script.parameters_are"},
    {over, "default = \"1000.00 EUR\", ", "", "controls/over.lua:7 script.missing_key -"},
    {over, "\"1000.00 EUR\"", "\"1000,00 €\"", "controls/over.lua:7 script.not_a_value script.form_of_money"},
    {over, "\"1000.00 EUR\"", "1000", "controls/over.lua:7 script.value_of_other_type script.form_of_money"},
    {over, "\"1000.00 EUR\"", "\"-1.00 EUR\"", "controls/over.lua:7 script.below_minimum -"},
    {over, "\"0.00 EUR\"", "\"0.00 USD\"", "controls/over.lua:7 script.other_currency -"},
    {over, "default = 10", "default = 31", "controls/over.lua:9 script.above_maximum -"},
    {over, "default = 10", "default = \"10\"",
     "controls/over.lua:9 script.value_of_other_type script.form_of_integer"},
    {over, "delay =", "Delay =", "controls/over.lua:9 script.bad_name script.names_are"},
    {over, "delay =", "handler =", "controls/over.lua:9 script.parameter_like_field -"},
    {over, "help = { fr = \"délai\"", "helpp = { fr = \"délai\"",
     "controls/over.lua:9 script.missing_key -|controls/over.lua:9 script.unknown_key script.did_you_mean"},
    {claim, "\"number\",", "\"nubmer\",", "records/claim.lua:3 script.no_such_field script.did_you_mean"},
    {claim, "key = \"number\"", "key = \"received_on\"", "records/claim.lua:3 script.field_of_other_type -"},
    {claim, "event_date = \"received_on\"", "event_date = \"paid_on\"",
     "records/claim.lua:4 script.field_not_required script.write_required"},
    {claim, "handler = \"handler\"", "handler = \"days\"",
     "records/claim.lua:5 script.field_of_other_type -"},
    {claim, "handler = \"handler\"", "handler = \"handler\", retention = \"some years\"",
     "records/claim.lua:5 script.not_a_retention script.retention_is"},
    {claim, "handler = \"handler\"", "handler = \"handler\", retention = \"10 ouvrés\"",
     "records/claim.lua:5 script.not_a_retention script.retention_is"},
    {claim, "handler = \"handler\"",
     "handler = \"handler\", retention = \"5 years\", retention_from = \"payment\"",
     "records/claim.lua:5 script.not_a_retention_start script.retention_starts_are"},
    {claim, "handler = \"handler\"", "handler = \"handler\", retention_from = \"import\"",
     "records/claim.lua:5 script.retention_of_nothing -"},
    {claim, "text \"handler\"", "text \"Handler\"",
     "records/claim.lua:5 script.no_such_field script.did_you_mean|records/claim.lua:13 script.bad_name "
     "script.names_are"},
    {claim, "text \"handler\"", "text",
     "records/claim.lua:5 script.no_such_field -|records/claim.lua:13 script.not_a_field script.fields_are"},
    {claim, "text \"handler\"", "date \"received_on\"",
     "records/claim.lua:5 script.no_such_field -|records/claim.lua:13 script.declared_twice -"},
    {claim, "money \"amount\" {", "money \"amount\" { currency = \"euro\",",
     "records/claim.lua:9 script.not_a_currency -"},
    {claim, "required = true", "required = 1",
     "records/claim.lua:3 script.field_not_required script.write_required|records/claim.lua:7 "
     "script.not_a_boolean -"},
    {claim, "id = \"optical\"", "id = \"hospital-stay\"", "records/claim.lua:12 script.declared_twice -"},
    {decided, "meets = \"check is not missing and check.verdict in ('released', 'corrected')\",", "",
     "indicators/decided.lua:1 script.missing_key -"},
    {decided, "check = \"decision", "Check = \"decision",
     "indicators/decided.lua:4 script.bad_name script.names_are|indicators/decided.lua:6 "
     "expression.unknown_name expression.did_you_mean|indicators/decided.lua:6 expression.unknown_alias "
     "expression.did_you_mean"},
    {decided, "\"decision on control = 'sample/over' and key = claim.number\"", "7",
     "indicators/decided.lua:4 script.not_a_text -"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(plugin)

BOOST_AUTO_TEST_CASE(what_is_declared_is_known_without_running_a_judge) {
    const auto loaded = load_plugin(good_files(), "");
    BOOST_REQUIRE(loaded.has_value());
    BOOST_TEST(loaded->id == "sample");
    BOOST_TEST(loaded->version == "1");
    BOOST_TEST((loaded->title == LocalText{"essai", "sample"}));
    BOOST_TEST(loaded->records.size() == 1U);
    BOOST_TEST(loaded->controls.size() == 1U);
    BOOST_TEST(loaded->measures.size() == 1U);
    BOOST_TEST(loaded->find_record("claim") == &loaded->records[0]);
    BOOST_TEST(loaded->find_control("sample/over") == &loaded->controls[0]);
    BOOST_TEST(loaded->find_measure("sample/decided") == &loaded->measures[0]);
    BOOST_TEST(loaded->find_control("sample/other") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_record_type_has_its_fields_in_order) {
    const auto loaded = load_plugin(sample_files(), "");
    BOOST_REQUIRE(loaded.has_value());
    const model::RecordType& type = loaded->records[0];
    const std::vector<std::string> names{"number", "received_on", "amount", "act",        "handler",
                                         "iban",   "days",        "urgent", "entered_at", "paid_on"};
    BOOST_TEST(type.schema->names() == names, boost::test_tools::per_element());
    BOOST_TEST(type.key == 0U);
    BOOST_TEST(type.event_date == 1U);
    BOOST_TEST((type.handler == 4U));
    BOOST_TEST(type.has_secrets());
    BOOST_TEST(type.schema->field(0).required);
    BOOST_TEST(!type.schema->field(9).required);
    BOOST_TEST(type.schema->field(3).codes[1].name == "optical");
    BOOST_TEST((type.schema->field(3).codes[1].title == LocalText{"optique", "optical"}));
}

BOOST_AUTO_TEST_CASE(a_record_type_says_how_long_it_is_kept) {
    PluginFiles files = sample_files();
    BOOST_TEST(!load_plugin(files, "")->records[0].retention.has_value());
    std::string& claim = files["records/claim.lua"];
    claim.replace(claim.find("handler ="), 0, "retention = \"18 months\", retention_from = \"import\", ");
    const auto loaded = load_plugin(files, "");
    BOOST_REQUIRE(loaded.has_value());
    const model::Retention expected{{18, TimeUnit::months}, model::RetentionStart::import_day};
    BOOST_TEST((loaded->records[0].retention == expected));
}

BOOST_AUTO_TEST_CASE(a_control_has_all_that_was_declared) {
    const auto loaded = load_plugin(good_files(), "in force/");
    BOOST_REQUIRE(loaded.has_value());
    const ControlDeclaration& declaration = loaded->controls[0];
    const model::Control& declared = declaration.control;
    BOOST_TEST((declaration.place == Place{"in force/controls/over.lua", 2, 0}));
    BOOST_TEST(declaration.path == over);
    BOOST_TEST(declared.id == "sample/over");
    BOOST_TEST(declared.population.from == "claim");
    BOOST_TEST(declared.population.where == "amount > threshold and paid_on is missing");
    BOOST_TEST((declared.effect == model::Effect::hold));
    BOOST_TEST((declared.severity == model::Severity::very_low));
    BOOST_TEST(declared.has_judge);
    BOOST_TEST(declared.verify.size() == 2U);
    BOOST_TEST(declared.verify[1].id == "rights");
    BOOST_REQUIRE(declared.parameters.size() == 2U);
    BOOST_TEST(declared.parameters[0].name == "delay");
    BOOST_TEST((declared.parameters[0].maximum == column::Scalar(std::int64_t{30})));
    BOOST_TEST((declared.parameters[1].default_value == column::Scalar(Money{100000, {}})));
    BOOST_TEST((declaration.messages.at("stay") == LocalText{"séjour de {amount}", "stay of {amount}"}));
}

BOOST_AUTO_TEST_CASE(a_measure_has_all_that_was_declared) {
    const auto loaded = load_plugin(good_files(), "");
    BOOST_REQUIRE(loaded.has_value());
    const model::Measure& measure = loaded->measures[0].measure;
    BOOST_TEST(measure.meets == "check is not missing and check.verdict in ('released', 'corrected')");
    BOOST_REQUIRE(measure.population.joins.size() == 1U);
    BOOST_TEST(measure.population.joins[0].alias == "check");
}

BOOST_AUTO_TEST_CASE(each_fault_has_its_place_and_says_what_to_do) {
    for (const Fault& fault : faults) {
        PluginFiles files = good_files();
        std::string& file = files.at(fault.path);
        const auto at = file.find(fault.replaced);
        BOOST_TEST_CONTEXT(fault.path << ": " << fault.replaced << " → " << fault.by) {
            BOOST_REQUIRE(at != std::string::npos);
            file.replace(at, std::string_view(fault.replaced).size(), fault.by);
            const auto found = faults_of(files);
            BOOST_TEST(fmt::format("{}", fmt::join(found, "|")) == fault.expected);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_fault_reads_well) {
    PluginFiles files = good_files();
    files["plugin.lua"] =
        "return plugin { id = 'sample', version = '1', apii = 1, title = { fr = 'essai', en = 'sample' } }";
    const auto loaded = load_plugin(files, "");
    BOOST_REQUIRE(!loaded.has_value());
    BOOST_REQUIRE(loaded.error().diagnostics.size() == 2U);
    BOOST_TEST(french_text(loaded.error().diagnostics[0]) == "«\u00a0api\u00a0» manque");
    BOOST_TEST(english_text(loaded.error().diagnostics[1]) ==
               "the key “apii” is unknown (did you mean “api”?)");
}

BOOST_AUTO_TEST_CASE(faults_of_all_files_are_told_at_once) {
    PluginFiles files = good_files();
    files["plugin.lua"] = "return plugin {}";
    files["records/claim.lua"] = "return record 'claim' {";
    files["controls/other.lua"] = "return control 'other' { colour = 1 }";
    const auto found = faults_of(files);
    const auto tells_of = [&](const char* path) {
        return std::ranges::any_of(found,
                                   [path](const std::string& fault) { return fault.starts_with(path); });
    };
    BOOST_TEST(tells_of("plugin.lua"));
    BOOST_TEST(tells_of("records/claim.lua"));
    BOOST_TEST(tells_of("controls/other.lua"));
}

BOOST_AUTO_TEST_CASE(what_a_faulty_record_file_makes_impossible_is_not_told_again) {
    PluginFiles files = good_files();
    files["records/claim.lua"] = "return record 'claim' {";
    BOOST_TEST(faults_of(files).size() == 1U);
}

BOOST_AUTO_TEST_CASE(every_lua_file_has_its_place) {
    PluginFiles files = good_files();
    files["README.md"] = "# notes";
    BOOST_TEST(faults_of(files).empty());
    files["control/x.lua"] = "return 1";
    files["controls/deep/x.lua"] = "return 1";
    const std::vector<std::string> expected{
        "control/x.lua:0 script.file_without_place script.places_are",
        "controls/deep/x.lua:0 script.file_without_place script.places_are"};
    BOOST_TEST(faults_of(files) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_read_are_faults) {
    PluginFiles files = good_files();
    files["controls/over.lua"] = "-- \xff\n";
    files["indicators/decided.lua"] = std::string(300 << 10, ' ');
    files.erase("plugin.lua");
    const std::vector<std::string> expected{"controls/over.lua:0 script.file_not_utf8 script.save_as_utf8",
                                            "indicators/decided.lua:0 script.file_too_large -",
                                            "plugin.lua:0 script.no_heading script.heading_is"};
    BOOST_TEST(faults_of(files) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_record_cannot_take_the_name_of_the_hosts) {
    PluginFiles files = sample_files();
    files["records/decision.lua"] =
        "return record 'decision'" +
        files["records/claim.lua"].substr(std::string("return record \"claim\"").size());
    const std::vector<std::string> expected{"records/decision.lua:1 script.name_of_the_house -"};
    BOOST_TEST(faults_of(files) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_fault_in_a_condition_is_told_where_it_stands) {
    PluginFiles files = good_files();
    std::string& file = files["controls/over.lua"];
    file.replace(file.find("paid_on is"), 7, "payd_on");
    const auto loaded = load_plugin(files, "");
    BOOST_REQUIRE(!loaded.has_value());
    BOOST_TEST((loaded.error().diagnostics.front().place == Place{over, 5, 35}));
}

BOOST_AUTO_TEST_SUITE_END()
