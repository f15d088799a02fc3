// SPDX-License-Identifier: Apache-2.0
// The report of an audit as pages for people and as data for programs: provisional until the final report is
// issued, which every page of it says.
#pragma once

#include <optional>
#include <string>

#include "base/catalogue.h"
#include "base/json.h"
#include "base/result.h"
#include "calendar/zone.h"
#include "model/audit_dossier.h"

namespace cadran::report {

// The whole dossier. Instants are UTC, what is not known is null. The names of the members are a promise:
// they are added to, never changed.
Json audit_report_json(const model::AuditDossier& dossier);

// What the pages show, in words of the catalogue's language; pictures are SVG. Every form of the report for
// people is made of this. Moments are shown in the zone's civil time; no clock is asked.
Json audit_view(const model::AuditDossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone);

// One HTML file that needs nothing else, as review_html.
std::string audit_report_html(const model::AuditDossier& dossier, const Catalogue& catalogue,
                              const calendar::Zone& zone);

// Tagged A4 pages with contents and outline, as review_pdf.
std::string audit_report_pdf(const model::AuditDossier& dossier, const Catalogue& catalogue,
                             const calendar::Zone& zone);

// A template of the organisation's own: a .docx whose text has the places of ours.
struct DocxTemplate {
    std::string file;  // how messages call it
    std::string bytes;
};

// A document of a word processor, made from ours or from the organisation's own. Fails where that is no such
// document or has places that the report has not.
Result<std::string> audit_report_docx(const model::AuditDossier& dossier, const Catalogue& catalogue,
                                      const calendar::Zone& zone,
                                      const std::optional<DocxTemplate>& own = {});

// Why a report could not be made from it, as far as that is known before there is one.
Diagnostics audit_template_faults(const DocxTemplate& own);

// Ours, to be adapted: a .docx whose text has the places.
std::string audit_report_template();

}  // namespace cadran::report
