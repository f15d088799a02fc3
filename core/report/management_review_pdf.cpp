// SPDX-License-Identifier: Apache-2.0
#include "report/management_pages.h"
#include "report/management_review.h"

namespace cadran::report {

std::string management_review_pdf(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                                  const calendar::Zone& zone) {
    const Json view = management_view(dossier, catalogue, zone);
    const auto text = [&](const char* name) { return view.at(name).string(); };
    const model::ManagementReview& review = dossier.review;
    const model::Mark& latest =
        review.signed_off ? *review.signed_off : review.held.value_or(review.prepared);
    const PageEdges edges{
        .title = text("title"),
        .subject = text("range"),
        .foot = {text("organisation") + " – " + view.at("state").at("words").string(), text("as_of")},
        .simulation = dossier.simulated ? catalogue.text(Message{"report.simulation"}) : "",
        .appearance = dossier.appearance};
    return bound({text("title"), text("organisation"), zone.date_of(latest.at)}, edges, catalogue,
                 [&](Booklet& booklet) { ManagementPages(view, booklet).lay_out(); });
}

}  // namespace cadran::report
