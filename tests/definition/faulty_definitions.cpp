// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "base/resource.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"

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
    std::string text(resource(file));
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

std::string process_faults(const std::string& bytes) {
    const auto file = read_process(bytes, "process.xml");
    return file ? "accepted" : brief(file.error().diagnostics);
}

constexpr Case process_cases[] = {
    // Form.
    {"<process ", "<proces ", "2:1 format.xml_wrong_root | format.xml_expected_root"},
    {"urn:cadran:process:1", "urn:cadran:process:2", "2:1 format.xml_wrong_root | format.xml_expected_root"},
    {" id=\"pay-benefits\"", "", "2:1 format.xml_missing_attribute | format.xml_add_attribute"},
    {"<pilot account=\"claire.vasseur\"/>", "", "2:1 format.xml_missing_element | format.xml_add_after"},
    {"<pilot ", "<pilote ", "7:3 format.xml_unknown_element | format.xml_did_you_mean"},
    {"<pilot account", "<pilot acount", "7:10 format.xml_unknown_attribute | format.xml_did_you_mean"},
    {"<pilot account", "<pilot since=\"2026-07-01\" account",
     "7:10 format.xml_unknown_attribute | format.xml_known_names"},
    {"<backup account=\"hugo.lemaire\"/>", "", "2:1 format.xml_missing_element | format.xml_add_after"},
    {"<backup account=\"hugo.lemaire\"/>", "<pilot account=\"hugo.lemaire\"/><backup account=\"x\"/>",
     "8:3 format.xml_repeated_element | format.xml_keep_one"},
    {"<purpose>", "<backup account=\"x\"/><purpose>", "accepted"},
    {"<start>", "<backup account=\"x\"/><start>", "13:3 format.xml_misplaced_element | format.xml_order"},
    {"<en>Pay all benefits</en>", "", "3:3 format.xml_missing_element | format.xml_add_after"},
    {"<fr>Payer l’ensemble des prestations</fr>", "<fr> \n </fr>",
     "4:5 format.xml_empty_text | format.xml_write_text"},
    {"<en>Pay all benefits</en>", "<en/>", "5:5 format.xml_empty_text | format.xml_write_text"},
    {"<en>Pay all benefits</en>", "<en>Pay <b>all</b> benefits</en>",
     "5:13 format.xml_unknown_element | format.xml_no_elements"},
    {"<purpose>", "<purpose>To pay.", "9:12 format.xml_stray_text | format.xml_remove_text"},
    {" measure=\"claims/decided-before-payment\"", "",
     "30:5 format.xml_missing_attribute | format.xml_add_attribute"},
    {"<target from=\"2026-07-01\" value=\"100\"/>", "",
     "30:5 format.xml_missing_element | format.xml_add_after"},
    {"</title>", "</titel>", "6:3 format.xml_mismatch | format.xml_close"},
    {"Pay all", "Pay & all", "5:13 format.xml_bare_ampersand | format.xml_write_ampersand"},
    // Values.
    {"id=\"pay-benefits\"", "id=\"Pay-benefits\"",
     "2:39 format.xml_wrong_attribute | definition.identifier_form"},
    {"id=\"pay-benefits\"", "id=\"pay--benefits\"",
     "2:39 format.xml_wrong_attribute | definition.identifier_form"},
    {"id=\"pay-benefits\"", "id=\"verser-les-prestations-à-temps\"",
     "2:39 format.xml_wrong_attribute | definition.identifier_form"},
    {"id=\"pay-benefits\"", "id=\"\"", "2:39 format.xml_empty_attribute | definition.identifier_form"},
    {"claire.vasseur", "Claire Vasseur", "7:10 format.xml_wrong_attribute | definition.account_form"},
    {"claims/over-threshold", "over-threshold",
     "40:14 format.xml_wrong_attribute | definition.reference_form"},
    {"claims/over-threshold", "claims/over/threshold",
     "40:14 format.xml_wrong_attribute | definition.reference_form"},
    {"claims/decided-before-payment", "claims/Decided",
     "31:16 format.xml_wrong_attribute | definition.reference_form"},
    {"higher", "heigher", "30:44 format.xml_wrong_attribute | format.xml_did_you_mean"},
    {"\"month\"", "\"weekly\"", "30:63 format.xml_wrong_attribute | format.xml_allowed_values"},
    {"\"percent\"", "\"%\"", "30:81 format.xml_wrong_attribute | format.xml_allowed_values"},
    {"2026-07-01", "01/07/2026", "36:15 format.xml_wrong_attribute | definition.date_form"},
    {"2026-07-01", "2026-02-30", "36:15 format.xml_wrong_attribute | definition.date_form"},
    {"2026-07-01", "2026-07-01Z", "36:15 format.xml_wrong_attribute | definition.date_form"},
    {"\"100\"", "\"100.1\"", "36:33 format.xml_wrong_attribute | definition.percentage_form"},
    {"\"100\"", "\"-1\"", "36:33 format.xml_wrong_attribute | definition.percentage_form"},
    {"\"100\"", "\"97,5\"", "36:33 format.xml_wrong_attribute | definition.percentage_form"},
    {"\"100\"", "\"100 %\"", "36:33 format.xml_wrong_attribute | definition.percentage_form"},
    {"\"100\"", "\"97.5\"", "accepted"},
    // Meaning.
    {"indicator=\"decided-before-payment\"", "indicator=\"decided-befor-payment\"",
     "22:44 definition.unknown_indicator | definition.did_you_mean\n"
     "30:16 definition.unused_indicator | definition.name_it_in_an_objective"},
    {"indicator=\"decided-before-payment\"", "indicator=\"delay\"",
     "22:44 definition.unknown_indicator | definition.known_indicators\n"
     "30:16 definition.unused_indicator | definition.name_it_in_an_objective"},
    {"</objectives>",
     "<objective id=\"checked-before-payment\" indicator=\"decided-before-payment\">"
     "<text><fr>x</fr><en>x</en></text></objective></objectives>",
     "28:14 definition.repeated | definition.choose_another_id"},
    {"</indicators>",
     "<indicator id=\"decided-before-payment\" direction=\"lower\" frequency=\"year\" unit=\"percent\" "
     "measure=\"a/b\"><title><fr>x</fr><en>x</en></title><target from=\"2026-07-01\" "
     "value=\"0\"/></indicator>"
     "</indicators>",
     "38:14 definition.repeated | definition.choose_another_id"},
    {"</indicators>",
     "<indicator id=\"delay\" direction=\"lower\" frequency=\"quarter\" unit=\"percent\" "
     "measure=\"a/b\"><title><fr>x</fr><en>x</en></title><target from=\"2026-07-01\" "
     "value=\"0\"/></indicator>"
     "</indicators>",
     "38:14 definition.unused_indicator | definition.name_it_in_an_objective"},
    {"value=\"100\"/>", "value=\"90\"/>\n<target from=\"2026-07-01\" value=\"100\"/>",
     "37:9 definition.repeated_target | definition.remove_one"},
    {"value=\"100\"/>", "value=\"90\"/>\n<target from=\"2026-06-30\" value=\"100\"/>",
     "37:9 definition.targets_not_ascending | definition.sort_targets"},
    {"value=\"100\"/>", "value=\"90\"/>\n<target from=\"2027-01-01\" value=\"100\"/>", "accepted"},
    {"hugo.lemaire", "claire.vasseur", "8:11 definition.pilot_as_backup | definition.name_another_backup"},
    {"<purpose>", "<backup account=\"hugo.lemaire\"/><purpose>",
     "9:11 definition.repeated | definition.remove_one"},
    {"</controls>", "<control use=\"claims/over-threshold\"/></controls>",
     "41:12 definition.repeated | definition.remove_one"},
    {"threshold\"/>",
     "threshold\"><parameter name=\"a\" value=\"1\"/>\n<parameter name=\"a\" value=\"2\"/></control>",
     "41:12 definition.repeated | definition.remove_one"},
    {"threshold\"/>", "threshold\"><parameter name=\"\" value=\" \"/></control>",
     "40:53 format.xml_empty_attribute | definition.text_form\n"
     "40:61 format.xml_empty_attribute | definition.text_form"},
    {"<control use=\"claims/over-threshold\"/>", "", "accepted"},
};

