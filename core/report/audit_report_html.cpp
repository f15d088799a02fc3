// SPDX-License-Identifier: Apache-2.0
#include "base/resource.h"
#include "report/audit_report.h"
#include "report/page_shell.h"
#include "report/page_template.h"

namespace cadran::report {

std::string audit_report_html(const model::AuditDossier& dossier, const Catalogue& catalogue,
                              const calendar::Zone& zone) {
    const Json view = audit_view(dossier, catalogue, zone);
    return page({.title = view.at("title").string(),
                 .style = std::string(resource("core/report/templates/review.css")) +
                          std::string(resource("core/report/templates/audit.css")),
                 .appearance = dossier.appearance,
                 .simulated = dossier.simulated,
                 .body = filled(resource("core/report/templates/audit_report.html.mustache"), view)},
                catalogue);
}

}  // namespace cadran::report
