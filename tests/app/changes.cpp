// SPDX-License-Identifier: Apache-2.0
#include "app/changes.h"

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    // `sophie.garnier review/…: words`, a line each.
    std::vector<std::string> changed(const std::string& account, std::size_t most = 10) {
        Session session = as(account);
        const std::vector<Change> changes = list_changes(session, most).value();
        std::vector<std::string> lines;
        for (const Change& change : changes)
            lines.push_back(
                fmt::format("{} {}: {}", change.by, change.subject, session.catalogue.text(change.what)));
        return lines;
    }
    void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(changes, Example)

BOOST_AUTO_TEST_CASE(tell_what_others_did_newest_first) {
    play_july();
    reach_act();
    prepare();
    hold();
    pass(std::chrono::hours(1));
    sign();
    expect(changed("sophie.garnier"), {"claire.vasseur review/pay-benefits/2026-Q3: Payer l’ensemble des "
                                       "prestations : revue signée (3e trimestre 2026)",
                                       "claire.vasseur review/pay-benefits/2026-Q3: Payer l’ensemble des "
                                       "prestations : revue tenue (3e trimestre 2026)"});
    expect(changed("sophie.garnier", 1), {"claire.vasseur review/pay-benefits/2026-Q3: Payer l’ensemble des "
                                          "prestations : revue signée (3e trimestre 2026)"});
    expect(changed("claire.vasseur"), {});
}

BOOST_AUTO_TEST_CASE(tell_of_definitions_for_two_weeks) {
    const Instant accepted = clock().now();
    accept_rules();
    pass(std::chrono::duration_cast<std::chrono::seconds>(accepted - clock().now()));
    BOOST_TEST(changed("nadia.belkacem").size() == 2u);
    pass(std::chrono::days(14));
    BOOST_TEST(changed("nadia.belkacem").size() == 2u);
    pass(std::chrono::seconds(1));
    expect(changed("nadia.belkacem"), {});
}

BOOST_AUTO_TEST_CASE(tell_the_owner_alone_of_an_action) {
    accept_rules();
    pass(std::chrono::days(30));
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
    const auto proposed =
        propose_action(sophie, {.process = process_name,
                                .text = "Former les gestionnaires",
                                .causes = {"consigne inconnue"},
                                .owner = "luc.moreau",
                                .due = day("2026-08-20"),
                                .effectiveness = {"", "plus de devis absent", day("2026-10-20")}});
    BOOST_REQUIRE(proposed);
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {proposed->number})), "done");
    expect(changed("luc.moreau"), {"claire.vasseur action/1: Action 1, décidée : Former les gestionnaires"});
    expect(changed("nadia.belkacem"), {});
}

BOOST_AUTO_TEST_CASE(tell_nobody_of_what_they_may_not_see) {
    play_july();
    reach_act();
    prepare();
    hold();
    expect(changed("lea.marchand"), {});
    expect(changed("malik.dahmani"), {});
}

BOOST_AUTO_TEST_SUITE_END()
