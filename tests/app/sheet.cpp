// SPDX-License-Identifier: Apache-2.0
#include "app/sheet.h"

#include <boost/test/unit_test.hpp>

#include "app/sample_workspace.h"
#include "base/file.h"
#include "base/resource.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Session claire = as("claire.vasseur");
    Session lea = as("lea.marchand");

    // The drafts of all processes that a workspace starts with.
    void take_all_sheets() {
        for (const std::string_view path : resources_below("processes/")) {
            if (path.ends_with(".xml") && path != "processes/workspace.xml" &&
                path.find('/') == path.rfind('/'))
                write_durably(folder() / path, resource(path));
        }
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sheet, Example)

BOOST_AUTO_TEST_CASE(names_all_that_it_refers_to) {
    accept_rules();
    const auto shown = show_sheet(claire, process_name, {});
    BOOST_REQUIRE_EQUAL(told(shown), "done");
    BOOST_TEST(shown->organisation == "Mutuelle des Trois Rivières");
    BOOST_TEST(shown->simulated);
    BOOST_TEST(shown->version->number == 1);
    BOOST_TEST((shown->on == day("2026-07-01")));
    BOOST_TEST(shown->people.at("claire.vasseur") == "claire.vasseur");
    BOOST_TEST(shown->standard.fr == "ISO 9001:2015");
    BOOST_TEST(shown->controls.contains(control_name));
    BOOST_TEST(shown->processes.contains(process_name));
}

BOOST_AUTO_TEST_CASE(finds_the_names_of_a_draft_among_the_drafts) {
    take_all_sheets();
    const auto shown = show_sheet(claire, process_name, {.draft = true});
    BOOST_REQUIRE_EQUAL(told(shown), "done");
    BOOST_TEST(!shown->process.stakes.empty());
    for (const std::string& stake : shown->process.stakes) BOOST_TEST(shown->stakes.contains(stake), stake);
    for (const std::string& party : shown->process.parties) BOOST_TEST(shown->parties.contains(party), party);
    for (const std::string& clause : shown->process.clauses)
        BOOST_TEST(shown->clauses.contains(clause), clause);
    for (const model::Neighbour& before : shown->process.upstream)
        BOOST_TEST(shown->processes.contains(before.process), before.process);
}

BOOST_AUTO_TEST_CASE(of_a_date_is_what_was_in_force_then) {
    accept_rules();
    BOOST_TEST(told(show_sheet(claire, process_name, {.on = day("2026-06-30")})) ==
               "not found: app.none_in_force");
    edit_draft("processes/pay-benefits.xml", "Payer l’ensemble des prestations", "Payer");
    BOOST_TEST(show_sheet(claire, process_name, {})->process.title.fr == "Payer l’ensemble des prestations");
    const auto draft = show_sheet(claire, process_name, {.draft = true});
    BOOST_TEST(draft->process.title.fr == "Payer");
    BOOST_TEST(!draft->version);
}

BOOST_AUTO_TEST_CASE(of_a_draft_says_what_is_wrong_with_it_but_not_with_the_others) {
    take_all_sheets();
    edit_draft("processes/handle-complaints.xml", "</process>", "");
    BOOST_TEST(told(show_sheet(claire, process_name, {.draft = true})) == "done");
    BOOST_TEST(told(show_sheet(claire, "handle-complaints", {.draft = true})).starts_with("invalid: "));
    BOOST_TEST(told(show_sheet(claire, "pay-benefit", {.draft = true})) == "not found: app.no_draft");
}

BOOST_AUTO_TEST_CASE(is_of_a_draft_or_of_a_date) {
    const Edition both{.on = day("2026-07-01"), .draft = true};
    BOOST_TEST(told(show_sheet(claire, process_name, both)) == "invalid: app.draft_has_no_date");
    BOOST_TEST(told(show_map(claire, both)) == "invalid: app.draft_has_no_date");
}

BOOST_AUTO_TEST_CASE(and_map_are_for_those_who_may_read_definitions) {
    BOOST_TEST(told(show_sheet(lea, process_name, {.draft = true})) == "refused: app.no_right");
    BOOST_TEST(told(show_map(lea, {.draft = true})) == "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(maps_what_is_in_force_or_all_drafts) {
    BOOST_TEST(told(show_map(claire, {})) == "not found: app.no_process_to_map");
    accept_rules();
    BOOST_TEST(show_map(claire, {})->processes.size() == 1u);
    take_all_sheets();
    const auto drafts = show_map(claire, {.draft = true});
    BOOST_REQUIRE_EQUAL(told(drafts), "done");
    BOOST_TEST(drafts->processes.size() == 6u);
    BOOST_TEST(drafts->draft);
}

BOOST_AUTO_TEST_CASE(of_each_process_that_a_workspace_starts_with_has_two_pages_in_both_languages) {
    take_all_sheets();
    const auto drafts = show_map(claire, {.draft = true});
    BOOST_REQUIRE_EQUAL(told(drafts), "done");
    for (const model::Process& process : drafts->processes) {
        const auto shown = show_sheet(claire, process.id, {.draft = true});
        BOOST_REQUIRE_EQUAL(told(shown), "done");
        for (const Language language : {Language::french, Language::english}) {
            const std::string pdf = report::process_sheet_pdf(*shown, Catalogue(language));
            BOOST_TEST(pdf.find("/Count 2\n") != std::string::npos, process.id);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
