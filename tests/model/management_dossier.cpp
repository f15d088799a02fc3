// SPDX-License-Identifier: Apache-2.0
#include "model/management_dossier.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::model;

namespace {

calendar::Period period(const char* text) {
    return *calendar::Period::parse(text);
}

// Of that many in a hundred; against a target of 95 %, or none.
Measurement measured(const char* when, std::int64_t numerator, bool target = true) {
    Measurement measurement;
    measurement.indicator = "in-time";
    measurement.period = period(when);
    measurement.numerator = numerator;
    measurement.denominator = 100;
    if (target) measurement.target = Target{std::chrono::year{2026} / 1 / 1, Decimal{95, 0}};
    return measurement;
}

// A value a quarter of 2026; a negative one is missing.
ManagedIndicator indicator(const std::vector<int>& values, Direction direction = Direction::higher) {
    ManagedIndicator one;
    one.indicator.id = "in-time";
    one.indicator.direction = direction;
    one.objective = {"À temps", "In time"};
    const char* quarters[] = {"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"};
    for (std::size_t i = 0; i < values.size(); ++i) {
        PeriodFigure figure{period(quarters[i])};
        if (values[i] >= 0) figure.measurement = measured(quarters[i], values[i]);
        one.quarters.push_back(std::move(figure));
    }
    return one;
}

ManagementDossier dossier_with(ManagedProcess process) {
    ManagementDossier dossier;
    dossier.processes.push_back(std::move(process));
    return dossier;
}

std::string known(const ManagementDossier& dossier) {
    std::string names;
    for (const ReviewInput input : all_review_inputs) {
        if (is_known(dossier, input)) names += std::string(review_input_name(input)) + " ";
    }
    return names;
}

ReviewedAction action(ActionKind kind) {
    ReviewedAction reviewed;
    reviewed.action.kind = kind;
    return reviewed;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(management_dossier)

BOOST_AUTO_TEST_CASE(judges_an_indicator_by_the_period_else_by_its_last_quarter) {
    ManagedIndicator one = indicator({90, 97, -1, -1});
    BOOST_CHECK(one.judged()->period == period("2026-Q2"));
    one.whole = measured("2026", 93);
    BOOST_CHECK(one.judged()->period == period("2026"));
    one.whole = measured("2026", 93, false);
    BOOST_CHECK(one.judged()->period == period("2026-Q2"));
    BOOST_TEST(indicator({-1, -1}).judged() == nullptr);
    BOOST_TEST(!indicator({-1, -1}).is_measured());
    BOOST_TEST(one.is_measured());
}

BOOST_AUTO_TEST_CASE(tells_the_course_from_the_first_figure_to_the_last) {
    BOOST_CHECK(course_of(indicator({90, 80, -1, 91})) == Course::better);
    BOOST_CHECK(course_of(indicator({90, 99, 89})) == Course::worse);
    BOOST_CHECK(course_of(indicator({90, 99, 90})) == Course::unchanged);
    BOOST_CHECK(course_of(indicator({90, 89}, Direction::lower)) == Course::better);
    BOOST_CHECK(course_of(indicator({90, 91}, Direction::lower)) == Course::worse);
    BOOST_CHECK(course_of(indicator({90, 91}, Direction::within)) == Course::other);
    BOOST_CHECK(course_of(indicator({-1, 91})) == Course::none);
    BOOST_TEST(course_title(Course::worse).fr == "en recul");
    BOOST_TEST(course_name(Course::better) == "better");
}

BOOST_AUTO_TEST_CASE(knows_nothing_of_an_empty_period) {
    BOOST_TEST(known({}) == "");
}

BOOST_AUTO_TEST_CASE(knows_of_each_input_by_what_belongs_to_it) {
    ManagedProcess process;
    process.indicators = {indicator({90})};
    BOOST_TEST(known(dossier_with(process)) == "objectives monitoring ");
    process.process.clauses = {"9.1.2"};
    BOOST_TEST(known(dossier_with(process)) == "satisfaction objectives monitoring ");
    process.indicators.front().objective = {};
    BOOST_TEST(known(dossier_with(process)) == "satisfaction monitoring ");
    process.indicators = {indicator({-1})};
    BOOST_TEST(known(dossier_with(process)) == "");
    process.reviews = {{period("2026-Q1"), ReviewState::held}};
    BOOST_TEST(known(dossier_with(process)) == "");
    process.reviews = {{period("2026-Q1"), ReviewState::signed_off}};
    BOOST_TEST(known(dossier_with(process)) == "performance ");

    ManagedProcess controlled;
    controlled.controls.emplace_back();
    BOOST_TEST(known(dossier_with(controlled)) == "");
    controlled.controls.front().totals.control.version = 1;
    BOOST_TEST(known(dossier_with(controlled)) == "nonconformities monitoring ");

    ManagedProcess risky;
    risky.opportunities.emplace_back();
    BOOST_TEST(known(dossier_with(risky)) == "risks ");
}

BOOST_AUTO_TEST_CASE(knows_of_improvements_and_corrective_actions_by_their_kind) {
    ManagementDossier dossier;
    dossier.actions = {action(ActionKind::correction)};
    BOOST_TEST(known(dossier) == "");
    dossier.actions = {action(ActionKind::corrective_action)};
    BOOST_TEST(known(dossier) == "nonconformities ");
    dossier.actions = {action(ActionKind::improvement)};
    BOOST_TEST(known(dossier) == "improvement ");
    dossier.review.period = period("2026");
    dossier.actions.front().action.origin = ActionOrigin::management_review;
    dossier.actions.front().action.source = "2026";
    BOOST_TEST(known(dossier) == "");
    dossier.actions.front().action.source = "2025";
    BOOST_TEST(known(dossier) == "improvement ");
}

BOOST_AUTO_TEST_CASE(knows_of_earlier_decisions_where_an_action_follows_each) {
    ManagementDossier dossier;
    dossier.has_earlier = true;
    BOOST_TEST(known(dossier) == "earlier-actions ");
    dossier.earlier.push_back({period("2025"), {}, action(ActionKind::improvement)});
    BOOST_TEST(known(dossier) == "earlier-actions ");
    dossier.earlier.push_back({period("2025"), {}});
    BOOST_TEST(known(dossier) == "");
    dossier.earlier.back().output.none = true;
    BOOST_TEST(known(dossier) == "earlier-actions ");
}

BOOST_AUTO_TEST_CASE(an_input_is_known_supplied_justified_or_missing) {
    ManagementDossier dossier;
    dossier.has_earlier = true;
    dossier.review.answers = {{ReviewInput::earlier_actions, AnswerKind::supplied, "commentaire", {}, {}},
                              {ReviewInput::audits, AnswerKind::supplied, "un audit", {}, {}},
                              {ReviewInput::resources, AnswerKind::justified, "néant", {}, {}}};
    BOOST_CHECK(standing_of(dossier, ReviewInput::earlier_actions) == InputStanding::known);
    BOOST_CHECK(standing_of(dossier, ReviewInput::audits) == InputStanding::supplied);
    BOOST_CHECK(standing_of(dossier, ReviewInput::resources) == InputStanding::justified);
    BOOST_CHECK(standing_of(dossier, ReviewInput::context) == InputStanding::missing);
    BOOST_TEST(input_standing_name(InputStanding::missing) == "missing");
    BOOST_TEST(input_standing_title(InputStanding::known).fr == "préparé par le système");
}

BOOST_AUTO_TEST_CASE(a_risk_moved_where_its_score_did_or_it_is_new) {
    Risk risk;
    risk.residual = {2, 3};
    BOOST_TEST(!(ManagedRisk{risk, Rating{3, 2}}).moved());
    BOOST_TEST((ManagedRisk{risk, Rating{3, 3}}).moved());
    BOOST_TEST((ManagedRisk{risk, {}}).moved());
    Opportunity opportunity;
    opportunity.rating = {2, 3};
    BOOST_TEST(!(ManagedOpportunity{opportunity, Rating{2, 3}}).moved());
    BOOST_TEST((ManagedOpportunity{opportunity, Rating{1, 3}}).moved());
}

BOOST_AUTO_TEST_SUITE_END()
