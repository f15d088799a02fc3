// SPDX-License-Identifier: Apache-2.0
#include <span>

#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "definition/clause_file.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"
#include "definition/small_definitions.h"

using namespace cadran;
using namespace cadran::definition;

namespace {

// One change to a sound file, and what is said of it: `22:43 what | hint`, one a line.
struct Case {
    std::string_view search;
    std::string_view replacement;
    std::string_view faults;
};

std::string changed(std::string_view file, std::string_view search, std::string_view replacement) {
    std::string text(file);
    const auto place = text.find(search);
    BOOST_REQUIRE_MESSAGE(place != std::string::npos, "the file has no " << search);
    return text.replace(place, search.size(), replacement);
}

// Every message and hint must have its sentence in both languages.
std::string brief(const Diagnostics& diagnostics) {
    const Catalogue french(Language::french);
    const Catalogue english(Language::english);
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics) {
        BOOST_REQUIRE(diagnostic.hint.has_value());
        for (const Message& message : {diagnostic.what, *diagnostic.hint}) {
            BOOST_TEST(!french.text(message).empty());
            BOOST_TEST(!english.text(message).empty());
        }
        text += fmt::format("{}{}:{} {} | {}", text.empty() ? "" : "\n", diagnostic.place.line,
                            diagnostic.place.column, diagnostic.what.id, diagnostic.hint->id);
    }
    return text;
}

