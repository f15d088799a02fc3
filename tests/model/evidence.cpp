// SPDX-License-Identifier: Apache-2.0
#include "model/evidence.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

BOOST_AUTO_TEST_SUITE(evidence)

BOOST_AUTO_TEST_CASE(a_clause_stands_for_its_parts_and_its_parts_for_it) {
    BOOST_TEST(is_same_or_part("8.4", "8.4"));
    BOOST_TEST(is_same_or_part("8.4", "8.4.2"));
    BOOST_TEST(is_same_or_part("8.4.2", "8.4"));
    BOOST_TEST(!is_same_or_part("8.4.1", "8.4.2"));
    BOOST_TEST(!is_same_or_part("1", "10.2"));
    BOOST_TEST(!is_same_or_part("", "8.4"));
}

BOOST_AUTO_TEST_CASE(a_reference_names_a_clause_as_a_word_of_its_own) {
    BOOST_TEST(names_clause("8.4", "8.4"));
    BOOST_TEST(names_clause("ISO 9001:2015, 8.4.2.", "8.4"));
    BOOST_TEST(!names_clause("ISO 9001, 18.4", "8.4"));
    BOOST_TEST(!names_clause("version 8.45", "8.4"));
    BOOST_TEST(!names_clause("chapitre 8", "8.4"));
    BOOST_TEST(!names_clause("", "8.4"));
}

BOOST_AUTO_TEST_CASE(what_stands_behind_a_clause_follows_from_its_matter) {
    BOOST_TEST(evidence_behind("9.3.2").kinds.contains(EvidenceKind::management_review));
    BOOST_TEST(evidence_behind("10.2.1").kinds.contains(EvidenceKind::nonconformities));
    BOOST_TEST(evidence_behind("7.2").kinds.empty());
    // Satisfaction is not every figure there is; the chapter above is.
    BOOST_TEST(evidence_behind("9.1.2").kinds.empty());
    BOOST_TEST(evidence_behind("9.1").kinds.contains(EvidenceKind::measurements));
    // What comes from others is audited at theirs, the system at ours.
    BOOST_TEST(evidence_behind("8.4").audits_of.contains(AuditSubject::delegate));
    BOOST_TEST(!evidence_behind("8.4").audits_of.contains(AuditSubject::process));
    BOOST_TEST(evidence_behind("9.2").audits_of.contains(AuditSubject::process));
}

BOOST_AUTO_TEST_CASE(actions_stand_behind_the_clause_that_asks_for_their_kind) {
    Action improvement, corrective, reviewed;
    improvement.kind = ActionKind::improvement;
    corrective.kind = ActionKind::corrective_action;
    reviewed.kind = ActionKind::improvement;
    reviewed.origin = ActionOrigin::management_review;
    BOOST_TEST(evidence_behind("10.2").takes(corrective));
    BOOST_TEST(!evidence_behind("10.2").takes(improvement));
    BOOST_TEST(evidence_behind("10.3").takes(improvement));
    BOOST_TEST(evidence_behind("9.3").takes(reviewed));
    BOOST_TEST(!evidence_behind("9.3").takes(corrective));
}

BOOST_AUTO_TEST_CASE(a_scope_is_written_in_one_line) {
    EvidenceScope scope;
    BOOST_TEST(scope.is_empty());
    scope.process = "pay-benefits";
    scope.period = calendar::Period::parse("2026-Q3");
    BOOST_TEST(scope.text() == "process=pay-benefits,period=2026-Q3");
    scope.clause = "8.4";
    BOOST_TEST(scope.text() == "clause=8.4,process=pay-benefits,period=2026-Q3");
}

BOOST_AUTO_TEST_SUITE_END()
