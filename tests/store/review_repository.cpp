// SPDX-License-Identifier: Apache-2.0
#include "store/review_repository.h"

#include <boost/test/unit_test.hpp>

#include "store/sample_store.h"
#include "store/state.h"

using namespace cadran;
using namespace cadran::store;

namespace {

using model::ReviewState;

struct Example : SampleStore {
    CycleRepository cycles{*database};
    ReviewRepository reviews{*database};

    model::Review review() {
        model::Review review;
        review.process = "pay-benefits";
        review.period = period("2026-Q3");
        review.prepared = {"claire.vasseur", now};
        return review;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review_repository, Example)

BOOST_AUTO_TEST_CASE(knows_the_newest_turn_of_a_process) {
    cycles.insert({"pay-benefits", 1, period("2026-Q3"), model::Stage::closed, 5});
    cycles.insert({"pay-benefits", 2, period("2026-Q4"), model::Stage::plan, 1});
    BOOST_TEST(cycles.newest("pay-benefits")->number == 2);
    BOOST_CHECK(cycles.newest("pay-benefits")->period == period("2026-Q4"));
    BOOST_TEST(!cycles.newest("complaints").has_value());
    BOOST_TEST(cycles.list().size() == 2u);
}

BOOST_AUTO_TEST_CASE(moves_a_turn_at_the_expected_revision_only) {
    model::Cycle cycle{"pay-benefits", 1, period("2026-Q3"), model::Stage::plan, 1};
    cycles.insert(cycle);
    cycle.stage = model::Stage::execute;
    cycle.revision = 2;
    BOOST_TEST(!cycles.update(cycle, 7));
    BOOST_CHECK(cycles.newest("pay-benefits")->stage == model::Stage::plan);
    BOOST_TEST(cycles.update(cycle, 1));
    BOOST_CHECK(cycles.newest("pay-benefits")->stage == model::Stage::execute);
}

BOOST_AUTO_TEST_CASE(gives_a_review_back_as_it_was) {
    model::Review review = this->review();
    reviews.insert(review);
    BOOST_TEST(state(reviews.find("pay-benefits", period("2026-Q3")).value()).canonical_text() ==
               state(review).canonical_text());
    BOOST_TEST(!reviews.find("pay-benefits", period("2026-Q4")).has_value());
    BOOST_CHECK(fault_of([&] { reviews.insert(review); }) == Fault::Kind::unique);
}

BOOST_AUTO_TEST_CASE(updates_a_review_at_the_expected_revision_only) {
    model::Review review = this->review();
    reviews.insert(review);
    review.state = ReviewState::held;
    review.held = model::Mark{"claire.vasseur", now};
    review.participants = {"Claire Vasseur", "Hugo Lemaire"};
    review.conclusion = "Objectif atteint.";
    review.revision = 2;
    BOOST_TEST(!reviews.update(review, 2));
    BOOST_TEST(reviews.update(review, 1));
    BOOST_TEST(state(reviews.list().at(0)).canonical_text() == state(review).canonical_text());
}

BOOST_AUTO_TEST_CASE(freezes_a_signed_review) {
    model::Review review = this->review();
    reviews.insert(review);
    review.state = ReviewState::signed_off;
    review.signed_off = model::Mark{"claire.vasseur", now};
    review.pack = {{"review.json", sha256("pack")}};
    review.revision = 2;
    BOOST_REQUIRE(reviews.update(review, 1));
    review.conclusion = "autre";
    BOOST_CHECK(fault_of([&] { reviews.update(review, 2); }) == Fault::Kind::check);
    BOOST_TEST(reviews.list().at(0).conclusion.empty());
}

BOOST_AUTO_TEST_CASE(says_what_it_cannot_read) {
    cycles.insert({"pay-benefits", 1, period("2026-Q3"), model::Stage::plan, 1});
    model::Review review = this->review();
    reviews.insert(review);
    database->execute("update cycle set stage = 'unheard of'");
    database->execute("update review set state = 'unheard of'");
    BOOST_CHECK(fault_of([&] { cycles.list(); }) == Fault::Kind::damaged);
    BOOST_CHECK(fault_of([&] { reviews.list(); }) == Fault::Kind::damaged);
}

BOOST_AUTO_TEST_SUITE_END()
