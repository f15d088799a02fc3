// SPDX-License-Identifier: Apache-2.0
#include "report/review.h"
#include "report/review_pages.h"

namespace cadran::report {

namespace {

const std::string& text(const Json& view, const char* name) {
    return view.at(name).string();
}

PageEdges edges_of(const Json& view, const model::Appearance& appearance, bool simulated,
                   const Catalogue& catalogue) {
    return {.title = text(view, "process"),
            .subject = text(view, "subject"),
            .foot = {text(view, "organisation") + " – " + view.at("state").at("words").string(),
                     text(view, "as_of")},
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
    return bound({text(view, "title"), text(view, "organisation"), zone.date_of(latest.at)},
                 edges_of(view, dossier.appearance, dossier.simulated, catalogue), catalogue,
                 [&](Booklet& booklet) { ReviewPages(view, booklet).lay_out(); });
}

}  // namespace cadran::report
