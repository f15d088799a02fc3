// SPDX-License-Identifier: Apache-2.0
#include "report/review.h"
#include "report/review_pages.h"

namespace cadran::report {

std::string review_pdf(const model::Dossier& dossier, const Catalogue& catalogue,
                       const calendar::Zone& zone) {
    const Json view = review_view(dossier, catalogue, zone);
    const model::Review& review = dossier.review;
    const model::Mark& latest =
        review.signed_off ? *review.signed_off : review.held.value_or(review.prepared);
    const Date date = zone.date_of(latest.at);
    // Which sections there are, then on which pages they begin once the contents stand before them.
    std::vector<ContentsLine> contents;
    int pages = 1;
    for (int pass = 0; pass < 2; ++pass) {
        ReviewPages draft(view, dossier.appearance, dossier.simulated, date, catalogue, contents, pages);
        pages = draft.lay_out();
        contents = draft.sections();
    }
    ReviewPages whole(view, dossier.appearance, dossier.simulated, date, catalogue, contents, pages);
    whole.lay_out();
    return whole.finish();
}

}  // namespace cadran::report
