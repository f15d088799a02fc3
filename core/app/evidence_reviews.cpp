// SPDX-License-Identifier: Apache-2.0
// Conclusion: what reviews concluded, as it was signed; of the proof, what they were supplied with.
#include <algorithm>

#include "app/evidence_gathering.h"
#include "store/management_review_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

using model::EvidenceKind;

void EvidenceGathering::add_reviews() {
    auto& reviews = evidence_.dossier.reviews;
    for (model::Review& review : store::ReviewRepository(database_).list()) {
        const bool listed =
            std::ranges::find(processes_, review.process, &ProcessOfScope::id) != processes_.end();
        if (!listed || !takes(EvidenceKind::process_review, review.process) ||
            !touches(review.period.first(), review.period.last()))
            continue;
        reviews.push_back({std::move(review)});
    }
    std::ranges::sort(reviews, {}, [](const model::EvidencedReview& one) {
        return std::pair(one.review.process, one.review.period.first());
    });
    for (model::EvidencedReview& one : reviews) {
        const model::Review& review = one.review;
        if (!review.signed_off) continue;
        one.files = add_pack(review.pack, "conclusion/reviews/" + review.process + "/" + review.period.text(),
                             {.path = {},
                              .kind = EvidenceKind::process_review,
                              .subject = store::subject(review),
                              .from = zone_.date_of(review.signed_off->at)});
    }
}

void EvidenceGathering::add_management_reviews() {
    auto& reviews = evidence_.dossier.management_reviews;
    if (!takes(EvidenceKind::management_review, "")) return;
    for (model::ManagementReview& review : store::ManagementReviewRepository(database_).list()) {
        if (touches(review.period.first(), review.period.last())) reviews.push_back({std::move(review)});
    }
    std::ranges::sort(reviews, {}, [](const auto& one) { return one.review.period.first(); });
    for (model::EvidencedManagementReview& one : reviews) {
        const model::ManagementReview& review = one.review;
        if (!review.signed_off) continue;
        one.files = add_pack(review.pack, "conclusion/management-reviews/" + review.period.text(),
                             {.path = {},
                              .kind = EvidenceKind::management_review,
                              .subject = store::subject(review),
                              .from = zone_.date_of(review.signed_off->at)});
        add_documents(one);
    }
}

// Of a signed review: until then an answer may be taken back.
void EvidenceGathering::add_documents(model::EvidencedManagementReview& evidenced) {
    const model::ManagementReview& review = evidenced.review;
    for (const model::InputAnswer& answer : review.answers) {
        if (!answer.document) continue;
        const std::string path =
            "proof/management-reviews/" + review.period.text() + "/" + answer.document->name;
        if (add_archived({.path = path,
                          .kind = EvidenceKind::review_document,
                          .subject = store::subject(review),
                          .from = zone_.date_of(answer.mark.at)},
                         answer.document->digest))
            evidenced.documents[answer.input] = path;
    }
}

}  // namespace cadran::app