constexpr Case workspace_cases[] = {
    {"Europe/Paris", "Europe/Lutece", "3:52 calendar.unknown_zone | definition.zone_form"},
    {"Europe/Paris", "../../etc/passwd", "3:52 calendar.unknown_zone | definition.zone_form"},
    {"Europe/Paris", "", "3:52 format.xml_empty_attribute | definition.text_form"},
    {"EUR", "eur", "3:72 format.xml_wrong_attribute | definition.currency_form"},
    {"EUR", "EURO", "3:72 format.xml_wrong_attribute | definition.currency_form"},
    {"EUR", "€", "3:72 format.xml_wrong_attribute | definition.currency_form"},
    {" currency=\"EUR\"", "", "3:3 format.xml_missing_attribute | format.xml_add_attribute"},
    {"Mutuelle des Trois Rivières", "", "3:17 format.xml_empty_attribute | definition.text_form"},
    {"organisation ", "organization ", "3:3 format.xml_unknown_element | format.xml_did_you_mean"},
    {"urn:cadran:workspace:1", "urn:cadran:process:1",
     "2:1 format.xml_wrong_root | format.xml_expected_root"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(faulty_definitions)

BOOST_AUTO_TEST_CASE(a_faulty_process_is_told_what_where_and_how_to_mend_it) {
    for (const auto& [search, replacement, faults] : process_cases) {
        BOOST_TEST_CONTEXT(search << " becomes " << replacement) {
            BOOST_TEST(process_faults(changed("processes/pay-benefits.xml", search, replacement)) == faults);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_faulty_workspace_is_told_what_where_and_how_to_mend_it) {
    for (const auto& [search, replacement, faults] : workspace_cases) {
        BOOST_TEST_CONTEXT(search << " becomes " << replacement) {
            const auto file =
                read_organisation(changed("samples/workspace.xml", search, replacement), "w.xml");
            BOOST_TEST((file ? "accepted" : brief(file.error().diagnostics)) == faults);
        }
    }
}

BOOST_AUTO_TEST_CASE(faults_of_form_come_in_one_go_and_in_order) {
    BOOST_TEST(process_faults("<process xmlns=\"urn:cadran:process:1\" id=\"X\">\n"
                              "<title><fr>x</fr></title>\n"
                              "<pilot/>\n"
                              "<backup account=\"\" mail=\"x\"/>\n"
                              "<purpose><fr/><en>x</en></purpose>\n"
                              "<start><fr>x</fr><en>x</en></start><end><fr>x</fr><en>x</en></end>\n"
                              "<objectives/>\n"
                              "<indicators><indicator/></indicators>\n"
                              "</process>") ==
               "1:1 format.xml_missing_element | format.xml_add_after\n"
               "1:39 format.xml_wrong_attribute | definition.identifier_form\n"
               "2:1 format.xml_missing_element | format.xml_add_after\n"
               "3:1 format.xml_missing_attribute | format.xml_add_attribute\n"
               "4:9 format.xml_empty_attribute | definition.account_form\n"
               "4:20 format.xml_unknown_attribute | format.xml_known_names\n"
               "5:10 format.xml_empty_text | format.xml_write_text\n"
               "7:1 format.xml_missing_element | format.xml_add_first\n"
               "8:13 format.xml_missing_attribute | format.xml_add_attribute\n"
               "8:13 format.xml_missing_attribute | format.xml_add_attribute\n"
               "8:13 format.xml_missing_attribute | format.xml_add_attribute\n"
               "8:13 format.xml_missing_attribute | format.xml_add_attribute\n"
               "8:13 format.xml_missing_attribute | format.xml_add_attribute\n"
               "8:13 format.xml_missing_element | format.xml_add_first\n"
               "8:13 format.xml_missing_element | format.xml_add_after");
}

BOOST_AUTO_TEST_CASE(faults_of_values_and_of_meaning_come_in_one_go_and_in_order) {
    std::string file = changed("processes/pay-benefits.xml", "hugo.lemaire", "claire.vasseur");
    const auto change = [&file](std::string_view search, std::string_view replacement) {
        file.replace(file.find(search), search.size(), replacement);
    };
    change("Payer l’ensemble des prestations", " ");
    change("indicator=\"decided-before-payment\"", "indicator=\"decided-after-payment\"");
    change("higher", "up");
    change("value=\"100\"/>", "value=\"101\"/><target from=\"2026-01-32\" value=\"90\"/>");
    change("</controls>", "<control use=\"claims/over-threshold\"/></controls>");
    BOOST_TEST(process_faults(file) ==
               "4:5 format.xml_empty_text | format.xml_write_text\n"
               "8:11 definition.pilot_as_backup | definition.name_another_backup\n"
               "22:44 definition.unknown_indicator | definition.did_you_mean\n"
               "30:16 definition.unused_indicator | definition.name_it_in_an_objective\n"
               "30:44 format.xml_wrong_attribute | format.xml_allowed_values\n"
               "36:33 format.xml_wrong_attribute | definition.percentage_form\n"
               "36:54 format.xml_wrong_attribute | definition.date_form\n"
               "41:12 definition.repeated | definition.remove_one");
}

BOOST_AUTO_TEST_CASE(a_fault_reads_as_a_sentence) {
    const auto file = read_process(
        changed("processes/pay-benefits.xml", "indicator=\"decided-before", "indicator=\"decided-befor"),
        "p.xml");
    BOOST_REQUIRE(!file);
    const Diagnostic& fault = file.error().diagnostics.front();
    BOOST_TEST(fault.place.file == "p.xml");
    BOOST_TEST(Catalogue(Language::french).text(fault.what) ==
               "l’indicateur decided-befor-payment n’existe pas dans ce processus");
    BOOST_TEST(Catalogue(Language::french).text(*fault.hint) ==
               "vouliez-vous dire decided-before-payment\u00a0?");
    BOOST_TEST(Catalogue(Language::english).text(fault.what) ==
               "there is no indicator decided-befor-payment in this process");
}

BOOST_AUTO_TEST_SUITE_END()
