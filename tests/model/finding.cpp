// SPDX-License-Identifier: Apache-2.0
#include "model/finding.h"

#include <boost/test/unit_test.hpp>

using namespace cadran::model;

BOOST_AUTO_TEST_SUITE(finding)

// Decisions and journals of every workspace name findings by these identifiers: they must never change.
BOOST_AUTO_TEST_CASE(has_the_same_identifier_for_ever) {
    BOOST_TEST(finding_id("claims/over-threshold", {{"claim", "C-2026-000123"}}) == "F-f3a10be82ed56f92");
}

BOOST_AUTO_TEST_CASE(of_another_control_or_record_has_another_identifier) {
    const std::string id = finding_id("claims/over-threshold", {{"claim", "C-1"}});
    BOOST_TEST(finding_id("claims/over-ceiling", {{"claim", "C-1"}}) != id);
    BOOST_TEST(finding_id("claims/over-threshold", {{"claim", "C-2"}}) != id);
    BOOST_TEST(finding_id("claims/over-threshold", {{"payment", "C-1"}}) != id);
    BOOST_TEST(finding_id("claims/over-threshold", {{"claim", "C-1"}, {"claim", "C-2"}}) != id);
    BOOST_TEST(finding_id("claims/over-threshold", {}) != id);
}

BOOST_AUTO_TEST_CASE(keeps_apart_what_only_looks_the_same_when_joined) {
    BOOST_TEST(finding_id("a", {{"b", "cd"}}) != finding_id("a", {{"bc", "d"}}));
    BOOST_TEST(finding_id("a", {{"b", "c"}}) != finding_id("ab", {{"", "c"}}));
}

BOOST_AUTO_TEST_CASE(is_dismissed_by_a_release_and_confirmed_otherwise) {
    BOOST_CHECK(state_after(Verdict::released) == FindingState::dismissed);
    BOOST_CHECK(state_after(Verdict::refused) == FindingState::confirmed);
    BOOST_CHECK(state_after(Verdict::corrected) == FindingState::confirmed);
    BOOST_CHECK(state_after(Verdict::dismissed) == FindingState::dismissed);
    BOOST_CHECK(state_after(Verdict::confirmed) == FindingState::confirmed);
}

BOOST_AUTO_TEST_CASE(is_open_again_by_what_takes_a_decision_back) {
    for (const Verdict verdict : all_verdicts) {
        const bool open = state_after(verdict) == FindingState::open;
        BOOST_TEST(open == !is_settling(verdict));
        BOOST_TEST(open == (verdict == Verdict::reopened || verdict == Verdict::contested));
    }
}

BOOST_AUTO_TEST_CASE(is_held_from_others_for_a_day) {
    const cadran::Instant noon = cadran::parse_instant("2026-07-24T12:00:00Z").value();
    const std::optional<Reservation> taken = Reservation{"luc", noon};
    BOOST_TEST(is_held_from(taken, "nadia", noon));
    BOOST_TEST(!is_held_from(taken, "luc", noon));
    BOOST_TEST(!is_held_from(taken, "nadia", noon + reservation_lasts));
    BOOST_TEST(!is_held_from({}, "nadia", noon));
}

BOOST_AUTO_TEST_CASE(names_verdicts_states_and_outcomes) {
    for (const Verdict verdict : all_verdicts) BOOST_CHECK(parse_verdict(verdict_name(verdict)) == verdict);
    BOOST_TEST(verdict_name(Verdict::released) == "released");
    BOOST_TEST(verdict_name(Verdict::refused) == "refused");
    BOOST_TEST(verdict_name(Verdict::corrected) == "corrected");
    BOOST_CHECK(!parse_verdict("paid"));
    BOOST_TEST(verdict_title(Verdict::released).fr == "bon à payer");
    BOOST_TEST(finding_state_name(FindingState::open) == "open");
    BOOST_TEST(finding_state_name(FindingState::confirmed) == "confirmed");
    BOOST_TEST(finding_state_name(FindingState::dismissed) == "dismissed");
    BOOST_TEST(outcome_name(Outcome::pass) == "pass");
    BOOST_TEST(outcome_name(Outcome::fail) == "fail");
    BOOST_TEST(outcome_name(Outcome::error) == "error");
    BOOST_TEST(outcome_name(Outcome::not_applicable) == "not applicable");
    BOOST_TEST(outcome_name(Outcome::not_checked) == "not checked");
}

BOOST_AUTO_TEST_SUITE_END()