constexpr Case process_cases[] = {
    // Form.
    {"<process ", " <proces ", "2:2 format.xml_wrong_root | format.xml_expected_root"},
    {"urn:cadran:process:1", "urn:cadran:process:2", "2:1 format.xml_wrong_root | format.xml_expected_root"},
    {R"( id="answer")", "", "2:1 format.xml_missing_attribute | format.xml_add_attribute"},
    {R"( kind="realisation")", "", "2:1 format.xml_missing_attribute | format.xml_add_attribute"},
    {R"( turn="quarter")", "", "2:1 format.xml_missing_attribute | format.xml_add_attribute"},
    {R"(<pilot account="ada"/>)", "", "2:1 format.xml_missing_element | format.xml_add_after"},
    {"<pilot ", "<pilote ", "4:3 format.xml_unknown_element | format.xml_did_you_mean"},
    {"<pilot account", "<pilot acount", "4:10 format.xml_unknown_attribute | format.xml_did_you_mean"},
    {"<pilot account", R"(<pilot since="2026-07-01" account)",
     "4:10 format.xml_unknown_attribute | format.xml_known_names"},
    {R"(<backup account="bob"/>)", "", "2:1 format.xml_missing_element | format.xml_add_after"},
    {"<purpose>", R"(<backup account="x"/><purpose>)", "8:3 format.xml_misplaced_element | format.xml_order"},
    {"<en>Answer</en></title>", "</title>", "3:3 format.xml_missing_element | format.xml_add_after"},
    {"<fr>Répondre</fr><en>Answer</en></title>", "<fr> </fr><en>Answer</en></title>",
     "3:10 format.xml_empty_text | format.xml_write_text"},
    {"<en>Answer</en></title>", "<en/></title>", "3:27 format.xml_empty_text | format.xml_write_text"},
    {"<en>Answer</en></title>", "<en>An <b>answer</b></en></title>",
     "3:34 format.xml_unknown_element | format.xml_no_elements"},
    {"<purpose>", "<purpose>To pay.", "8:12 format.xml_stray_text | format.xml_remove_text"},
    {"</title>", "</titel>", "3:42 format.xml_mismatch | format.xml_close"},
    {"Trial", "Trial & error", "47:41 format.xml_bare_ampersand | format.xml_write_ampersand"},
    {R"(<target from="2026-01-01" value="1" upper="4" warning="0.5" upper-warning="6"/>)", "",
     "34:5 format.xml_missing_element | format.xml_add_after"},
    {"<input><fr>Courrier</fr><en>Letter</en></input>", "",
     "2:1 format.xml_missing_element | format.xml_add_after"},
    {"<controls>", "<plan>", "61:3 format.xml_mismatch | format.xml_close"},
    {"<proof><fr>Liste</fr><en>List</en></proof>", "",
     "51:5 format.xml_missing_element | format.xml_add_after"},
    {"<means><fr>Équipe</fr><en>Team</en></means>", "",
     "16:5 format.xml_missing_element | format.xml_add_after"},
    {R"( owner="ada")", "", "16:5 format.xml_missing_attribute | format.xml_add_attribute"},
    // Values.
    {R"(id="answer")", R"(id="Answer")", "2:39 format.xml_wrong_attribute | definition.identifier_form"},
    {R"(id="answer")", R"(id="all")",
     "2:39 definition.reserved_id | definition.choose_another_id\n"
     "12:15 definition.own_neighbour | definition.name_another_process"},
    {R"(id="answer")", R"(id="")", "2:39 format.xml_empty_attribute | definition.identifier_form"},
    {R"(kind="realisation")", R"(kind="operation")",
     "2:51 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(turn="quarter")", R"(turn="week")", "2:70 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(account="ada")", R"(account="Ada Lovelace")",
     "4:10 format.xml_wrong_attribute | definition.account_form"},
    {"mail/overdue", "overdue", "51:14 format.xml_wrong_attribute | definition.reference_form"},
    {"mail/in-time", "mail/In-time", "28:90 format.xml_wrong_attribute | definition.reference_form"},
    {R"("higher")", R"("heigher")", "28:53 format.xml_wrong_attribute | format.xml_did_you_mean"},
    {R"("month")", R"("weekly")", "28:72 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"("minutes")", R"("seconds")", "34:26 format.xml_wrong_attribute | format.xml_allowed_values"},
    {"2026-01-01", "01/01/2026", "31:15 format.xml_wrong_attribute | definition.date_form"},
    {"2026-01-01", "2026-02-30", "31:15 format.xml_wrong_attribute | definition.date_form"},
    {R"(value="90")", R"(value="97,5")", "31:33 format.xml_wrong_attribute | definition.figure_form"},
    {R"(value="90")", R"(value="90 %")", "31:33 format.xml_wrong_attribute | definition.figure_form"},
    {R"(value="90")", R"(value="100.1")", "31:33 definition.no_percentage | definition.percentage_form"},
    {R"(value="90")", R"(value="-1")",
     "31:33 definition.no_percentage | definition.percentage_form\n"
     "31:44 definition.thresholds_cross | definition.warning_at_most"},
    {R"(ref="8.2.1")", R"(ref="8.2.a")", "14:11 format.xml_wrong_attribute | definition.clause_form"},
    {R"(likelihood="3")", R"(likelihood="11")", "41:21 format.xml_wrong_attribute | definition.step_form"},
    {R"(likelihood="3")", R"(likelihood="often")", "41:21 format.xml_wrong_attribute | definition.step_form"},
    {R"("reduce")", R"("ignore")", "41:47 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"("daily")", R"("hourly")", "51:33 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(by="controller")", R"(by="boss")", "51:51 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(keep-months="60")", R"(keep-months="5 years")",
     "67:41 format.xml_wrong_attribute | definition.months_form"},
    {R"(keep-months="60")", R"(keep-months="0")",
     "67:41 format.xml_wrong_attribute | definition.months_form"},
    // Meaning.
    {R"(<upstream process="receive">)", R"(<upstream process="answer">)",
     "11:13 definition.own_neighbour | definition.name_another_process"},
    {R"(<upstream process="receive">)",
     R"(<upstream process="receive"><fr>x</fr><en>x</en></upstream><upstream process="receive">)",
     "11:72 definition.repeated | definition.remove_one"},
    {R"(<stake ref="clients"/>)", R"(<stake ref="clients"/><stake ref="clients"/>)",
     "6:32 definition.repeated | definition.remove_one"},
    {R"(<clause ref="8.2.1"/>)", R"(<clause ref="8.2.1"/><clause ref="8.2.1"/>)",
     "14:32 definition.repeated | definition.remove_one"},
    {R"("bob"/>)", R"("ada"/>)", "5:11 definition.pilot_as_backup | definition.name_another_backup"},
    {"<purpose>", R"(<backup account="bob"/><purpose>)",
     "8:3 format.xml_misplaced_element | format.xml_order"},
    {R"(indicator="answered-in-time")", R"(indicator="answerd-in-time")",
     "16:29 definition.unknown_indicator | definition.did_you_mean\n"
     "28:16 definition.unused_indicator | definition.name_it_in_an_objective"},
    {R"(indicator="answered-in-time")", R"(indicator="delay")",
     "16:29 definition.unknown_indicator | definition.known_names\n"
     "28:16 definition.unused_indicator | definition.name_it_in_an_objective"},
    {R"(indicator="wait")", R"(indicator="answered-in-time")",
     "34:16 definition.unused_indicator | definition.name_it_in_an_objective"},
    {R"(id="calls")", R"(id="in-time")", "21:16 definition.repeated | definition.choose_another_id"},
    {R"(<indicator id="wait")", R"(<indicator id="answered-in-time")",
     "21:27 definition.unknown_indicator | definition.known_names\n"
     "34:16 definition.repeated | definition.choose_another_id"},
    {R"(due="2026-12-31")", R"(due="2025-12-31")",
     "16:70 definition.no_target_when_due | definition.first_target"},
    {R"( measure="mail/in-time")", "", "28:5 definition.nothing_measures | definition.give_one_source"},
    {R"( measure="mail/in-time")", R"( measure="mail/in-time" records="mail/letter")",
     "28:5 definition.several_sources | definition.give_one_source\n"
     "28:113 definition.records_are_counted | definition.say_count"},
    {R"( measure="mail/in-time")", R"( records="mail/letter")",
     "28:90 definition.records_are_counted | definition.say_count\n"
     "30:7 definition.parameter_without_measure | definition.remove_it"},
    {R"("percent")", R"("days")", "28:87 definition.measure_is_share | definition.say_percent"},
    {R"(<parameter name="limit" value="10"/>)",
     R"(<parameter name="limit" value="10"/><parameter name="limit" value="9"/>)",
     "30:54 definition.repeated | definition.remove_one"},
    {"<by-hand>", "<by-hand><fr>x</fr><en>x</en></by-hand><by-hand>",
     "36:46 format.xml_repeated_element | format.xml_keep_one"},
    {R"(from="2026-10-01")", R"(from="2026-01-01")",
     "32:15 definition.repeated_target | definition.remove_one"},
    {R"(from="2026-10-01")", R"(from="2025-10-01")",
     "32:15 definition.targets_not_ascending | definition.sort_targets"},
    {R"( upper="4")", "", "37:7 definition.upper_missing | definition.give_upper"},
    {R"(upper="4")", R"(upper="0.9")", "37:43 definition.bounds_cross | definition.exchange_bounds"},
    {R"(value="95.5"/>)", R"(value="95.5" upper="99"/>)",
     "32:46 definition.upper_without_range | definition.say_within"},
    {R"("within")", R"("lower")",
     "37:43 definition.upper_without_range | definition.say_within\n"
     "37:53 definition.thresholds_cross | definition.warning_at_least\n"
     "37:67 definition.upper_without_range | definition.say_within"},
    {R"(warning="85")", R"(warning="91")", "31:44 definition.thresholds_cross | definition.warning_at_most"},
    {R"("higher")", R"("lower")", "31:44 definition.thresholds_cross | definition.warning_at_least"},
    {R"(upper-warning="6")", R"(upper-warning="3")",
     "37:67 definition.thresholds_cross | definition.warning_at_least"},
    {R"( warning="0.5")", R"( warning="2")",
     "37:53 definition.thresholds_cross | definition.warning_at_most"},
    {R"(turn="quarter")", R"(turn="month")", "accepted"},
    {R"("quarter">
      <title><fr>Attente)",
     R"("year">
      <title><fr>Attente)",
     "accepted"},
    {R"(id="chat")", R"(id="late")", "45:18 definition.repeated | definition.choose_another_id"},
    {R"(residual-likelihood="1")", R"(residual-likelihood="4")",
     "41:66 definition.residual_above | definition.lower_residual"},
    {R"(residual-impact="2")", R"(residual-impact="3")",
     "41:90 definition.residual_above | definition.lower_residual"},
    {R"(<covers risk="late"/>)", R"(<covers risk="lat"/>)",
     "52:15 definition.unknown_risk | definition.did_you_mean"},
    {R"(<covers risk="late"/>)", R"(<covers risk="late"/><covers risk="late"/>)",
     "52:36 definition.repeated | definition.remove_one"},
    {R"(      <covers risk="late"/>
      <proof><fr>Liste)",
     "      <proof><fr>Liste", "accepted"},
    {R"("reduce")", R"("accept")", "accepted"},
    {"</manual-control>",
     R"(</manual-control><manual-control id="reading" frequency="daily" by="pilot"><title><fr>x</fr><en>x</en></title><proof><fr>x</fr><en>x</en></proof></manual-control>)",
     "60:38 definition.repeated | definition.choose_another_id"},
    {"<manual-control id",
     R"(<control use="mail/overdue" frequency="daily" by="pilot"><proof><fr>x</fr><en>x</en></proof></control><manual-control id)",
     "56:14 definition.repeated | definition.remove_one"},
    {R"(<parameter name="days" value="8"/>)",
     R"(<parameter name="days" value="8"/><parameter name="days" value="9"/>)",
     "54:52 definition.repeated | definition.remove_one"},
    {R"(id="late" likelihood)", R"(id="slow" likelihood)",
     "41:11 definition.risk_without_control | definition.cover_or_accept\n"
     "52:15 definition.unknown_risk | definition.known_names\n"
     "58:15 definition.unknown_risk | definition.known_names"},
};

