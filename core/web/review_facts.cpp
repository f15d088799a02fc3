// SPDX-License-Identifier: Apache-2.0
#include "web/review_facts.h"

#include "report/words.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

// A turn that is not yet in Act has no review to prepare: what comes before it is told.
Message standing_words(const app::ListedReview& one) {
    if (one.state) return {"web.review_state", {{"state", model::review_state_title(*one.state)}}};
    if (one.stage == model::Stage::act) return {"web.to_be_prepared"};
    return {"web.turn_goes_on"};
}

}  // namespace

Json::Object review_facts(const app::ListedReview& review, const Catalogue& catalogue) {
    return {{"due", catalogue.date(review.due)},
            {"late", catalogue.text(Message{"web.late"})},
            {"overdue", review.overdue},
            {"period", report::period_words(review.period, catalogue)},
            {"place", review_address({review.process, review.period})},
            {"state", catalogue.text(standing_words(review))},
            {"state_name", review.state ? model::review_state_name(*review.state) : "none"}};
}

}  // namespace cadran::web
