// SPDX-License-Identifier: Apache-2.0
#include "app/nonconformity.h"

#include <boost/test/unit_test.hpp>

#include "app/journal.h"
#include "app/sample_workspace.h"
#include "store/finding_repository.h"

using namespace cadran;
using namespace cadran::app;

namespace {

struct Example : SampleWorkspace {
    Example() { play_july(); }
    Session claire = as("claire.vasseur");

    OpenNonconformity quotes_missing() const {
        return {.process = process_name,
                .title = "Devis absents",
                .requirement = "Procédure Prestations, § 4",
                .extent = "depuis juillet",
                .findings = {}};
    }
    // Of the finding that concerns that claim.
    std::string id(const std::string& key) {
        return store::FindingRepository(workspace().database(), store::Sight::whole()).find_by_key(key).at(0);
    }
    std::string ungrouped() {
        std::vector<std::string> keys;
        const auto listed = list_findings(claire, {.process = process_name, .ungrouped = true}).value();
        for (const auto& [finding, group] : listed) keys.push_back(finding.subjects.at(0).key);
        return fmt::format("{}", fmt::join(keys, " "));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(nonconformity, Example)

BOOST_AUTO_TEST_CASE(groups_the_confirmed_findings_that_are_named) {
    BOOST_TEST(ungrouped() == "P2 P4");
    OpenNonconformity command = quotes_missing();
    command.findings = {id("P2")};
    const auto opened = open_nonconformity(claire, command).value();
    BOOST_TEST(opened.number == 1);
    BOOST_TEST(opened.findings == command.findings, boost::test_tools::per_element());
    BOOST_TEST(ungrouped() == "P4");
    BOOST_TEST(list_nonconformities(claire, process_name)->size() == 1u);
    BOOST_TEST(list_nonconformities(claire, "complaints")->empty());
}

BOOST_AUTO_TEST_CASE(groups_all_that_a_control_found_in_a_period) {
    OpenNonconformity command = quotes_missing();
    command.control = control_name;
    command.period = period("2026-07");
    BOOST_TEST(open_nonconformity(claire, command)->findings.size() == 2u);
    BOOST_TEST(ungrouped().empty());
    command.period = period("2026-08");
    BOOST_TEST(told(open_nonconformity(claire, command)) == "invalid: app.no_findings_to_group");
}

BOOST_AUTO_TEST_CASE(tells_all_that_is_wrong_at_once) {
    OpenNonconformity command{
        .process = process_name, .title = "", .requirement = " ", .extent = "x", .findings = {}};
    command.findings = {"F-none", id("P1"), id("P3")};
    BOOST_TEST(told(open_nonconformity(claire, command)) ==
               "invalid: app.text_missing, app.text_missing, app.finding_not_confirmed, "
               "app.finding_not_confirmed, app.no_finding");
    command = quotes_missing();
    command.findings = {id("P2")};
    BOOST_REQUIRE(open_nonconformity(claire, command));
    BOOST_TEST(told(open_nonconformity(claire, command)) == "invalid: app.finding_grouped");
}

BOOST_AUTO_TEST_CASE(grows_and_shows_similar_cases) {
    OpenNonconformity command = quotes_missing();
    command.findings = {id("P2")};
    const auto opened = open_nonconformity(claire, command).value();
    const auto shown = show_nonconformity(claire, opened.number).value();
    BOOST_REQUIRE(shown.similar.size() == 2u);  // P4 is confirmed, P3 still open
    const auto extended = extend_nonconformity(claire, opened.number, {id("P4")}).value();
    BOOST_TEST(extended.findings.size() == 2u);
    BOOST_TEST(extended.revision == 2);
    BOOST_TEST(show_nonconformity(claire, opened.number)->similar.size() == 1u);
    BOOST_TEST(told(extend_nonconformity(claire, 7, {id("P4")})) == "not found: app.no_nonconformity");
}

BOOST_AUTO_TEST_CASE(is_covered_by_the_journal) {
    group_findings();
    Session auditor = as("sophie.garnier");
    BOOST_TEST(verify_journal(auditor)->faults.empty());
    workspace().database().execute("update nonconformity set extent = 'nulle part'");
    BOOST_TEST(verify_journal(auditor)->faults.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
