// SPDX-License-Identifier: Apache-2.0
#include "model/review.h"

namespace cadran::model {

std::string_view review_state_name(ReviewState state) {
    switch (state) {
        case ReviewState::in_preparation: return "in preparation";
        case ReviewState::held: return "held";
        case ReviewState::signed_off: break;
    }
    return "signed";
}

std::optional<ReviewState> parse_review_state(std::string_view name) {
    for (const ReviewState state :
         {ReviewState::in_preparation, ReviewState::held, ReviewState::signed_off}) {
        if (review_state_name(state) == name) return state;
    }
    return {};
}

LocalText review_state_title(ReviewState state) {
    switch (state) {
        case ReviewState::in_preparation: return {"en préparation", "in preparation"};
        case ReviewState::held: return {"tenue", "held"};
        case ReviewState::signed_off: break;
    }
    return {"signée", "signed"};
}

}  // namespace cadran::model
