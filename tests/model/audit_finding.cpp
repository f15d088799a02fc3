// SPDX-License-Identifier: Apache-2.0
#include "model/audit_finding.h"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <set>

using namespace cadran;
using namespace cadran::model;
using namespace std::chrono_literals;

namespace {

const Mark auditor{"ines.caron", Instant{}};
const Mark auditee{"paul.noir", Instant{}};
const Date in_june = 2026y / std::chrono::June / 30;

AuditFinding finding_in(AuditFindingState state) {
    AuditFinding finding;
    finding.number = 12;
    finding.text = "Compléter le bulletin d’adhésion";
    finding.level = Severity::high;
    finding.state = state;
    if (state == AuditFindingState::resolved) {
        finding.answer = AuditeeAnswer{.accepted = true, .mark = auditee};
        finding.resolutions = {{"fait", {}, in_june, auditee}};
    }
    return finding;
}

struct Step {
    std::string name;
    std::set<AuditFindingState> from;
    AuditFindingState to;
    std::function<Done(AuditFinding&)> take;
};

Done settled(AuditFinding& finding, Settlement settlement, const Amendment& amendment = {}) {
    return settle(finding, {settlement, "motif", "", {}, auditor}, amendment);
}

const std::set<AuditFindingState> answerable{AuditFindingState::issued, AuditFindingState::accepted,
                                             AuditFindingState::contested};

const std::vector<Step> steps{
    {"issue",
     {AuditFindingState::drafted},
     AuditFindingState::issued,
     [](AuditFinding& finding) { return issue(finding); }},
    {"withdraw draft",
     {AuditFindingState::drafted},
     AuditFindingState::withdrawn,
     [](AuditFinding& finding) {
         return withdraw_draft(finding, {Settlement::withdrawn, "doublon", "", {}, auditor});
     }},
    {"accept", answerable, AuditFindingState::accepted,
     [](AuditFinding& finding) { return answer(finding, {.accepted = true, .mark = auditee}); }},
    {"contest", answerable, AuditFindingState::contested,
     [](AuditFinding& finding) {
         return answer(finding, {false, "la convention le permet", auditee});
     }},
    {"withdraw", answerable, AuditFindingState::withdrawn,
     [](AuditFinding& finding) { return settled(finding, Settlement::withdrawn); }},
    {"resolve", answerable, AuditFindingState::resolved,
     [](AuditFinding& finding) {
         return resolve(finding, {"bulletin modifié", {}, in_june, auditee});
     }},
    {"verify",
     {AuditFindingState::resolved},
     AuditFindingState::verified,
     [](AuditFinding& finding) {
         return verify(finding, {true, "bulletin vu", auditor});
     }},
    {"refuse",
     {AuditFindingState::resolved},
     AuditFindingState::accepted,
     [](AuditFinding& finding) {
         return verify(finding, {false, "mention absente", auditor});
     }},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(audit_finding)

BOOST_AUTO_TEST_CASE(every_step_leaves_from_its_states_only) {
    for (const Step& step : steps) {
        for (const AuditFindingState state : all_audit_finding_states) {
            BOOST_TEST_INFO(step.name << " from " << audit_finding_state_name(state));
            AuditFinding finding = finding_in(state);
            const Done done = step.take(finding);
            BOOST_TEST(done.has_value() == step.from.contains(state));
            BOOST_TEST((finding.state == (done ? step.to : state)));
            if (!done) BOOST_TEST((done.error().kind == Failure::Kind::conflict));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_strength_is_issued_and_nothing_more) {
    AuditFinding finding = finding_in(AuditFindingState::drafted);
    finding.kind = AuditFindingKind::strength;
    BOOST_REQUIRE(issue(finding).has_value());
    BOOST_TEST(!answer(finding, {.accepted = true, .mark = auditee}).has_value());
    BOOST_TEST(!finding.is_open());
}

BOOST_AUTO_TEST_CASE(it_is_contested_with_an_argument_only) {
    AuditFinding finding = finding_in(AuditFindingState::issued);
    BOOST_TEST(!answer(finding, {false, " ", auditee}).has_value());
    BOOST_TEST((finding.state == AuditFindingState::issued));
}

BOOST_AUTO_TEST_CASE(what_is_maintained_against_an_argument_stays_a_divergence) {
    AuditFinding finding = finding_in(AuditFindingState::issued);
    BOOST_REQUIRE(answer(finding, {false, "la convention le permet", auditee}).has_value());
    BOOST_TEST(!finding.is_divergence());
    BOOST_REQUIRE(settled(finding, Settlement::maintained).has_value());
    BOOST_TEST(finding.is_divergence());
    BOOST_TEST((finding.state == AuditFindingState::contested));
    // Once it is settled the phase is over for it.
    BOOST_TEST(!answer(finding, {.accepted = true, .mark = auditee}).has_value());
}

BOOST_AUTO_TEST_CASE(what_is_amended_becomes_something_else_and_keeps_what_it_was) {
    AuditFinding finding = finding_in(AuditFindingState::contested);
    BOOST_TEST(!settled(finding, Settlement::amended).has_value());
    BOOST_TEST(!settled(finding, Settlement::maintained, {.level = Severity::low}).has_value());
    BOOST_REQUIRE(settled(finding, Settlement::amended, {.level = Severity::low}).has_value());
    BOOST_TEST((finding.level == Severity::low));
    BOOST_TEST((finding.settled->former_level == Severity::high));
}

BOOST_AUTO_TEST_CASE(a_resolution_that_is_refused_opens_it_again) {
    AuditFinding finding = finding_in(AuditFindingState::resolved);
    BOOST_TEST(!verify(finding, {true, "", auditor}).has_value());
    BOOST_REQUIRE(verify(finding, {false, "mention absente", auditor}).has_value());
    BOOST_TEST(finding.is_open());
    finding.expected_on = in_june;
    BOOST_TEST(!finding.is_overdue(in_june));
    BOOST_TEST(finding.is_overdue(2026y / std::chrono::July / 1));
    BOOST_REQUIRE(resolve(finding, {"mention ajoutée", {}, in_june, auditee}).has_value());
    BOOST_REQUIRE(verify(finding, {true, "mention vue", auditor}).has_value());
    BOOST_TEST(!finding.is_open());
    BOOST_TEST(!finding.is_overdue(2026y / std::chrono::July / 1));
}

BOOST_AUTO_TEST_SUITE_END()
