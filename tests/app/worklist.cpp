// SPDX-License-Identifier: Apache-2.0
#include "app/decision.h"
#include "app/worklist.h"

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;

namespace {

using model::Verdict;

const std::vector<model::PointVerdict> all_points{
    {"identity", true}, {"rights", true}, {"invoice", true}, {"guarantee", true}};

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims.csv", july_claims);
        run();
    }
    Session luc = as("luc.moreau");
    Session nadia = as("nadia.belkacem");

    std::vector<WorkItem> items(const WorklistFilter& filter = {}) {
        return list_worklist(luc, filter).value();
    }
};

bool names(const std::string& csv, const std::string& key) {
    return csv.find(";" + key + ";") != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(worklist, Example)

BOOST_AUTO_TEST_CASE(shows_by_date_what_is_to_be_done) {
    std::string keys;
    for (const WorkItem& item : items()) keys += item.finding.subjects.at(0).key + " ";
    BOOST_TEST(keys == "P1 P2 P3 P4 ");
    BOOST_TEST(items()[0].verify.size() == 4u);
    BOOST_TEST(items()[0].message.find("2\u202f345,60") != std::string::npos);
    BOOST_TEST(items({.state = model::FindingState::confirmed}).empty());
    BOOST_TEST(items({.period = period("2026-08")}).empty());
}

BOOST_AUTO_TEST_CASE(finds_a_file_by_its_key_and_by_its_finding) {
    const auto item = show_work_item(luc, "P1");
    BOOST_REQUIRE(item.has_value());
    BOOST_TEST(show_work_item(luc, item->finding.id)->finding.id == item->finding.id);
    BOOST_TEST(told(show_work_item(luc, "P5")) == "not found: app.no_work_item");
}

BOOST_AUTO_TEST_CASE(keeps_a_release_with_every_point_checked) {
    const auto item = app::decide(luc, {"P1", Verdict::released, all_points, false, ""});
    BOOST_REQUIRE(item.has_value());
    BOOST_CHECK(item->finding.state == model::FindingState::dismissed);
    BOOST_TEST(item->decisions.at(0).by == "luc.moreau");
    BOOST_TEST(item->decisions.at(0).points.size() == 4u);
    BOOST_CHECK(item->decisions.at(0).at == clock().now());
    BOOST_CHECK(show_work_item(luc, "P1")->finding.state == model::FindingState::dismissed);
}

BOOST_AUTO_TEST_CASE(keeps_a_refusal_with_its_reason) {
    const auto item =
        app::decide(luc, {"P1", Verdict::refused, {{"invoice", false}}, false, " facture illisible "});
    BOOST_REQUIRE(item.has_value());
    BOOST_CHECK(item->finding.state == model::FindingState::confirmed);
    BOOST_TEST(item->decisions.at(0).reason == "facture illisible");
}

BOOST_AUTO_TEST_CASE(takes_no_incomplete_decision) {
    const std::int64_t before = journal_number();
    const std::vector<model::PointVerdict> misspelt{{"identiy", true}};
    const std::vector<model::PointVerdict> doubtful{
        {"identity", true}, {"rights", false}, {"invoice", true}, {"guarantee", true}};
    const struct {
        Decide command;
        const char* fault;
    } faults[] = {
        {{"P1", Verdict::released, {}, false, ""},
         "invalid: app.point_missing, app.point_missing, app.point_missing, app.point_missing"},
        {{"P1", Verdict::released, misspelt, true, ""}, "invalid: app.unknown_point"},
        {{"P1", Verdict::released, doubtful, false, ""}, "invalid: app.point_not_conforming"},
        {{"P1", Verdict::released, doubtful, true, ""}, "invalid: app.point_not_conforming"},
        {{"P1", Verdict::refused, {}, false, " "}, "invalid: app.reason_missing"},
        {{"P1", Verdict::corrected, {}, false, ""}, "invalid: app.reason_missing"},
        {{"P1", Verdict::refused, {}, false, "\xff"}, "invalid: app.reason_not_utf8"},
        {{"P5", Verdict::released, {}, true, ""}, "not found: app.no_work_item"},
    };
    for (const auto& [command, fault] : faults) BOOST_TEST(told(app::decide(luc, command)) == fault);
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(items({.state = model::FindingState::open}).size() == 4u);
}

BOOST_AUTO_TEST_CASE(needs_four_eyes) {
    const std::int64_t before = journal_number();
    BOOST_TEST(told(app::decide(nadia, {"P4", Verdict::released, {}, true, ""})) == "refused: app.own_file");
    BOOST_TEST(told(app::decide(nadia, {"P4", Verdict::refused, {}, false, "non"})) ==
               "refused: app.own_file");
    BOOST_TEST(journal_number() == before);
    BOOST_TEST(told(app::decide(nadia, {"P1", Verdict::released, {}, true, ""})) == "done");
    BOOST_TEST(told(app::decide(luc, {"P4", Verdict::released, {}, true, ""})) == "done");
}

BOOST_AUTO_TEST_CASE(takes_one_decision_on_a_finding) {
    decide("luc.moreau", "P1", Verdict::refused);
    const std::int64_t before = journal_number();
    BOOST_TEST(told(app::decide(nadia, {"P1", Verdict::released, {}, true, ""})) ==
               "conflict: app.already_decided");
    BOOST_TEST(journal_number() == before);
}

BOOST_AUTO_TEST_CASE(asks_which_where_several_findings_concern_a_key) {
    std::filesystem::copy(folder() / "plugins/claims/controls/over-threshold.lua",
                          folder() / "plugins/claims/controls/second.lua");
    edit_draft("plugins/claims/controls/second.lua", "control \"over-threshold\"", "control \"second\"");
    edit_draft(
        "processes/pay-benefits.xml", "</controls>",
        "<control use=\"claims/second\" frequency=\"daily\" by=\"controller\"><proof><fr>x</fr><en>x</en>"
        "</proof></control></controls>");
    accept_plugin_from("2026-07-01");
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-07-24"), "test"})), "done");
    run();
    BOOST_TEST(told(show_work_item(luc, "P1")) == "invalid: app.several_findings");
    BOOST_TEST(told(app::decide(luc, {"P1", Verdict::released, {}, true, ""})) ==
               "invalid: app.several_findings");
    BOOST_TEST(items().size() == 8u);
}

BOOST_AUTO_TEST_CASE(leaves_out_what_is_only_flagged) {
    edit_draft("plugins/claims/controls/over-threshold.lua", "effect     = \"hold\"",
               "effect     = \"flag\"");
    accept_plugin_from("2026-07-24");
    import("claim", "more.csv", claim_header + claim("P8", "28/07/2026", "1200,00"));
    run();
    BOOST_TEST(items().size() == 4u);
    const auto flagged = show_work_item(luc, "P8");
    BOOST_REQUIRE(flagged.has_value());
    BOOST_TEST(told(app::decide(luc, {"P8", Verdict::released, {}, true, ""})) ==
               "conflict: app.only_flagged");
}

BOOST_AUTO_TEST_CASE(lists_a_released_file_for_payment_once) {
    decide("luc.moreau", "P1", Verdict::released);
    const Release first = release_payments(luc).value();
    BOOST_TEST(names(first.released, "P1"));
    decide("luc.moreau", "P2", Verdict::released);
    const Release second = release_payments(luc).value();
    BOOST_TEST(!names(second.released, "P1"));
    BOOST_TEST(names(second.released, "P2"));
    BOOST_TEST(release_payments(luc)->list.findings.empty());
}

BOOST_AUTO_TEST_CASE(lists_everything_that_stays_suspended) {
    decide("luc.moreau", "P1", Verdict::released);
    decide("luc.moreau", "P2", Verdict::refused);
    decide("luc.moreau", "P4", Verdict::corrected);
    const Release release = release_payments(luc).value();
    for (const char* key : {"P2", "P3", "P4"}) BOOST_TEST(names(release.suspended, key), key);
    BOOST_TEST(!names(release.suspended, "P1"));
    for (const char* key : {"P2", "P3", "P4"}) BOOST_TEST(!names(release.released, key), key);
}

BOOST_AUTO_TEST_CASE(gives_an_earlier_list_again_byte_for_byte) {
    decide("luc.moreau", "P1", Verdict::released);
    const Release first = release_payments(luc).value();
    decide("luc.moreau", "P2", Verdict::released);
    release_payments(luc).value();
    const auto again = find_release(luc, first.list.number);
    BOOST_REQUIRE(again.has_value());
    BOOST_TEST(again->released == first.released);
    BOOST_TEST(again->suspended == first.suspended);
    BOOST_TEST(told(find_release(luc, 9)) == "not found: app.no_release");
}

BOOST_AUTO_TEST_SUITE_END()
