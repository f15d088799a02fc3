// SPDX-License-Identifier: Apache-2.0
#include "app/quality.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/decided_share.h"
#include "app/decision.h"
#include "app/sample_workspace.h"
#include "app/workspace_definition.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::Verdict;

// Everything above the threshold is sampled: twenty files of H01, of which two were not right, three of H02.
struct Example : SampleWorkspace {
    Example() {
        edit_draft("plugins/claims/controls/over-threshold.lua", "effect     = \"hold\"",
                   "sample     = { rate = 1.0, by = \"handler\" },\n  effect     = \"check\"");
        add("hana.roux", model::Role::handler, {"H01"});
        add("omar.said", model::Role::handler, {"H02"});
        add("leon.petit", model::Role::line_manager, {});
        add("rose.noel", model::Role::line_manager, {});
        accept_rules();
        name_manager();
        set_clock("2026-07-24T08:00:00Z");
        std::string claims = claim_header;
        for (int i = 1; i <= 20; ++i) claims += claim(fmt::format("A{:02}", i), "15/07/2026", "1500,00");
        for (int i = 1; i <= 3; ++i) claims += claim(fmt::format("B{}", i), "15/07/2026", "1500,00", "H02");
        import("claim", "claims.csv", claims);
        run();
        for (int i = 1; i <= 20; ++i)
            decide("luc.moreau", fmt::format("A{:02}", i), i <= 2 ? Verdict::corrected : Verdict::released);
        for (int i = 1; i <= 3; ++i) decide("luc.moreau", fmt::format("B{}", i), Verdict::released);
    }

    void add(const std::string& name, model::Role role, std::vector<std::string> codes) {
        Session admin = as("admin");
        add_account(admin, {name, name, {role}, std::move(codes), ""}).value();
    }
    // leon leads the department of hana.
    void name_manager() {
        edit_draft("workspace.xml", "<department id=\"benefits\">",
                   "<department id=\"benefits\" manager=\"leon.petit\">");
        edit_draft("workspace.xml", "<member account=\"luc.moreau\"",
                   "<member account=\"hana.roux\" department=\"benefits\"><fr>g</fr><en>h</en></member>"
                   "<member account=\"luc.moreau\"");
        Session admin = as("admin"), sophie = as("sophie.garnier");
        BOOST_REQUIRE_EQUAL(told(draft_workspace(admin)), "done");
        BOOST_REQUIRE_EQUAL(told(accept_workspace(sophie, {"workspace", day("2026-07-01"), "test"})), "done");
    }

