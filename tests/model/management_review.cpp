// SPDX-License-Identifier: Apache-2.0
#include "model/management_review.h"

#include <set>

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::model;

namespace {

const Mark by_anne{"anne.delorme", Instant{}};

ManagementReview in(ReviewState state) {
    ManagementReview review;
    review.period = *calendar::Period::parse("2026");
    review.state = state;
    return review;
}

InputAnswer answer_to(ReviewInput input, const char* text = "dit") {
    return {input, AnswerKind::supplied, text, {}, by_anne};
}

ReviewOutput output(OutputKind kind, bool none = false) {
    ReviewOutput output;
    output.kind = kind;
    output.none = none;
    output.text = "dit";
    return output;
}

std::string told(const Done& done) {
    return done ? "done" : done.error().diagnostics.front().what.id;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(management_review)

BOOST_AUTO_TEST_CASE(asks_for_the_twelve_inputs_of_the_standard) {
    std::set<std::string_view> names, clauses;
    for (const ReviewInput input : all_review_inputs) {
        BOOST_CHECK(parse_review_input(review_input_name(input)) == input);
        BOOST_TEST(!review_input_title(input).fr.empty());
        BOOST_TEST(!review_input_title(input).en.empty());
        names.insert(review_input_name(input));
        clauses.insert(review_input_clause(input));
    }
    BOOST_TEST(names.size() == 12u);
    BOOST_TEST(clauses.size() == 12u);
    BOOST_TEST(*clauses.begin() == "9.3.2 a");
    BOOST_TEST(*clauses.rbegin() == "9.3.2 f");
    BOOST_CHECK(!parse_review_input("c2"));
}

BOOST_AUTO_TEST_CASE(names_of_answers_and_outputs_are_read_as_they_are_written) {
    for (const OutputKind kind : all_output_kinds) {
        BOOST_CHECK(parse_output_kind(output_kind_name(kind)) == kind);
        BOOST_TEST(!output_kind_title(kind).fr.empty());
    }
    for (const AnswerKind kind : {AnswerKind::supplied, AnswerKind::justified})
        BOOST_CHECK(parse_answer_kind(answer_kind_name(kind)) == kind);
    BOOST_CHECK(!parse_output_kind("none"));
    BOOST_CHECK(!parse_answer_kind("known"));
}

BOOST_AUTO_TEST_CASE(takes_each_step_from_its_own_states_only) {
    const std::pair<const char*, std::function<Done(ManagementReview&)>> acts[] = {
        {"prepare", [](ManagementReview& review) { return prepare(review, by_anne); }},
        {"answer", [](ManagementReview& review) { return answer(review, answer_to(ReviewInput::audits)); }},
        {"decide", [](ManagementReview& review) { return decide(review, output(OutputKind::resources)); }},
        {"hold", [](ManagementReview& review) { return hold(review, by_anne, {"Anne Delorme"}, "Adapté."); }},
        {"sign", [](ManagementReview& review) { return sign(review, by_anne); }},
    };
    const std::map<ReviewState, std::set<std::string>> allowed{
        {ReviewState::in_preparation, {"prepare", "answer", "decide", "hold"}},
        {ReviewState::held, {"answer", "decide", "sign"}},
        {ReviewState::signed_off, {}},
    };
    for (const auto& [state, may] : allowed) {
        for (const auto& [name, act] : acts) {
            BOOST_TEST_CONTEXT(name << " from " << review_state_name(state)) {
                ManagementReview review = in(state);
                const Done done = act(review);
                BOOST_TEST(told(done) == (may.contains(name) ? "done" : "model.management_review_state"));
                if (done) continue;
                BOOST_CHECK(done.error().kind == Failure::Kind::conflict);
                BOOST_CHECK(review.state == state);
                BOOST_TEST(review.answers.empty());
                BOOST_TEST(review.outputs.empty());
                BOOST_TEST(!review.held.has_value());
                BOOST_TEST(!review.signed_off.has_value());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(goes_from_preparation_to_held_to_signed) {
    ManagementReview review = in(ReviewState::in_preparation);
    BOOST_REQUIRE(hold(review, by_anne, {"Anne Delorme", "Sophie Garnier"}, "Adapté."));
    BOOST_CHECK(review.state == ReviewState::held);
    BOOST_TEST(review.held->by == "anne.delorme");
    BOOST_TEST(review.participants.size() == 2u);
    BOOST_TEST(review.conclusion == "Adapté.");
    BOOST_REQUIRE(sign(review, by_anne));
    BOOST_CHECK(review.state == ReviewState::signed_off);
    BOOST_TEST(review.signed_off->by == "anne.delorme");
}

BOOST_AUTO_TEST_CASE(keeps_one_answer_an_input_in_the_order_of_the_inputs) {
    ManagementReview review = in(ReviewState::in_preparation);
    BOOST_REQUIRE(answer(review, answer_to(ReviewInput::resources)));
    BOOST_REQUIRE(answer(review, answer_to(ReviewInput::context)));
    BOOST_REQUIRE(answer(review, answer_to(ReviewInput::resources, "autrement")));
    BOOST_TEST(review.answers.size() == 2u);
    BOOST_CHECK(review.answers.front().input == ReviewInput::context);
    BOOST_TEST(review.answer_to(ReviewInput::resources)->text == "autrement");
    BOOST_TEST(review.answer_to(ReviewInput::audits) == nullptr);
}

BOOST_AUTO_TEST_CASE(takes_nothing_without_words) {
    for (const char* text : {"", " \n", "\xff"}) {
        ManagementReview review = in(ReviewState::in_preparation);
        BOOST_TEST(told(answer(review, answer_to(ReviewInput::audits, text))) ==
                   "model.management_review_without_words");
        ReviewOutput blank = output(OutputKind::resources);
        blank.text = text;
        BOOST_TEST(told(decide(review, blank)) == "model.management_review_without_words");
        BOOST_TEST(review.answers.empty());
        BOOST_TEST(review.outputs.empty());
    }
}

BOOST_AUTO_TEST_CASE(asks_for_a_decision_or_none_under_each_title) {
    ManagementReview review = in(ReviewState::held);
    BOOST_TEST(review.undecided().size() == 3u);
    BOOST_REQUIRE(decide(review, output(OutputKind::resources, true)));
    BOOST_REQUIRE(decide(review, output(OutputKind::improvement)));
    BOOST_REQUIRE(decide(review, output(OutputKind::improvement)));
    BOOST_CHECK((review.undecided() == std::vector{OutputKind::system_change}));
    BOOST_TEST(review.outputs.size() == 3u);
    BOOST_CHECK(review.outputs.front().kind == OutputKind::improvement);
}

BOOST_AUTO_TEST_CASE(has_no_none_beside_a_decision) {
    ManagementReview review = in(ReviewState::held);
    BOOST_REQUIRE(decide(review, output(OutputKind::resources, true)));
    BOOST_REQUIRE(decide(review, output(OutputKind::resources)));
    BOOST_TEST(review.outputs.size() == 1u);
    BOOST_TEST(!review.outputs.front().none);
    BOOST_TEST(told(decide(review, output(OutputKind::resources, true))) == "model.output_decided_already");
    BOOST_TEST(review.outputs.size() == 1u);
}

BOOST_AUTO_TEST_SUITE_END()
