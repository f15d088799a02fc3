// SPDX-License-Identifier: Apache-2.0
#include "report/audit_pages.h"
#include "report/audit_report.h"

namespace cadran::report {

std::string audit_report_pdf(const model::AuditDossier& dossier, const Catalogue& catalogue,
                             const calendar::Zone& zone) {
    const Json view = audit_view(dossier, catalogue, zone);
    // Which chapters there are, then on which pages they begin once the contents stand before them.
    std::vector<AuditPages::Chapter> contents;
    int pages = 1;
    for (int pass = 0; pass < 2; ++pass) {
        AuditPages draft(view, dossier.appearance, dossier.simulated, dossier.date, catalogue, contents,
                         pages);
        pages = draft.lay_out();
        contents = draft.chapters();
    }
    AuditPages whole(view, dossier.appearance, dossier.simulated, dossier.date, catalogue, contents, pages);
    whole.lay_out();
    return whole.finish();
}

}  // namespace cadran::report
