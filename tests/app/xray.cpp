// SPDX-License-Identifier: Apache-2.0
#include "app/xray.h"

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/indicator.h"
#include "app/management_review.h"
#include "app/process.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    // The rules that throw a shadow, each once for each shadow; every sentence is said on the way.
    std::vector<std::string> shadows(const std::string& process = {}) {
        const auto found = xray(sophie, process);
        BOOST_REQUIRE_EQUAL(told(found), "done");
        std::vector<std::string> rules;
        for (const XrayShadow& shadow : *found) {
            BOOST_TEST(!xray_words(shadow, sophie.catalogue).empty());
            BOOST_TEST(!sophie.catalogue.text(shadow.cure).empty());
            rules.emplace_back(xray_rule_name(shadow.rule));
        }
        return rules;
    }
    std::int64_t count(std::string_view rule) { return std::ranges::count(shadows(), rule); }

    void import_claims(const std::vector<std::string>& lines) {
        std::string file = claim_header;
        for (const std::string& line : lines) file += line;
        import("claim", "claims.csv", file);
    }
    void edit_sheet(std::string_view what, std::string_view by) {
        edit_draft("processes/pay-benefits.xml", what, by);
    }

    void measure(const char* month) {
        BOOST_REQUIRE_EQUAL(told(measure_indicators(claire, process_name, period(month))), "done");
    }

    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier"), luc = as("luc.moreau");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(xray_rules, Example)

BOOST_AUTO_TEST_CASE(nothing_is_said_while_there_was_no_time_to_do_it) {
    accept_rules();
    BOOST_TEST(shadows().empty());
    set_clock("2026-10-10T08:00:00Z");
    BOOST_TEST(count("unreviewed-process") == 0);
    BOOST_TEST(count("unused-control") == 0);
}

BOOST_AUTO_TEST_CASE(what_was_not_done_in_the_last_turn_is_said) {
    accept_rules();
    set_clock("2026-11-05T08:00:00Z");
    const std::vector<std::string> expected{"unmeasured-objective", "unreviewed-process", "unused-control"};
    BOOST_TEST(shadows("pay-benefits") == expected, boost::test_tools::per_element());
    measure("2026-09");
    run("2026-09");
    const std::vector<std::string> left{"unreviewed-process"};
    BOOST_TEST(shadows("pay-benefits") == left, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_signed_review_is_enough) {
    play_july();
    reach_act();
    prepare();
    hold();
    sign();
    set_clock("2026-11-05T08:00:00Z");
    BOOST_TEST(count("unreviewed-process") == 0);
}

BOOST_AUTO_TEST_CASE(a_control_that_finds_nothing_in_four_periods_is_silent) {
    accept_rules();
    set_clock("2026-11-05T08:00:00Z");
    import_claims({claim("A", "06/07/2026", "20,00"), claim("B", "06/08/2026", "30,00")});
    for (const char* month : {"2026-07", "2026-08", "2026-09"}) run(month);
    BOOST_TEST(count("silent-control") == 0);
    run("2026-10");
    BOOST_TEST(count("silent-control") == 1);
    import_claims({claim("C", "07/08/2026", "3000,00")});
    run("2026-08");
    BOOST_TEST(count("silent-control") == 0);
}

BOOST_AUTO_TEST_CASE(a_control_that_lacks_values_is_blind) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "amount > threshold",
               "amount > threshold and paid_on < 2027-01-01");
    accept_rules();
    set_clock("2026-08-05T08:00:00Z");
    import_claims({claim("A", "06/07/2026", "2000,00"), claim("B", "07/07/2026", "20,00")});
    run("2026-07");
    BOOST_TEST(count("blind-control") == 1);
}

BOOST_AUTO_TEST_CASE(figures_that_always_succeed_on_an_old_target_teach_nothing) {
    edit_sheet("value=\"100\"", "value=\"0\"");
    accept_rules();
    set_clock("2026-11-20T08:00:00Z");
    import("payment", "payments.csv",
           "number;claim;amount;paid_on\n"
           "R1;P1;1500,00;28/07/2026\nR2;P2;1500,00;28/08/2026\n"
           "R3;P3;1500,00;28/09/2026\nR4;P4;1500,00;28/10/2026\n");
    for (const char* month : {"2026-07", "2026-08", "2026-09"}) measure(month);
    BOOST_TEST(count("constant-success") == 0);
    measure("2026-10");
    BOOST_TEST(count("constant-success") == 1);
    BOOST_TEST(count("unrevised-target") == 0);
    set_clock("2027-07-02T08:00:00Z");
    measure("2026-11");
    BOOST_TEST(count("unrevised-target") == 1);
}

BOOST_AUTO_TEST_CASE(an_action_that_nobody_can_judge_is_unproven) {
    play_july();
    ProposeAction command{.process = process_name,
                          .text = "Former",
                          .causes = {"consigne inconnue"},
                          .owner = "luc.moreau",
                          .due = day("2026-08-20"),
                          .effectiveness = {"", "plus de devis absent", day("2026-08-25")}};
    const auto number = propose_action(sophie, command)->number;
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    BOOST_REQUIRE_EQUAL(told(start_action(luc, number)), "done");
    BOOST_REQUIRE_EQUAL(told(finish_action(luc, number, "")), "done");
    BOOST_TEST(count("unproven-action") == 0);
    set_clock("2026-08-26T09:00:00Z");
    BOOST_TEST(count("unproven-action") == 1);
}

BOOST_AUTO_TEST_CASE(a_risk_as_high_as_before_its_treatment_is_said) {
    edit_sheet("residual-likelihood=\"1\"", "residual-likelihood=\"2\"");
    accept_rules();
    const std::vector<std::string> expected{"unreduced-risk"};
    BOOST_TEST(shadows() == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(is_of_one_process_where_it_is_named) {
    accept_rules();
    BOOST_TEST(told(xray(sophie, "no-such")).starts_with("not found"));
}

BOOST_AUTO_TEST_CASE(a_year_over_asks_for_its_management_review) {
    accept_rules();
    set_clock("2026-12-30T08:00:00Z");
    BOOST_TEST(count("unreviewed-system") == 0);
    set_clock("2027-03-01T08:00:00Z");
    BOOST_TEST(count("unreviewed-system") == 0);
    set_clock("2027-03-02T08:00:00Z");
    BOOST_TEST(count("unreviewed-system") == 1);
    BOOST_TEST(count("incomplete-review") == 0);
    const auto of_one = shadows(process_name);
    BOOST_TEST(std::ranges::count(of_one, "unreviewed-system") == 0);
}

BOOST_AUTO_TEST_CASE(a_management_review_that_misses_inputs_is_said_once_its_year_is_over) {
    accept_rules();
    BOOST_REQUIRE_EQUAL(told(prepare_management_review(sophie, period("2026"))), "done");
    BOOST_TEST(count("incomplete-review") == 0);
    set_clock("2027-01-10T08:00:00Z");
    BOOST_TEST(count("incomplete-review") == 1);
    BOOST_TEST(count("unreviewed-system") == 0);
    for (const model::ReviewInput input : model::all_review_inputs)
        BOOST_REQUIRE_EQUAL(
            told(answer_input(sophie, {period("2026"), input, model::AnswerKind::supplied, "dit"})), "done");
    BOOST_TEST(count("incomplete-review") == 0);
    set_clock("2027-03-02T08:00:00Z");
    BOOST_TEST(count("unreviewed-system") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
