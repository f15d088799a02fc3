// SPDX-License-Identifier: Apache-2.0
// Findings on several records together.
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "control/evaluation.h"

using namespace cadran;
using namespace cadran::control;

namespace {

using column::Scalar;
using model::Outcome;

Date day(const char* iso) {
    return *parse_date(iso);
}

struct Claim {
    const char* number;
    const char* paid_on;
    std::int64_t cents;
    const char* member = "M1";
    const char* handler = "H07";
};

// A control of July over payments, with these clauses and this judge.
Evaluation evaluate(const std::string& clauses, const std::vector<Claim>& claims,
                    const std::string& judge = "") {
    const script::PluginFiles files{
        {"plugin.lua",
         R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })"},
        {"records/payment.lua", R"(return record "payment" {
          title = { fr = "paiement", en = "payment" }, key = "number", event_date = "paid_on", handler = "handler",
          fields = {
            text "number" { required = true, title = { fr = "numéro", en = "number" } },
            date "paid_on" { required = true, title = { fr = "payé le", en = "paid on" } },
            money "amount" { title = { fr = "montant", en = "amount" } },
            text "member" { title = { fr = "adhérent", en = "member" } },
            text "handler" { title = { fr = "gestionnaire", en = "handler" } } } })"},
        {"controls/watch.lua",
         R"(return control "watch" {
          title = { fr = "suivi", en = "watch" }, from = "payment", effect = "check", severity = "low",
          message = { fr = "suivi", en = "watch" }, )" +
             clauses + (judge.empty() ? "" : ",\n judge = function(group, p, records) " + judge + " end") +
             " }"}};
    const auto plugin = script::load_plugin(files, "");
    if (!plugin) BOOST_FAIL(plugin.error().diagnostics.at(0).what.id);
    const model::RecordType& type = *plugin->find_record("payment");
    auto batch = std::make_shared<column::RecordBatch>(type.schema);
    for (const Claim& claim : claims) {
        const std::string member = claim.member;
        batch->append({std::string(claim.number), day(claim.paid_on), Money{claim.cents, {}},
                       member.empty() ? Scalar() : Scalar(member), std::string(claim.handler)},
                      static_cast<std::int64_t>(batch->rows) + 2);
    }
    record::Dataset dataset(type);
    dataset.add(batch);
    const script::ControlDeclaration& control = *plugin->find_control("sample/watch");
    expression::Evaluator conditions(control.query, {},
                                     calendar::Locality{calendar::Zone::named("Europe/Paris").value()});
    script::Judge judging(files, *plugin, "sample/watch", {});
    return control::evaluate({control,
                              {"sample/watch", 3, sha256("plugin")},
                              {},
                              day("2026-07-01"),
                              day("2026-07-31"),
                              HashKey{1}},
                             dataset, conditions, judging);
}

const std::string paid_twice = R"(group = { by = "member, amount" }, having = "count() > 1")";

}  // namespace

BOOST_AUTO_TEST_SUITE(groups)

