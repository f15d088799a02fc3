// SPDX-License-Identifier: Apache-2.0
#include "app/due.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/action.h"
#include "app/cycle.h"
#include "app/indicator.h"
#include "app/management_review.h"
#include "app/process.h"
#include "app/reservation.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    // `2026-08-15 claire.vasseur: indicator measure …`, a line each; `!` in front of what is overdue.
    std::vector<std::string> due(const std::string& account, DueQuery query = {}) {
        Session session = as(account);
        const auto items = list_due(session, query);
        BOOST_REQUIRE_EQUAL(told(items), "done");
        std::vector<std::string> lines;
        for (const DueItem& item : *items) {
            due_words(item, session.catalogue);
            lines.push_back(fmt::format("{}{} {}: {}", item.overdue ? "!" : "",
                                        item.on ? iso_text(*item.on) : "now", fmt::join(item.who, ","),
                                        item.command));
        }
        return lines;
    }
    std::vector<std::string> with(const std::string& account, std::string_view part) {
        std::vector<std::string> lines = due(account);
        std::erase_if(lines, [&](const std::string& line) { return line.find(part) == std::string::npos; });
        return lines;
    }
    // For luc, due on 2026-08-20.
    std::int64_t propose_training(const char* judged_on) {
        return propose_action(sophie, {.process = process_name,
                                       .text = "Former les gestionnaires",
                                       .causes = {"consigne inconnue"},
                                       .owner = "luc.moreau",
                                       .due = day("2026-08-20"),
                                       .effectiveness = {"", "plus de devis absent", day(judged_on)}})
            ->number;
    }
    void expect(const std::vector<std::string>& found, const std::vector<std::string>& expected) {
        BOOST_TEST(found == expected, boost::test_tools::per_element());
    }

    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier"), luc = as("luc.moreau");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(due, Example)

BOOST_AUTO_TEST_CASE(files_of_one_control_and_day_are_one_line_and_what_is_taken_is_its_takers) {
    accept_rules();
    set_clock("2026-07-24T08:00:00Z");
    import("claim", "claims.csv", july_claims);
    run();
    expect(with("luc.moreau", "worklist"),
           {"2026-07-28 luc.moreau,nadia.belkacem: worklist list --control claims/over-threshold"});
    BOOST_REQUIRE_EQUAL(told(take(luc, "P1")), "done");
    expect(with("luc.moreau", "--mine"),
           {"2026-07-28 luc.moreau: worklist list --control claims/over-threshold --mine"});
    BOOST_TEST(with("nadia.belkacem", "worklist").size() == 1u);
    set_clock("2026-08-03T08:00:00Z");
    expect(with("nadia.belkacem", "worklist"),
           {"!2026-07-28 luc.moreau,nadia.belkacem: worklist list --control claims/over-threshold"});
}

BOOST_AUTO_TEST_CASE(a_figure_is_due_fifteen_days_after_its_period_until_it_is_measured) {
    play_july();
    expect(with("claire.vasseur", "indicator measure"), {});
    set_clock("2026-08-03T08:00:00Z");
    expect(with("claire.vasseur", "indicator measure"),
           {"2026-08-15 claire.vasseur: indicator measure pay-benefits --period 2026-07"});
    BOOST_REQUIRE_EQUAL(told(measure_indicators(claire, process_name, period("2026-07"))), "done");
    expect(with("claire.vasseur", "indicator measure"), {});
}

BOOST_AUTO_TEST_CASE(a_review_is_due_thirty_days_after_its_turn_with_the_step_that_comes_next) {
    play_july();
    expect(with("claire.vasseur", "2026-10-30"), {});
    set_clock("2026-10-02T09:00:00Z");
    expect(with("claire.vasseur", "2026-10-30"), {"2026-10-30 claire.vasseur: cycle show pay-benefits"});
    reach_act();
    expect(with("claire.vasseur", "2026-10-30"),
           {"2026-10-30 claire.vasseur: review prepare pay-benefits 2026-Q3"});
    prepare();
    expect(with("claire.vasseur", "2026-10-30"),
           {"2026-10-30 claire.vasseur: review hold pay-benefits 2026-Q3"});
    hold();
    set_clock("2026-10-31T09:00:00Z");
    expect(with("claire.vasseur", "2026-10-30"),
           {"!2026-10-30 claire.vasseur: review sign pay-benefits 2026-Q3"});
    sign();
    expect(with("claire.vasseur", "2026-10-30"), {});
    expect(with("claire.vasseur", "cycle plan"), {"2026-11-15 claire.vasseur: cycle plan pay-benefits"});
}