constexpr Case workspace_cases[] = {
    {"Europe/Paris", "Europe/Lutece", "3:29 calendar.unknown_zone | definition.zone_form"},
    {"Europe/Paris", "../../etc/passwd", "3:29 calendar.unknown_zone | definition.zone_form"},
    {"Europe/Paris", "", "3:29 format.xml_empty_attribute | definition.text_form"},
    {R"("EUR")", R"("eur")", "3:49 format.xml_wrong_attribute | definition.currency_form"},
    {R"("EUR")", R"("€")", "3:49 format.xml_wrong_attribute | definition.currency_form"},
    {R"( currency="EUR")", "", "3:3 format.xml_missing_attribute | format.xml_add_attribute"},
    {R"(name="Test")", R"(name="")", "3:17 format.xml_empty_attribute | definition.text_form"},
    {"<organisation ", "<organization ", "3:3 format.xml_unknown_element | format.xml_did_you_mean"},
    {"urn:cadran:workspace:1", "urn:cadran:process:1",
     "2:1 format.xml_wrong_root | format.xml_expected_root"},
    {"alsace-moselle", "corse", "3:64 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(since="2026-01-05")", R"(since="05/01/2026")",
     "4:11 format.xml_wrong_attribute | definition.date_form"},
    {R"(clause="8.3")", R"(clause="eight")", "6:14 format.xml_wrong_attribute | definition.clause_form"},
    {R"("external")", R"("outside")", "7:23 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(<stake id="clients"><fr>Clients</fr><en>Clients</en></stake>)",
     R"(<stake id="clients"><fr>x</fr><en>x</en></stake><stake id="clients"><fr>x</fr><en>x</en></stake>)",
     "8:58 definition.repeated | definition.choose_another_id"},
    {"<en>All</en>", "", "5:3 format.xml_missing_element | format.xml_add_after"},
    {"<expectations><fr>Réponses</fr><en>Answers</en></expectations>", "",
     "9:3 format.xml_missing_element | format.xml_add_after"},
    {R"(department="mail")", R"(department="male")",
     "27:25 definition.unknown_department | definition.known_names"},
    {R"(department="mail")", R"(department="accounts")",
     "27:25 definition.unknown_department | definition.known_names"},
    {R"(<supplier id="printer")", R"(<supplier id="centre")",
     "29:13 definition.repeated | definition.choose_another_id"},
    {R"(<member account="ada" department="mail"><fr>Responsable</fr><en>Head</en></member>)",
     R"(<member account="ada" department="mail"><fr>x</fr><en>x</en></member><member account="ada" department="mail"><fr>x</fr><en>x</en></member>)",
     "27:80 definition.repeated | definition.remove_one"},
    {R"(severity="low")", R"(severity="medium")",
     "21:12 definition.levels_out_of_order | definition.sort_levels"},
    {R"(severity="low")", R"(severity="minor")",
     "21:12 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(from="1")", R"(from="2")",
     "20:32 definition.levels_cross | definition.first_level_from_1\n"
     "21:27 definition.levels_cross | definition.level_from"},
    {R"(from="3")", R"(from="2")", "22:30 definition.levels_cross | definition.level_from"},
    {R"(from="9")", R"(from="10")", "24:29 definition.level_out_of_reach | definition.greatest_score"},
    {R"(from="9")", R"(from="0")", "24:29 format.xml_wrong_attribute | definition.score_form"},
    {R"(<level severity="major" from="9"><fr>Majeur</fr><en>Major</en></level>)", "",
     "13:3 format.xml_missing_element | format.xml_add_after"},
    {R"(    <likelihood><fr>Rare</fr><en>Rare</en></likelihood>
    <likelihood><fr>Possible</fr><en>Possible</en></likelihood>)",
     "", "13:3 format.xml_missing_element | format.xml_add_first"},
};