    std::string seen_by(const std::string& account) {
        Session session = as(account);
        std::string seen;
        const auto rates = show_quality(session, {period("2026-Q3")}).value();
        for (const QualityRate& rate : rates)
            seen += fmt::format("[{}] {}/{} ", rate.handler, rate.right, rate.checked);
        return seen;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(quality, Example)

BOOST_AUTO_TEST_CASE(is_the_share_of_right_files_with_its_interval) {
    Session hana = as("hana.roux");
    const auto rates = show_quality(hana, {period("2026-Q3")}).value();
    BOOST_REQUIRE_EQUAL(rates.size(), 1u);
    BOOST_TEST(rates[0].person == "hana.roux");
    BOOST_TEST(rates[0].checked == 20);
    BOOST_TEST(rates[0].right == 18);
    BOOST_REQUIRE(rates[0].interval.has_value());
    BOOST_CHECK_SMALL(rates[0].interval->low - 0.698966, 1e-6);
    BOOST_CHECK_SMALL(rates[0].interval->high - 0.972134, 1e-6);
    BOOST_TEST(rates[0].files.size() == 20u);
    BOOST_TEST(rates[0].files[0].key == "A01");
    BOOST_TEST(!rates[0].files[0].right);
    BOOST_TEST(rates[0].files[0].reason == "motif");
}

BOOST_AUTO_TEST_CASE(is_none_of_too_few_files) {
    Session omar = as("omar.said");
    const auto rates = show_quality(omar, {period("2026-Q3")}).value();
    BOOST_REQUIRE_EQUAL(rates.size(), 1u);
    BOOST_TEST(rates[0].checked == 3);
    BOOST_TEST(!rates[0].interval.has_value());
    BOOST_TEST(show_quality(omar, {period("2026-08")})->empty());
    BOOST_TEST(show_quality(omar, {period("2026-Q3"), "", "claims/other"})->empty());
}

BOOST_AUTO_TEST_CASE(is_seen_by_the_handler_and_the_line_manager_only) {
    BOOST_TEST(seen_by("hana.roux") == "[H01] 18/20 ");
    BOOST_TEST(seen_by("omar.said") == "[H02] 3/3 ");
    BOOST_TEST(seen_by("leon.petit") == "[H01] 18/20 ");
    BOOST_TEST(seen_by("rose.noel").empty());
    BOOST_TEST(seen_by("sophie.garnier") == "[] 21/23 ");
    Session sophie = as("sophie.garnier"), leon = as("leon.petit"), luc = as("luc.moreau");
    BOOST_TEST(show_quality(sophie, {period("2026-Q3")})->at(0).files.empty());
    BOOST_TEST(told(show_quality(sophie, {period("2026-Q3"), "H01"})) == "refused: app.not_your_rate");
    BOOST_TEST(told(show_quality(leon, {period("2026-Q3"), "H02"})) == "refused: app.not_your_rate");
    BOOST_TEST(told(show_quality(luc, {period("2026-Q3")})) == "refused: app.no_right");
}

BOOST_AUTO_TEST_CASE(counts_for_a_review_without_saying_whose_files_they_are) {
    const std::vector<model::ControlUse> controls{{control_name, {}, {}}};
    Session claire = as("claire.vasseur");
    const auto counts = quality_counts(claire, controls, period("2026-Q3")).value();
    BOOST_REQUIRE(counts.has_value());
    BOOST_TEST(counts->checked == 23);
    BOOST_TEST(counts->right == 21);
    BOOST_TEST(!quality_counts(claire, controls, period("2026-Q4"))->has_value());
    // Those of one person are not counted at all.
    workspace().database().execute("update finding set handler = 'H01'");
    BOOST_TEST(!quality_counts(claire, controls, period("2026-Q3"))->has_value());
}

BOOST_AUTO_TEST_CASE(is_an_indicator_with_an_interval_unless_it_is_of_one_person) {
    model::Indicator indicator;
    indicator.measure = control_name;
    const auto measured = [&] {
        Session claire = as("claire.vasseur");
        model::Measurement measurement;
        measurement.period = period("2026-07");
        BOOST_REQUIRE_EQUAL(told(count_decided(claire, indicator, measurement)), "done");
        return measurement;
    };
    BOOST_TEST(measured().sampled);
    BOOST_TEST(measured().numerator == 21);
    BOOST_TEST(measured().denominator == 23);
    BOOST_TEST(measured().exceptions.size() == 2u);
    workspace().database().execute("update finding set handler = 'H01'");
    BOOST_TEST(measured().denominator == 0);
    BOOST_TEST(measured().excluded == 23);
    BOOST_TEST(measured().exceptions.empty());
}

BOOST_AUTO_TEST_CASE(over_everybody_is_not_told_where_it_is_that_of_one) {
    set_clock("2026-08-24T08:00:00Z");
    import("claim", "august.csv", claim_header + claim("C1", "03/08/2026", "1500,00"));
    run();
    Session sophie = as("sophie.garnier");
    BOOST_TEST(told(show_quality(sophie, {period("2026-08")})) == "refused: app.rate_of_one");
}

BOOST_AUTO_TEST_CASE(waits_for_a_contested_verdict_and_counts_the_last_one) {
    Session hana = as("hana.roux"), nadia = as("nadia.belkacem"), luc = as("luc.moreau");
    BOOST_REQUIRE_EQUAL(told(contest(hana, {"A01", "tout y était"})), "done");
    BOOST_TEST(seen_by("hana.roux") == "[H01] 18/19 ");
    BOOST_TEST(show_quality(hana, {period("2026-Q3")})->at(0).contested == 1);
    decide("nadia.belkacem", "A01", Verdict::released);
    BOOST_TEST(seen_by("hana.roux") == "[H01] 19/20 ");
    BOOST_TEST(show_quality(hana, {period("2026-Q3")})->at(0).contested == 0);
}

BOOST_AUTO_TEST_SUITE_END()
