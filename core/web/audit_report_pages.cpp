// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/audit_report.h"
#include "base/text.h"
#include "report/words.h"
#include "web/audit_desk.h"
#include "web/audit_pages.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array report_labels{"web.report_files", "web.whole_report", "web.report_not_frozen",
                                   "web.report_verify", "web.report_frozen"};

// What the files of a report are, by how their names end.
struct KnownFile {
    std::string_view ending;
    const char* title;
    std::string_view type;
};

constexpr std::array known_files{
    KnownFile{".fr.pdf", "web.file_pdf_fr", "application/pdf"},
    KnownFile{".en.pdf", "web.file_pdf_en", "application/pdf"},
    KnownFile{".fr.docx", "web.file_docx_fr",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    KnownFile{".en.docx", "web.file_docx_en",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
    KnownFile{".fr.html", "web.file_html_fr", "text/html; charset=utf-8"},
    KnownFile{".en.html", "web.file_html_en", "text/html; charset=utf-8"},
    KnownFile{".json", "web.file_json", "application/json"},
};

const KnownFile* known_file(std::string_view name) {
    const auto found =
        std::ranges::find_if(known_files, [&](const KnownFile& one) { return name.ends_with(one.ending); });
    return found == known_files.end() ? nullptr : &*found;
}

// Of files that came from outside.
constexpr std::string_view received_prefix = "received-";

// What is asked for as `report.zip` is all of them.
constexpr std::string_view whole_report = "report.zip";

// The names of the files, without making any: of a draft they are always the same.
std::vector<std::string> report_names(const AuditDesk& desk) {
    const model::Audit& audit = desk.audit();
    const auto& issued =
        audit.final_report.empty() && desk.is_contact ? audit.provisional_report : audit.final_report;
    std::vector<std::string> names;
    for (const model::PackFile& file : issued) names.push_back(file.name);
    if (!names.empty()) return names;
    for (const KnownFile& one : known_files) names.push_back(fmt::format("audit{}", one.ending));
    // What somebody outside handed over stands beside ours from the first report on.
    for (const model::PackFile& file : audit.provisional_report) {
        if (file.name.starts_with(received_prefix)) names.push_back(file.name);
    }
    return names;
}

// Those that people read first, in their order; what proves them only with all the rest.
Json::Array report_rows(const AuditDesk& desk, const Catalogue& catalogue) {
    const std::vector<std::string> names = report_names(desk);
    Json::Array rows;
    const auto add = [&](const std::string& name, const std::string& title) {
        rows.push_back(Json::Object{
            {"name", name}, {"place", desk.place("/report/" + percent_encoded(name))}, {"title", title}});
    };
    for (const KnownFile& one : known_files) {
        for (const std::string& name : names) {
            if (name.starts_with("audit") && name.ends_with(one.ending))
                add(name, catalogue.text(Message{one.title}));
        }
    }
    for (const std::string& name : names) {
        if (name.starts_with(received_prefix)) add(name, catalogue.text(Message{"web.file_received"}));
    }
    return rows;
}

}  // namespace

Result<Response> audit_report_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    const model::Audit& audit = desk->audit();
    if (desk->is_contact && audit.provisional_report.empty()) {
        const auto refusal = app::report_to_read(session, audit.number);
        if (!refusal) return tl::unexpected(refusal.error());
    }
    Json::Object view{
        {"is_final", !audit.final_report.empty()},
        {"is_draft", audit.final_report.empty()},
        {"label", report::labels(report_labels, catalogue)},
        {"rows", report_rows(*desk, catalogue)},
        {"whole_place", desk->place(fmt::format("/report/{}", whole_report))},
    };
    return framed_audit(*desk, {.tab = AuditTab::report, .body = filled_template("audit_report", view)},
                        request, session);
}

Result<Response> audit_report_file(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    const auto contents = app::report_to_read(session, desk->audit().number);
    if (!contents) return tl::unexpected(contents.error());
    const std::string name = request.parameter("document");
    const std::string audit = model::audit_name(desk->audit());
    if (name == whole_report)
        return attachment(fmt::format("{}.zip", audit), "application/zip", app::zipped(*contents));
    const auto found = std::ranges::find(*contents, name, &app::PackContent::name);
    if (found == contents->end()) return not_found({"web.no_such_file", {{"file", name}}});
    const KnownFile* known = known_file(name);
    return attachment(fmt::format("{}-{}", audit, name),
                      known == nullptr ? "application/octet-stream" : known->type, found->bytes);
}

}  // namespace cadran::web
