// SPDX-License-Identifier: Apache-2.0
#include "app/control.h"

#include <boost/test/unit_test.hpp>

#include "app/process.h"
#include "app/sample_workspace.h"
#include "store/finding_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

constexpr const char* control_file = "plugins/claims/controls/over-threshold.lua";
constexpr const char* dear_judgement = "return fail { severity = \"major\", message = \"hospital-stay\" }";

struct Example : SampleWorkspace {
    Example() {
        accept_rules();
        set_clock("2026-07-24T08:00:00Z");
    }
    Session luc = as("luc.moreau");

    std::vector<model::Finding> findings() {
        return store::FindingRepository(workspace().database(), store::Sight::whole()).list({});
    }
    model::Finding finding(const std::string& key) {
        store::FindingRepository repository(workspace().database(), store::Sight::whole());
        return repository.find(repository.find_by_key(key).at(0)).value();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(controls, Example)

BOOST_AUTO_TEST_CASE(find_what_was_planted) {
    import("claim", "claims.csv", july_claims);
    const RunDone done = run();
    BOOST_TEST(done.faults.empty());
    BOOST_REQUIRE(done.run.results.size() == 1u);
    const model::ControlResult& result = done.run.results[0];
    BOOST_TEST(result.control.id == control_name);
    BOOST_TEST(result.parameters.at(0).second == "1000.00 EUR");
    BOOST_TEST(result.population == 7);
    BOOST_TEST(result.selected == 4);
    BOOST_TEST(result.failed == 4);
    BOOST_TEST(result.fresh == 4);
    BOOST_CHECK(done.run.imports == std::vector<std::int64_t>{1});
    BOOST_TEST(findings().size() == 4u);
}

BOOST_AUTO_TEST_CASE(keep_the_evidence_but_no_secret) {
    import("claim", "claims.csv", july_claims);
    run();
    const model::Finding finding = this->finding("P1");
    BOOST_TEST(finding.handler == "H01");
    BOOST_CHECK(finding.event_date == day("2026-07-15"));
    BOOST_CHECK(finding.severity == model::Severity::major);
    BOOST_TEST(finding.message == "hospital-stay");
    std::vector<std::string> fields;
    for (const model::Evidence& evidence : finding.evidence) fields.push_back(evidence.field);
    BOOST_TEST((std::ranges::find(fields, "amount") != fields.end()));
    BOOST_TEST((std::ranges::find(fields, "threshold") != fields.end()));
    BOOST_TEST((std::ranges::find(fields, "iban") == fields.end()));
}

BOOST_AUTO_TEST_CASE(find_the_same_when_they_run_again) {
    import("claim", "claims.csv", july_claims);
    const RunDone first = run();
    const auto before = findings();
    const RunDone second = run("2026-07");
    BOOST_TEST(second.run.number == first.run.number + 1);
    BOOST_TEST(second.run.results.at(0).failed == 4);
    BOOST_TEST(second.run.results.at(0).fresh == 0);
    const auto after = findings();
    BOOST_REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        BOOST_TEST(after[i].id == before[i].id);
        BOOST_TEST(after[i].run == first.run.number);
    }
}

BOOST_AUTO_TEST_CASE(find_the_same_in_an_import_split_in_two) {
    std::vector<std::string> lines;
    for (int i = 0; i < 12; ++i)
        lines.push_back(claim("C" + std::to_string(i), "14/08/2026", i % 3 == 0 ? "1600,00" : "40,00"));
    const auto found = [&](std::size_t cut) {
        Example office;
        std::string first = claim_header, second = claim_header;
        for (std::size_t i = 0; i < lines.size(); ++i) (i < cut ? first : second) += lines[i];
        office.import("claim", "first.csv", first);
        if (cut < lines.size()) office.import("claim", "second.csv", second);
        const RunDone done = office.run();
        std::string text =
            fmt::format("{} {}", done.run.results.at(0).population, done.run.results.at(0).failed);
        for (const model::Finding& finding : office.findings()) text += " " + finding.id;
        return text;
    };
    const std::string whole = found(lines.size());
    BOOST_TEST(whole.starts_with("12 4 F-"));
    for (const std::size_t cut : {std::size_t{1}, std::size_t{6}, std::size_t{11}})
        BOOST_TEST(found(cut) == whole);
}

BOOST_AUTO_TEST_CASE(tell_which_records_they_could_not_check_and_why) {
    edit_draft(control_file, "paid_on is missing", "paid_on > received_on");
    accept_plugin_from("2026-07-01");
    import("claim", "claims.csv", claim_header + claim("A", "14/08/2026", "1600,00"));
    const RunDone done = run();
    BOOST_TEST(done.run.results.at(0).not_checked == 1);
    BOOST_REQUIRE(done.not_checked.size() == 1u);
    BOOST_TEST(done.not_checked[0].control == control_name);
    BOOST_TEST(done.not_checked[0].records == std::vector<std::string>{"A"},
               boost::test_tools::per_element());
    BOOST_TEST(fmt::format("{}", fmt::join(done.not_checked[0].lacking, ", ")) == "paid_on");
}

BOOST_AUTO_TEST_CASE(leave_records_of_other_periods_alone) {
    import("claim", "claims.csv", july_claims);
    BOOST_TEST(run("2026-08").run.results.at(0).population == 0);
    BOOST_TEST(findings().empty());
}

BOOST_AUTO_TEST_CASE(judge_each_record_by_the_version_in_force_on_its_date) {
    edit_draft(control_file, "1000.00 EUR", "500.00 EUR");
    accept_plugin_from("2026-08-15");
    import("claim", "claims.csv",
           claim_header + claim("A", "14/08/2026", "600,00") + claim("B", "15/08/2026", "600,00") +
               claim("C", "31/08/2026", "400,00"));
    const RunDone done = run();
    BOOST_REQUIRE(done.run.results.size() == 2u);
    BOOST_TEST(done.run.results[0].parameters.at(0).second == "1000.00 EUR");
    BOOST_TEST(done.run.results[0].population == 1);
    BOOST_TEST(done.run.results[0].failed == 0);
    BOOST_TEST(done.run.results[1].parameters.at(0).second == "500.00 EUR");
    BOOST_TEST(done.run.results[1].failed == 1);
    BOOST_TEST(finding("B").control.version == 2);
}

BOOST_AUTO_TEST_CASE(judge_by_two_versions_with_other_fields) {
    edit_draft(
        "plugins/claims/records/claim.lua", "date   \"paid_on\"",
        "text   \"channel\"     { title = { fr = \"canal\", en = \"channel\" } },\n    date   \"paid_on\"");
    accept_plugin_from("2026-08-15");
    import("claim", "claims.csv",
           claim_header + claim("A", "14/08/2026", "1600,00") + claim("B", "15/08/2026", "1600,00"));
    BOOST_TEST(run().run.results.size() == 2u);
    BOOST_TEST(findings().size() == 2u);
}

BOOST_AUTO_TEST_CASE(take_the_parameters_of_the_sheet) {
    edit_draft("processes/pay-benefits.xml", "</control>",
               "<parameter name=\"threshold\" value=\"2000.00 EUR\"/></control>");
    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier");
    BOOST_REQUIRE_EQUAL(told(draft_process(claire, process_name)), "done");
    BOOST_REQUIRE_EQUAL(told(accept_process(sophie, {process_name, day("2026-07-24"), "test"})), "done");
    import("claim", "claims.csv", july_claims);
    BOOST_TEST(run().run.results.at(0).failed == 2);
}

BOOST_AUTO_TEST_CASE(count_what_a_judge_could_not_judge_as_an_error_and_go_on) {
    edit_draft(control_file, dear_judgement, "local nothing = nil; return nothing.field");
    accept_plugin_from("2026-07-01");
    import("claim", "claims.csv", july_claims);
    const RunDone done = run();
    const model::ControlResult& result = done.run.results.at(0);
    BOOST_TEST(result.errors == 2);
    BOOST_TEST(result.failed == 2);
    BOOST_TEST(result.passed == 0);
    BOOST_REQUIRE(done.faults.size() == 2u);
    told(done.faults);
    BOOST_TEST(done.faults[0].place.file == control_file);
    BOOST_CHECK(finding("P1").outcome == model::Outcome::error);
    BOOST_CHECK(finding("P2").outcome == model::Outcome::fail);
    BOOST_TEST(show_work_item(luc, "P1")->message ==
               Catalogue(Language::french).text(Message{"app.not_judged"}));
}

BOOST_AUTO_TEST_CASE(need_a_process_and_a_plugin_in_force) {
    const std::int64_t before = journal_number();
    BOOST_TEST(told(run_controls(luc, "complaints", period("2026-Q3"))) == "not found: app.none_in_force");
    BOOST_TEST(told(run_controls(luc, process_name, period("2026-Q2"))) == "not found: app.none_in_force");
    BOOST_TEST(journal_number() == before);
    std::filesystem::remove(folder() / control_file);
    std::filesystem::remove(folder() / "plugins/claims/spec/over-threshold.lua");
    accept_plugin_from("2026-08-01");
    set_clock("2026-08-02T08:00:00Z");
    BOOST_TEST(told(run_controls(luc, process_name, period("2026-08"))) == "not found: app.no_control");
}

BOOST_AUTO_TEST_CASE(do_nothing_where_an_import_is_gone_from_the_archive) {
    import("claim", "claims.csv", july_claims);
    std::filesystem::remove_all(folder() / "archive");
    BOOST_TEST(told(run_controls(luc, process_name, period("2026-Q3"))).starts_with("not found: "));
    BOOST_TEST(findings().empty());
}

BOOST_AUTO_TEST_SUITE_END()