constexpr Case clause_cases[] = {
    {R"(id="short")", R"(id="ISO 9001")", "2:39 format.xml_wrong_attribute | definition.identifier_form"},
    {R"(number="8.3")", R"(number="8.2.1")",
     "6:11 definition.repeated | definition.remove_one\n"
     "10:10 definition.unknown_clause | definition.known_names"},
    {R"(number="8.10")", R"(number="8.1")",
     "7:11 definition.clauses_not_ascending | definition.sort_clauses\n"
     "11:10 definition.unknown_clause | definition.did_you_mean"},
    {R"(number="8.10")", R"(number="8.x")",
     "7:11 format.xml_wrong_attribute | definition.clause_form\n"
     "11:10 definition.unknown_clause | definition.known_names"},
    {R"(change="same")", R"(change="new")", "9:36 format.xml_wrong_attribute | format.xml_allowed_values"},
    {R"(clause="8.3" change="added")", R"(clause="8.4" change="added")",
     "6:11 definition.clause_not_mapped | definition.map_it\n"
     "10:10 definition.unknown_clause | definition.did_you_mean"},
    {R"(clause="8.3" change="added")", R"(clause="8.3" from="8.1" change="added")",
     "10:5 definition.mapping_ends | definition.mapping_ends_form"},
    {R"(from="8.4" change="removed")", R"(clause="8.3" from="8.4" change="removed")",
     "12:5 definition.mapping_ends | definition.mapping_ends_form"},
    {R"(from="8.4" change="removed")", R"(change="removed")",
     "12:5 definition.mapping_ends | definition.mapping_ends_form"},
    {R"(<map clause="8.10" from="8.9" change="unknown"><fr>À voir</fr><en>To see</en></map>)", "",
     "7:11 definition.clause_not_mapped | definition.map_it"},
    {"<status><fr>Inventée</fr><en>Invented</en></status>", "",
     "2:1 format.xml_missing_element | format.xml_add_after"},
};

