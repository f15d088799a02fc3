// SPDX-License-Identifier: Apache-2.0
#include "base/resource.h"
#include "report/audit_report.h"
#include "report/docx_template.h"

namespace cadran::report {

namespace {

// The document that an organisation may adapt and give back.
std::vector<DocxPart> default_parts() {
    const auto part = [](std::string name, std::string_view file) {
        return DocxPart{std::move(name),
                        std::string(resource("core/report/templates/audit_docx/" + std::string(file)))};
    };
    return {part("[Content_Types].xml", "content_types.xml"),
            part("_rels/.rels", "package_rels.xml"),
            part("word/_rels/document.xml.rels", "document_rels.xml"),
            part("word/document.xml", "document.xml"),
            part("word/footer1.xml", "footer1.xml"),
            part("word/header1.xml", "header1.xml"),
            part("word/styles.xml", "styles.xml")};
}

// What our own pages and document have. Values are text: none of them becomes markup.
std::set<std::string> known_places() {
    std::set<std::string> places = places_of(resource("core/report/templates/audit_report.html.mustache"));
    for (const DocxPart& part : default_parts()) places.merge(places_of(part.bytes));
    std::erase_if(places, [](const std::string& place) { return place.starts_with('{'); });
    return places;
}

}  // namespace

std::string audit_report_template() {
    return docx_of(default_parts());
}

Result<std::string> audit_report_docx(const model::AuditDossier& dossier, const Catalogue& catalogue,
                                      const calendar::Zone& zone, const std::optional<DocxTemplate>& own) {
    std::vector<DocxPart> parts = default_parts();
    if (own) {
        auto read = read_docx(own->bytes, own->file);
        if (!read) return tl::unexpected(std::move(read.error()));
        parts = std::move(*read);
    }
    Json::Object view = audit_view(dossier, catalogue, zone).object();
    view["simulated"] = dossier.simulated;
    view["simulation"] = catalogue.text(Message{"report.simulation"});
    return filled_docx(std::move(parts), own ? own->file : "audit.docx", view, known_places());
}

Diagnostics audit_template_faults(const DocxTemplate& own) {
    const auto zone = calendar::Zone::named("UTC");
    constexpr Date any_day = std::chrono::year{2000} / std::chrono::January / 1;
    model::AuditDossier dossier;
    dossier.date = dossier.audit.from = dossier.audit.to = any_day;
    for (const model::Severity severity : model::all_severities)
        dossier.levels[severity] = model::severity_title(severity);
    const auto made = audit_report_docx(dossier, Catalogue(Language::english), *zone, own);
    return made ? Diagnostics{} : made.error().diagnostics;
}

}  // namespace cadran::report
