// SPDX-License-Identifier: Apache-2.0
#include "base/resource.h"
#include "report/management_review.h"
#include "report/page_shell.h"
#include "report/page_template.h"

namespace cadran::report {

std::string management_review_html(const model::ManagementDossier& dossier, const Catalogue& catalogue,
                                   const calendar::Zone& zone) {
    const Json view = management_view(dossier, catalogue, zone);
    const std::string style = std::string(resource("core/report/templates/review.css")) +
                              std::string(resource("core/report/templates/management.css"));
    return page({.title = view.at("title").string(),
                 .style = style,
                 .appearance = dossier.appearance,
                 .simulated = dossier.simulated,
                 .body = filled(resource("core/report/templates/management_review.html.mustache"), view)},
                catalogue);
}

}  // namespace cadran::report