std::string told(const auto& file) {
    return file ? "accepted" : brief(file.error().diagnostics);
}

template <typename Read>
void check_all(std::span<const Case> cases, std::string_view sound, Read read) {
    BOOST_TEST(told(read(std::string(sound), "d.xml")) == "accepted");
    for (const auto& [search, replacement, faults] : cases) {
        BOOST_TEST_CONTEXT(search << " becomes " << replacement) {
            BOOST_TEST(told(read(changed(sound, search, replacement), "d.xml")) == faults);
        }
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(faulty_definitions)

BOOST_AUTO_TEST_CASE(a_faulty_process_is_told_what_where_and_how_to_mend_it) {
    check_all(process_cases, small_process, read_process);
}

BOOST_AUTO_TEST_CASE(a_faulty_workspace_is_told_what_where_and_how_to_mend_it) {
    check_all(workspace_cases, small_workspace, read_organisation);
}

BOOST_AUTO_TEST_CASE(a_faulty_catalogue_of_clauses_is_told_what_where_and_how_to_mend_it) {
    check_all(clause_cases, small_clauses, read_clauses);
}

BOOST_AUTO_TEST_CASE(faults_of_values_and_of_meaning_come_in_one_go_and_in_order) {
    std::string file = changed(small_process, "\"bob\"/>", "\"ada\"/>");
    for (const auto& [search, replacement] : std::initializer_list<std::pair<const char*, const char*>>{
             {"Répondre</fr><en>Answer", " </fr><en>Answer"},
             {"indicator=\"answered-in-time\"", "indicator=\"answered-late\""},
             {"\"higher\"", "\"up\""},
             {"value=\"90\"", "value=\"ninety\""},
             {"residual-impact=\"2\"", "residual-impact=\"3\""},
             {"risk=\"late\"", "risk=\"slow\""}})
        file = changed(file, search, replacement);
    BOOST_TEST(told(read_process(file, "p.xml")) ==
               "3:10 format.xml_empty_text | format.xml_write_text\n"
               "5:11 definition.pilot_as_backup | definition.name_another_backup\n"
               "16:29 definition.unknown_indicator | definition.known_names\n"
               "28:16 definition.unused_indicator | definition.name_it_in_an_objective\n"
               "28:53 format.xml_wrong_attribute | format.xml_allowed_values\n"
               "31:33 format.xml_wrong_attribute | definition.figure_form\n"
               "41:90 definition.residual_above | definition.lower_residual\n"
               "52:15 definition.unknown_risk | definition.known_names");
}

BOOST_AUTO_TEST_CASE(a_fault_reads_as_a_sentence) {
    const auto file =
        read_process(changed(small_process, "indicator=\"answered", "indicator=\"answerd"), "p.xml");
    BOOST_REQUIRE(!file);
    const Diagnostic& fault = file.error().diagnostics.front();
    BOOST_TEST(fault.place.file == "p.xml");
    BOOST_TEST(Catalogue(Language::french).text(fault.what) ==
               "l’indicateur answerd-in-time n’existe pas dans ce processus");
    BOOST_TEST(Catalogue(Language::french).text(*fault.hint) == "vouliez-vous dire answered-in-time\u00a0?");
    BOOST_TEST(Catalogue(Language::english).text(fault.what) ==
               "there is no indicator answerd-in-time in this process");
}

BOOST_AUTO_TEST_SUITE_END()
