// SPDX-License-Identifier: Apache-2.0
#include "report/review.h"
#include "report/review_pages.h"
#include "report/view.h"

namespace cadran::report {

namespace {

PageEdges review_edges(const Json& view, const model::Appearance& appearance, bool simulated,
                       const Catalogue& catalogue) {
    return {.title = text_at(view, "process"),
            .subject = text_at(view, "subject"),
            .foot = {text_at(view, "organisation") + " – " + view.at("state").at("words").string(),
                     text_at(view, "as_of")},
            .simulation = simulated ? catalogue.text(Message{"report.simulation"}) : "",
            .appearance = appearance};
}

}  // namespace

std::string review_pdf(const model::Dossier& dossier, const Catalogue& catalogue,
                       const calendar::Zone& zone) {
    const Json view = review_view(dossier, catalogue, zone);
    const model::Review& review = dossier.review;
    const model::Mark& latest =
        review.signed_off ? *review.signed_off : review.held.value_or(review.prepared);
    return bound({text_at(view, "title"), text_at(view, "organisation"), zone.date_of(latest.at)},
                 review_edges(view, dossier.appearance, dossier.simulated, catalogue), catalogue,
                 [&](Booklet& booklet) { ReviewPages(view, booklet).lay_out(); });
}

}  // namespace cadran::report