BOOST_AUTO_TEST_CASE(an_action_awaits_who_decides_then_its_owner_then_who_judges_it) {
    play_july();
    const auto number = propose_training("2026-08-25");
    expect(with("claire.vasseur", "action"), {"now claire.vasseur,hugo.lemaire: action decide 1"});
    expect(with("sophie.garnier", "action"), {});
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    expect(with("luc.moreau", "action"), {"2026-08-20 luc.moreau: action start 1"});
    BOOST_REQUIRE_EQUAL(told(start_action(luc, number)), "done");
    set_clock("2026-08-21T09:00:00Z");
    expect(with("luc.moreau", "action"), {"!2026-08-20 luc.moreau: action finish 1"});
    BOOST_REQUIRE_EQUAL(told(finish_action(luc, number, "")), "done");
    expect(with("sophie.garnier", "action"),
           {"2026-08-25 claire.vasseur,hugo.lemaire,sophie.garnier: action verify 1"});
    expect(with("luc.moreau", "action"), {});
}

BOOST_AUTO_TEST_CASE(a_draft_awaits_somebody_else_than_its_author) {
    accept_rules();
    edit_draft("processes/pay-benefits.xml", "Deux contrôleurs", "Trois contrôleurs");
    BOOST_REQUIRE_EQUAL(told(draft_process(sophie, process_name)), "done");
    expect(with("sophie.garnier", "accept"), {});
    const auto lines = due("sophie.garnier", {.everybody = true});
    BOOST_TEST((std::ranges::find(lines, "now : process accept pay-benefits") != lines.end()));
}

BOOST_AUTO_TEST_CASE(what_lies_further_ahead_is_shown_when_asked_for) {
    accept_rules();
    expect(with("claire.vasseur", "2026-12-31"), {});
    const auto lines = due("claire.vasseur", {.until = day("2026-12-31")});
    BOOST_REQUIRE(!lines.empty());
    BOOST_TEST(lines.back() ==
               "2026-12-31 claire.vasseur: indicator show pay-benefits decided-before-payment");
}

BOOST_AUTO_TEST_CASE(of_everybody_is_seen_by_who_may_see_results) {
    accept_rules();
    Session lea = as("lea.marchand");
    BOOST_TEST(told(list_due(lea, {.everybody = true})) == "refused: app.no_right");
    expect(due("lea.marchand"), {});
    BOOST_TEST(told(list_due(sophie, {.everybody = true, .process = "no-such"})).starts_with("not found"));
}

BOOST_AUTO_TEST_CASE(an_action_that_stays_overdue_comes_up_to_the_pilot_then_to_the_quality_manager) {
    play_july();
    const auto number = propose_training("2026-12-25");
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    const auto seen_by = [&](const char* when) {
        set_clock(when);
        std::vector<std::string> names;
        for (const char* name : {"luc.moreau", "claire.vasseur", "hugo.lemaire", "sophie.garnier"}) {
            if (!with(name, "action start").empty()) names.emplace_back(name);
        }
        return names;
    };
    using Names = std::vector<std::string>;
    expect(seen_by("2026-09-04T09:00:00Z"), Names{"luc.moreau"});
    expect(seen_by("2026-09-05T09:00:00Z"), Names{"luc.moreau", "claire.vasseur"});
    expect(seen_by("2026-09-19T09:00:00Z"), Names{"luc.moreau", "claire.vasseur"});
    expect(seen_by("2026-09-20T09:00:00Z"), Names{"luc.moreau", "claire.vasseur", "sophie.garnier"});
    // Still awaited from its owner alone.
    expect(with("sophie.garnier", "action start"), {"!2026-08-20 luc.moreau: action start 1"});
    Session luc_now = as("luc.moreau");
    BOOST_REQUIRE_EQUAL(told(start_action(luc_now, number)), "done");
    BOOST_REQUIRE_EQUAL(told(finish_action(luc_now, number, "")), "done");
    expect(seen_by("2026-09-20T09:00:00Z"), {});
}

