// SPDX-License-Identifier: Apache-2.0
#include "control/evaluation.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::control;

namespace {

using column::Scalar;
using model::Outcome;

Date day(const char* iso) {
    return *parse_date(iso);
}

script::PluginFiles files(const std::string& judge) {
    return {
        {"plugin.lua",
         R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })"},
        {"records/claim.lua", R"(return record "claim" {
          title = { fr = "dossier", en = "claim" }, key = "number", event_date = "received_on", handler = "handler",
          fields = {
            text "number" { required = true, title = { fr = "numéro", en = "number" } },
            date "received_on" { required = true, title = { fr = "reçu le", en = "received on" } },
            money "amount" { title = { fr = "montant", en = "amount" } },
            text "handler" { title = { fr = "gestionnaire", en = "handler" } },
            secret "iban" { title = { fr = "IBAN", en = "IBAN" } } } })"},
        {"records/order.lua", R"(return record "order" {
          title = { fr = "accord", en = "order" }, key = "number", event_date = "given_on",
          fields = {
            text "number" { required = true, title = { fr = "numéro", en = "number" } },
            text "claim" { required = true, title = { fr = "dossier", en = "claim" } },
            date "given_on" { required = true, title = { fr = "donné le", en = "given on" } } } })"},
        {"controls/dear.lua", R"(return control "dear" {
          title = { fr = "cher", en = "dear" }, from = "claim", effect = "hold", severity = "high",
          join = { agreement = "order on claim = claim.number" }, where = "amount > limit and agreement is missing",
          parameters = { limit = money { default = "1000.00 EUR", help = { fr = "seuil", en = "limit" } } },
          message = { fr = "{amount}", en = "{amount}" }, messages = { worst = { fr = "pire", en = "worst" } })" +
                                  judge + "\n}"},
    };
}

// Claims of July over 1,000.00 EUR without an agreement, judged.
struct Example {
    struct Claim {
        std::string number;
        const char* received_on;
        Scalar amount;
    };

    Evaluation evaluate(const std::vector<Claim>& claims, const std::string& judge = "",
                        const std::vector<const char*>& agreements = {}) {
        const script::PluginFiles plugin_files = files(judge);
        const auto plugin = script::load_plugin(plugin_files, "plugins/sample/");
        if (!plugin) BOOST_FAIL(plugin.error().diagnostics.at(0).what.id);
        const model::RecordType& type = *plugin->find_record("claim");
        auto batch = std::make_shared<column::RecordBatch>(type.schema);
        for (const Claim& claim : claims) {
            batch->append(
                {claim.number, day(claim.received_on), claim.amount, std::string("H07"), column::Secret{7}},
                static_cast<std::int64_t>(batch->rows) + 2);
        }
        record::Dataset dataset(type);
        dataset.add(batch);
        const script::ControlDeclaration& control = *plugin->find_control("sample/dear");
        auto order_batch = std::make_shared<column::RecordBatch>(plugin->find_record("order")->schema);
        for (const char* claim : agreements) {
            order_batch->append({std::to_string(order_batch->rows), std::string(claim), day("2026-07-01")},
                                2);
        }
        auto table = std::make_shared<expression::JoinTable>(control.query, 0);
        table->add(order_batch);
        const std::vector<Scalar> values{Money{100000, {}}};
        expression::Evaluator conditions(control.query, values,
                                         calendar::Locality{calendar::Zone::named("Europe/Paris").value()},
                                         {table});
        script::Judge judging(plugin_files, *plugin, "sample/dear", values);
        return control::evaluate(
            {control, {"sample/dear", 3, sha256("plugin")}, values, day("2026-07-01"), day("2026-07-31")},
            dataset, conditions, judging);
    }
};