BOOST_AUTO_TEST_CASE(one_finding_names_all_records_sorted_by_key) {
    const Evaluation done = evaluate(
        paid_twice, {{"P3", "2026-07-09", 500}, {"P1", "2026-07-02", 500}, {"P2", "2026-07-03", 700}});
    BOOST_TEST(done.result.population == 3);
    BOOST_TEST(done.result.selected == 1);
    BOOST_TEST(done.result.failed == 1);
    BOOST_REQUIRE(done.findings.size() == 1U);
    const model::Finding& finding = done.findings.front();
    const std::vector<model::Subject> subjects{{"payment", "P1"}, {"payment", "P3"}};
    BOOST_CHECK(finding.subjects == subjects);
    BOOST_CHECK((finding.event_date == day("2026-07-09")));
    BOOST_TEST(finding.handler == "H07");
    std::vector<std::string> evidence;
    for (const model::Evidence& each : finding.evidence)
        evidence.push_back(each.record + " " + each.field + " " + column::plain_text(each.value));
    const std::vector<std::string> expected{" member M1", " amount 5.00 EUR", " count() 2", "P1 handler H07",
                                            "P3 handler H07"};
    BOOST_TEST(evidence == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_finding_is_the_same_when_a_record_joins_its_group) {
    const auto id = [](const std::vector<Claim>& claims) {
        return evaluate(paid_twice, claims).findings.at(0).id;
    };
    const std::string two = id({{"P1", "2026-07-02", 500}, {"P2", "2026-07-03", 500}});
    BOOST_TEST(id({{"P2", "2026-07-03", 500}, {"P1", "2026-07-02", 500}, {"P3", "2026-07-04", 500}}) == two);
    BOOST_TEST(id({{"P1", "2026-07-02", 600}, {"P2", "2026-07-03", 600}}) != two);
}

BOOST_AUTO_TEST_CASE(a_missing_key_is_not_checked) {
    const Evaluation done =
        evaluate(paid_twice, {{"P1", "2026-07-02", 500, ""}, {"P2", "2026-07-03", 500, ""}});
    BOOST_TEST(done.result.not_checked == 2);
    BOOST_TEST(done.findings.empty());
}

BOOST_AUTO_TEST_CASE(a_judge_sees_keys_aggregates_and_records) {
    const std::string judge = R"lua(
        if group.member ~= "M1" or group["count()"] ~= 2 or #records ~= 2 then return pass() end
        if records[1].number == "P1" and records[2].number == "P2" then return fail { severity = "major" } end
        return pass())lua";
    const Evaluation done =
        evaluate(paid_twice, {{"P2", "2026-07-02", 500}, {"P1", "2026-07-03", 500}}, judge);
    BOOST_REQUIRE(done.findings.size() == 1U);
    BOOST_CHECK((done.findings.front().severity == model::Severity::major));
}

BOOST_AUTO_TEST_CASE(a_judge_that_returns_nothing_is_an_error_of_the_group) {
    const Evaluation done = evaluate(paid_twice, {{"P1", "2026-07-02", 500}, {"P2", "2026-07-03", 500}}, "");
    BOOST_TEST(done.result.errors == 0);
    const Evaluation silent =
        evaluate(paid_twice, {{"P1", "2026-07-02", 500}, {"P2", "2026-07-03", 500}}, "local nothing = group");
    BOOST_TEST(silent.result.errors == 1);
    BOOST_TEST(silent.faults.size() == 1U);
}

BOOST_AUTO_TEST_CASE(history_lets_earlier_records_take_part) {
    const std::vector<Claim> claims{{"P1", "2026-03-02", 500},
                                    {"P2", "2026-07-03", 500},
                                    {"P3", "2026-03-02", 700},
                                    {"P4", "2026-03-03", 700}};
    BOOST_TEST(evaluate(paid_twice, claims).findings.empty());
    const Evaluation done = evaluate(paid_twice + R"(, history = "6 months")", claims);
    BOOST_TEST(done.result.population == 1);
    BOOST_REQUIRE(done.findings.size() == 1U);
    BOOST_TEST(done.findings.front().subjects.size() == 2U);
    BOOST_TEST(evaluate(paid_twice + R"(, history = "1 month")", claims).findings.empty());
}

BOOST_AUTO_TEST_CASE(a_window_flags_records) {
    const Evaluation done = evaluate(
        R"lua(window = { spent = "sum(amount) over 7 days by member ordered by paid_on" }, having = "spent > 9 EUR")lua",
        {{"P1", "2026-07-02", 500}, {"P2", "2026-07-03", 500}, {"P3", "2026-07-20", 500}});
    BOOST_REQUIRE(done.findings.size() == 1U);
    BOOST_TEST(done.findings.front().subjects.front().key == "P2");
}

BOOST_AUTO_TEST_CASE(a_sample_leaves_its_seed_and_its_populations) {
    const Evaluation done =
        evaluate(R"(sample = { rate = 0.5, by = "handler" })", {{"P1", "2026-07-02", 1, "M1", "H1"},
                                                                {"P2", "2026-07-02", 1, "M1", "H1"},
                                                                {"P3", "2026-07-02", 1, "M1", "H1"},
                                                                {"P4", "2026-07-02", 1, "M1", "H2"}});
    BOOST_TEST(done.result.selected == 3);
    BOOST_TEST(done.result.seed == "01000000000000000000000000000000");
    BOOST_REQUIRE(done.result.strata.size() == 2U);
    BOOST_TEST(done.result.strata[0].keys == "H1");
    BOOST_TEST(done.result.strata[0].population == 3);
    BOOST_TEST(done.result.strata[0].size == 2);
}

BOOST_AUTO_TEST_SUITE_END()
