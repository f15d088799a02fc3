// SPDX-License-Identifier: Apache-2.0
#include "report/audit_pages.h"
#include "report/audit_report.h"
#include "report/view.h"

namespace cadran::report {

namespace {

PageEdges audit_edges(const Json& view, const model::Appearance& appearance, bool simulated,
                      const Catalogue& catalogue) {
    const std::string& state = view.at("state").at("words").string();
    const bool provisional = view.at("provisional").boolean();
    return {.title = text_at(view, "auditee"),
            .subject = text_at(view, "subject"),
            .foot = {text_at(view, "organisation") + " – " + state, text_at(view, "as_of")},
            .draft = provisional ? state : "",
            .simulation = simulated ? catalogue.text(Message{"report.simulation"}) : "",
            .watermark = provisional ? text_at(view, "watermark") : "",
            .appearance = appearance};
}

}  // namespace

std::string audit_report_pdf(const model::AuditDossier& dossier, const Catalogue& catalogue,
                             const calendar::Zone& zone) {
    const Json view = audit_view(dossier, catalogue, zone);
    return bound({text_at(view, "title"), text_at(view, "organisation"), dossier.date},
                 audit_edges(view, dossier.appearance, dossier.simulated, catalogue), catalogue,
                 [&](Booklet& booklet) { AuditPages(view, booklet).lay_out(); });
}

}  // namespace cadran::report
