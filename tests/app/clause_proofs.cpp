// SPDX-License-Identifier: Apache-2.0
#include "app/clause_proofs.h"

#include <algorithm>

#include <boost/test/unit_test.hpp>

#include "app/action.h"
#include "app/definitions.h"
#include "app/indicator.h"
#include "app/sample_workspace.h"

using namespace cadran;
using namespace cadran::app;
using model::EvidenceKind;

namespace {

struct Example : SampleWorkspace {
    Example() {
        edit_draft("processes/pay-benefits.xml", "  <objectives>",
                   "  <clause ref=\"8.5.1\"/>\n  <objectives>");
    }

    ClauseProof proof(std::string_view number) {
        const auto proofs = prove_clauses(sophie);
        BOOST_REQUIRE_MESSAGE(proofs, told(proofs));
        const auto found = std::ranges::find(proofs->clauses, number,
                                             [](const ClauseProof& one) { return one.clause.number; });
        BOOST_REQUIRE(found != proofs->clauses.end());
        return *found;
    }

    Session claire = as("claire.vasseur"), sophie = as("sophie.garnier"), malik = as("malik.dahmani");
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(clause_proofs, Example)

BOOST_AUTO_TEST_CASE(stand_behind_the_clauses_that_a_process_cites) {
    play_july();
    BOOST_REQUIRE(measure_indicators(claire, process_name, period("2026-07")));
    const ClauseProof cited = proof("8.5.1");
    BOOST_TEST(cited.processes == std::vector<std::string>{process_name}, boost::test_tools::per_element());
    BOOST_TEST(cited.counts.at(EvidenceKind::measurements) == 1);
    BOOST_TEST(cited.counts.at(EvidenceKind::control_runs) >= 1);
    BOOST_TEST(!cited.counts.contains(EvidenceKind::process_review));
    BOOST_TEST(proof("8.5").processes.size() == 1u);
    BOOST_TEST(proof("8.5.2").is_gap());
}

BOOST_AUTO_TEST_CASE(stand_behind_clauses_whichever_process_they_are_of) {
    play_july();
    BOOST_TEST(proof("10.2").is_gap());
    ProposeAction command;
    command.process = process_name;
    command.text = "Lire la liste";
    BOOST_REQUIRE(propose_action(claire, command));
    BOOST_TEST(proof("10.2").counts.at(EvidenceKind::actions) == 1);
    BOOST_TEST(proof("9.3").is_gap());
}

BOOST_AUTO_TEST_CASE(are_those_of_the_last_year) {
    play_july();
    BOOST_REQUIRE(measure_indicators(claire, process_name, period("2026-07")));
    set_clock("2027-09-30T08:00:00Z");
    const ClauseProof cited = proof("8.5.1");
    BOOST_TEST(!cited.counts.contains(EvidenceKind::measurements));
    BOOST_TEST(!cited.counts.contains(EvidenceKind::control_runs));
    BOOST_TEST(cited.counts.at(EvidenceKind::process_sheet) == 1);
}

BOOST_AUTO_TEST_CASE(are_what_the_workspace_definition_says_itself) {
    accept_rules();
    const bool has_policy = organisation_of(sophie).value()->policy.has_value();
    BOOST_TEST(proof("5.2").stated == has_policy);
    BOOST_TEST(proof("5.2").is_gap() == !has_policy);
    BOOST_TEST(!proof("8.5.1").stated);
}

BOOST_AUTO_TEST_CASE(are_for_those_who_see_the_xray) {
    accept_rules();
    BOOST_TEST(told(prove_clauses(malik)) == "refused: app.no_right");
    BOOST_TEST(told(prove_clauses(claire)) == "done");
}

BOOST_AUTO_TEST_SUITE_END()
