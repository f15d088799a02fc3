// SPDX-License-Identifier: Apache-2.0
#include "store/management_review_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

using model::ReviewState;

struct Example : SampleStore {
    ManagementReviewRepository reviews{*database};

    model::ManagementReview review() {
        model::ManagementReview review;
        review.period = period("2026");
        review.prepared = {"claire.vasseur", now};
        return review;
    }

    // With something in every member.
    model::ManagementReview whole() {
        model::ManagementReview review = this->review();
        const model::Mark mark{"claire.vasseur", now};
        review.answers = {
            {model::ReviewInput::context, model::AnswerKind::justified, "rien de nouveau", {}, mark},
            {model::ReviewInput::audits, model::AnswerKind::supplied, "un audit",
             model::PackFile{"document-audits.pdf", sha256("rapport")}, mark}};
        review.outputs = {{model::OutputKind::improvement, false, "Former", "pay-benefits", "claire.vasseur",
                           day("2027-03-31"), 3, mark},
                          {model::OutputKind::resources, true, "assez", "", "", {}, 0, mark}};
        review.state = ReviewState::held;
        review.held = mark;
        review.participants = {"Anne Delorme"};
        review.conclusion = "Adapté.";
        review.revision = 2;
        return review;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(management_review_repository, Example)

BOOST_AUTO_TEST_CASE(gives_a_review_back_as_it_was) {
    model::ManagementReview review = this->review();
    reviews.insert(review);
    BOOST_TEST(review.number == 1);
    model::ManagementReview whole = this->whole();
    whole.number = review.number;
    BOOST_TEST(!reviews.update(whole, 2));
    BOOST_TEST(reviews.update(whole, 1));
    const auto found = reviews.find(period("2026")).value();
    BOOST_TEST(state(found).canonical_text() == state(whole).canonical_text());
    BOOST_TEST(state(reviews.list().at(0)).canonical_text() == state(whole).canonical_text());
    BOOST_TEST(found.answers.at(1).document->name == "document-audits.pdf");
    BOOST_CHECK(found.outputs.at(0).due == day("2027-03-31"));
    BOOST_TEST(subject(found) == "management-review/2026");
    BOOST_TEST(!reviews.find(period("2027")).has_value());
}

BOOST_AUTO_TEST_CASE(keeps_one_review_a_period) {
    model::ManagementReview review = this->review(), second = review;
    reviews.insert(review);
    BOOST_CHECK(fault_of([&] { reviews.insert(second); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_CASE(freezes_a_signed_review) {
    model::ManagementReview review = this->review();
    reviews.insert(review);
    review.state = ReviewState::signed_off;
    review.signed_off = model::Mark{"claire.vasseur", now};
    review.pack = {{"management-review.json", sha256("pack")}};
    review.revision = 2;
    BOOST_REQUIRE(reviews.update(review, 1));
    review.conclusion = "autre";
    BOOST_CHECK(fault_of([&] { reviews.update(review, 2); }) == Fault::Kind::check);
    BOOST_TEST(reviews.list().at(0).conclusion.empty());
    BOOST_TEST(reviews.list().at(0).pack.size() == 1u);
}

BOOST_AUTO_TEST_CASE(says_what_it_cannot_read) {
    model::ManagementReview review = this->review();
    reviews.insert(review);
    for (
        const char* damage :
        {"state = 'unheard of'", "answers = '[{}]'", "outputs = 'x'", "period = 'later'",
         R"(outputs = '[{"action":0,"due":null,"kind":"x","mark":{},"none":true,"owner":"","process":"","text":""}]')"}) {
        database->execute("begin");
        database->execute(std::string("update management_review set ") + damage);
        BOOST_CHECK_MESSAGE(fault_of([&] { reviews.list(); }) == Fault::Kind::damaged, damage);
        database->execute("rollback");
    }
}

BOOST_AUTO_TEST_SUITE_END()
