// SPDX-License-Identifier: Apache-2.0
#include "report/audit_pages.h"
#include "report/audit_report.h"

namespace cadran::report {

namespace {

const std::string& text(const Json& view, const char* name) {
    return view.at(name).string();
}

PageEdges edges_of(const Json& view, const model::Appearance& appearance, bool simulated,
                   const Catalogue& catalogue) {
    const std::string& state = view.at("state").at("words").string();
    const bool provisional = view.at("provisional").boolean();
    return {.title = text(view, "auditee"),
            .subject = text(view, "subject"),
            .foot = {text(view, "organisation") + " – " + state, text(view, "as_of")},
            .draft = provisional ? state : "",
            .simulation = simulated ? catalogue.text(Message{"report.simulation"}) : "",
            .watermark = provisional ? text(view, "watermark") : "",
            .appearance = appearance};
}

}  // namespace

std::string audit_report_pdf(const model::AuditDossier& dossier, const Catalogue& catalogue,
                             const calendar::Zone& zone) {
    const Json view = audit_view(dossier, catalogue, zone);
    return bound({text(view, "title"), text(view, "organisation"), dossier.date},
                 edges_of(view, dossier.appearance, dossier.simulated, catalogue), catalogue,
                 [&](Booklet& booklet) { AuditPages(view, booklet).lay_out(); });
}

}  // namespace cadran::report