BOOST_AUTO_TEST_CASE(an_action_of_the_pilots_own_comes_up_to_the_quality_manager_first) {
    play_july();
    const auto number = propose_action(sophie, {.process = process_name,
                                                .text = "Reprendre",
                                                .level = model::ActionLevel::sector,
                                                .kind = model::ActionKind::correction,
                                                .owner = "claire.vasseur",
                                                .due = day("2026-08-20")})
                            ->number;
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    set_clock("2026-09-05T09:00:00Z");
    const auto items = list_due(sophie, {});
    BOOST_REQUIRE(items.has_value());
    const auto item = std::ranges::find(*items, "action/1", &DueItem::thing);
    BOOST_REQUIRE(item != items->end());
    expect(item->escalated_to, {"sophie.garnier"});
}

BOOST_AUTO_TEST_CASE(things_are_called_differently_and_the_same_thing_the_same_at_every_step) {
    play_july();
    set_clock("2026-10-05T09:00:00Z");
    const auto number = propose_action(sophie, {.process = process_name,
                                                .text = "Reprendre",
                                                .kind = model::ActionKind::correction,
                                                .owner = "luc.moreau",
                                                .due = day("2026-10-20")})
                            ->number;
    const auto things = [&] {
        std::vector<std::string> names;
        const auto items = list_due(sophie, {.everybody = true});
        for (const DueItem& item : *items) names.push_back(item.thing);
        std::ranges::sort(names);
        return names;
    };
    const std::vector<std::string> before = things();
    BOOST_TEST(before.size() > 3u);
    BOOST_TEST((std::ranges::adjacent_find(before) == before.end()));
    BOOST_TEST((std::ranges::find(before, "") == before.end()));
    BOOST_TEST((std::ranges::find(before, "action/1") != before.end()));
    BOOST_REQUIRE_EQUAL(told(decide_action(claire, {number})), "done");
    expect(things(), before);
    BOOST_REQUIRE_EQUAL(told(start_action(luc, number)), "done");
    expect(things(), before);
}

BOOST_AUTO_TEST_CASE(a_management_review_is_due_sixty_days_after_its_year_with_the_step_that_comes_next) {
    Session admin = as("admin");
    BOOST_REQUIRE(add_account(admin, {"anne.delorme", "Anne Delorme", {model::Role::management}, {}, ""}));
    Session anne = as("anne.delorme");
    const auto reviews = [&](const char* account) {
        std::vector<std::string> lines = due(account, {.until = day("2027-12-31")});
        std::erase_if(lines,
                      [](const std::string& line) { return line.find("management-review") == line.npos; });
        return lines;
    };
    expect(reviews("sophie.garnier"), {});  // no process is in force yet
    accept_rules();
    const std::string both = "2027-03-01 anne.delorme,sophie.garnier: management-review ";
    expect(reviews("sophie.garnier"), {both + "prepare 2026"});
    expect(reviews("luc.moreau"), {});
    set_clock("2027-03-02T08:00:00Z");
    expect(reviews("sophie.garnier"), {"!" + both + "prepare 2026"});
    const auto second = period("2026-Q2");  // whose end lies in the year, as does that of any other
    BOOST_REQUIRE_EQUAL(told(prepare_management_review(sophie, second)), "done");
    expect(reviews("sophie.garnier"), {"!" + both + "supply 2026-Q2 --input earlier-actions"});
    for (const model::ReviewInput input : model::all_review_inputs)
        BOOST_REQUIRE_EQUAL(told(answer_input(sophie, {second, input, model::AnswerKind::supplied, "dit"})),
                            "done");
    expect(reviews("sophie.garnier"), {"!" + both + "hold 2026-Q2"});
    BOOST_REQUIRE_EQUAL(told(hold_management_review(sophie, {second, {"Anne"}, "Adapté."})), "done");
    expect(reviews("anne.delorme"), {"!2027-03-01 anne.delorme: management-review sign 2026-Q2"});
    for (const model::OutputKind kind : model::all_output_kinds)
        BOOST_REQUIRE_EQUAL(
            told(decide_output(anne, {.period = second, .kind = kind, .none = true, .text = "dit"})), "done");
    BOOST_REQUIRE_EQUAL(told(sign_management_review(anne, second)), "done");
    expect(reviews("anne.delorme"), {});
}

BOOST_AUTO_TEST_SUITE_END()