Money euros(std::int64_t cents) {
    return {cents, {}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(evaluation, Example)

BOOST_AUTO_TEST_CASE(finds_what_the_conditions_select) {
    const Evaluation done =
        evaluate({{"P1", "2026-07-15", euros(150000)}, {"P2", "2026-07-15", euros(100000)}});
    BOOST_TEST(done.result.population == 2);
    BOOST_TEST(done.result.selected == 1);
    BOOST_TEST(done.result.failed == 1);
    BOOST_TEST(done.result.passed == 0);
    BOOST_REQUIRE(done.findings.size() == 1u);
    const model::Finding& finding = done.findings[0];
    BOOST_TEST(finding.id == model::finding_id("sample/dear", {{"claim", "P1"}}));
    BOOST_TEST(finding.control.version == 3);
    BOOST_TEST(finding.handler == "H07");
    BOOST_CHECK(finding.event_date == day("2026-07-15"));
    BOOST_CHECK(finding.effect == model::Effect::hold);
    BOOST_CHECK(finding.severity == model::Severity::high);
    BOOST_TEST(finding.message.empty());
}

BOOST_AUTO_TEST_CASE(keeps_fields_then_parameters_as_evidence_and_no_secret) {
    const Evaluation done = evaluate({{"P1", "2026-07-15", euros(150000)}});
    std::vector<std::string> fields;
    for (const model::Evidence& evidence : done.findings.at(0).evidence) fields.push_back(evidence.field);
    const std::vector<std::string> expected{"number", "received_on", "amount", "handler", "limit"};
    BOOST_TEST(fields == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(looks_at_the_days_of_its_version_only) {
    const Evaluation done = evaluate({{"P1", "2026-06-30", euros(150000)},
                                      {"P2", "2026-07-01", euros(150000)},
                                      {"P3", "2026-07-31", euros(150000)},
                                      {"P4", "2026-08-01", euros(150000)}});
    BOOST_TEST(done.result.population == 2);
    BOOST_TEST(done.result.failed == 2);
}

BOOST_AUTO_TEST_CASE(does_not_check_a_record_whose_value_is_missing) {
    const Evaluation done = evaluate({{"P1", "2026-07-15", Scalar()}});
    BOOST_TEST(done.result.not_checked == 1);
    BOOST_TEST(done.result.selected == 0);
    BOOST_TEST(done.findings.empty());
}

BOOST_AUTO_TEST_CASE(tells_which_records_lack_what) {
    const Evaluation done = evaluate({{"P1", "2026-07-15", Scalar()},
                                      {"P2", "2026-07-15", euros(150000)},
                                      {"P3", "2026-07-15", Scalar()}});
    BOOST_REQUIRE(done.not_checked.size() == 1u);
    BOOST_TEST(done.not_checked[0].lacking == std::vector<std::string>{"amount"},
               boost::test_tools::per_element());
    BOOST_TEST(done.not_checked[0].records == (std::vector<std::string>{"P1", "P3"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(counts_an_ambiguous_join_as_an_error) {
    const Evaluation done = evaluate({{"P1", "2026-07-15", euros(150000)},
                                      {"P2", "2026-07-15", euros(150000)},
                                      {"P3", "2026-07-15", euros(150000)}},
                                     "", {"P1", "P1", "P2"});
    BOOST_TEST(done.result.errors == 1);
    BOOST_TEST(done.result.failed == 1);
    BOOST_REQUIRE(done.faults.size() == 1u);
    BOOST_TEST(done.faults[0].what.id == "expression.several_matches");
    BOOST_REQUIRE(done.findings.size() == 2u);
    BOOST_CHECK(done.findings[0].outcome == Outcome::error);
    BOOST_TEST(done.findings[1].subjects[0].key == "P3");
}

BOOST_AUTO_TEST_CASE(counts_every_outcome_of_a_judge) {
    const Evaluation done = evaluate({{"P1", "2026-07-15", euros(150000)},
                                      {"P2", "2026-07-15", euros(150000)},
                                      {"P3", "2026-07-15", euros(150000)},
                                      {"P4", "2026-07-15", euros(150000)},
                                      {"P5", "2026-07-15", euros(150000)}},
                                     R"(, judge = function(claim)
        if claim.number == "P1" then return pass() end
        if claim.number == "P2" then return not_applicable() end
        if claim.number == "P3" then error("broken") end
        if claim.number == "P4" then return fail { severity = "major", message = "worst" } end
      end)");
    BOOST_TEST(done.result.selected == 5);
    BOOST_TEST(done.result.passed == 1);
    BOOST_TEST(done.result.not_applicable == 1);
    BOOST_TEST(done.result.errors == 2);
    BOOST_TEST(done.result.failed == 1);
    BOOST_TEST(done.faults.size() == 2u);
    BOOST_REQUIRE(done.findings.size() == 3u);
    BOOST_CHECK(done.findings[0].outcome == Outcome::error);
    BOOST_CHECK(done.findings[1].severity == model::Severity::major);
    BOOST_TEST(done.findings[1].message == "worst");
}

BOOST_AUTO_TEST_CASE(tells_the_first_hundred_faults_of_a_kind_and_the_number_of_the_others) {
    std::vector<Claim> claims;
    for (int i = 100; i < 300; ++i) claims.push_back({fmt::format("P{}", i), "2026-07-15", euros(150000)});
    claims.push_back({"Q", "2026-07-15", euros(150000)});
    const Evaluation done = evaluate(claims, R"(, judge = function(claim)
        if claim.number == "Q" then
          error("once") end
        if claim.number >= "P150" then error("often") end
        return fail()
      end)");
    BOOST_TEST(done.result.errors == 151);
    BOOST_TEST(done.result.failed == 50);
    BOOST_TEST(done.findings.size() == 201u);
    BOOST_REQUIRE(done.faults.size() == 102u);
    const Diagnostic &last = done.faults[99], &more = done.faults[100];
    BOOST_CHECK((more.what == Message{"control.more_faults_alike", {{"count", std::int64_t{50}}}}));
    BOOST_CHECK(more.place == last.place);
    BOOST_CHECK(done.faults[101].place != last.place);
}

BOOST_AUTO_TEST_CASE(says_which_parameters_it_ran_with) {
    const Evaluation done = evaluate({});
    BOOST_TEST(done.result.population == 0);
    BOOST_REQUIRE(done.result.parameters.size() == 1u);
    BOOST_TEST(done.result.parameters[0].first == "limit");
    BOOST_TEST(done.result.parameters[0].second == "1000.00 EUR");
}

BOOST_AUTO_TEST_SUITE_END()
