// SPDX-License-Identifier: Apache-2.0
#include "app/pack.h"

#include <algorithm>
#include <stdexcept>

#include "base/catalogue.h"
#include "base/file.h"
#include "base/text.h"
#include "format/zip_writer.h"
#include "report/indicators.h"
#include "report/management_review.h"
#include "report/review.h"

namespace cadran::app {

namespace fs = std::filesystem;

namespace {

std::string verification_steps(const Digest& key_fingerprint, std::string_view data) {
    std::string text;
    for (const Language language : {Language::french, Language::english}) {
        text += Catalogue(language).text(
                    {"app.verification_steps",
                     {{"fingerprint", key_fingerprint.hex()}, {"data", std::string(data)}}}) +
                "\n";
    }
    return text;
}

std::string sums_of(const std::vector<PackContent>& contents) {
    std::string sums;
    for (const PackContent& content : contents)
        sums += sha256(content.bytes).hex() + "  " + content.name + "\n";
    return sums;
}

// Or stumbles a list of sums, which has a name a line.
bool leads_out(const std::string& name) {
    if (name.find_first_of("\\\n\r") != std::string::npos) return true;
    const auto parts = split(name, '/');
    return std::ranges::any_of(
        parts, [](std::string_view part) { return part.empty() || part == "." || part == ".."; });
}

// The quarters and the period of every indicator, by process.
std::vector<model::Measurement> measurements_of(const model::ManagementDossier& dossier) {
    std::vector<model::Measurement> measurements;
    for (const model::ManagedProcess& process : dossier.processes) {
        for (const model::ManagedIndicator& one : process.indicators) {
            for (const model::PeriodFigure& quarter : one.quarters) {
                if (quarter.measurement) measurements.push_back(*quarter.measurement);
            }
            if (one.whole) measurements.push_back(*one.whole);
        }
    }
    return measurements;
}

}  // namespace

Result<std::vector<PackContent>> pack_contents(const model::Dossier& dossier, const calendar::Zone& zone) {
    std::vector<model::Measurement> measurements;
    for (const model::IndicatorSummary& summary : dossier.indicators) {
        measurements.insert(measurements.end(), summary.points.begin(), summary.points.end());
        if (summary.whole) measurements.push_back(*summary.whole);
    }
    std::vector<PackContent> contents;
    contents.push_back({"indicators.csv", report::indicators_csv(measurements)});
    contents.push_back({"review.en.html", report::review_html(dossier, Catalogue(Language::english), zone)});
    contents.push_back({"review.en.pdf", report::review_pdf(dossier, Catalogue(Language::english), zone)});
    contents.push_back({"review.en.xlsx", report::review_book(dossier, Catalogue(Language::english), zone)});
    contents.push_back({"review.fr.html", report::review_html(dossier, Catalogue(Language::french), zone)});
    contents.push_back({"review.fr.pdf", report::review_pdf(dossier, Catalogue(Language::french), zone)});
    contents.push_back({"review.fr.xlsx", report::review_book(dossier, Catalogue(Language::french), zone)});
    contents.push_back({std::string(review_data), report::review_json(dossier).pretty_text()});
    return contents;
}

Result<std::vector<PackContent>> pack_contents(const model::ManagementDossier& dossier,
                                               const calendar::Zone& zone, const archive::Archive& archive) {
    const Catalogue english(Language::english), french(Language::french);
    std::vector<PackContent> contents;
    for (const model::InputAnswer& answer : dossier.review.answers) {
        if (!answer.document) continue;
        auto bytes = archive.read(answer.document->digest);
        if (!bytes) return tl::unexpected(bytes.error());
        contents.push_back({answer.document->name, std::move(*bytes)});
    }
    contents.push_back({"indicators.csv", report::indicators_csv(measurements_of(dossier))});
    contents.push_back({"management-review.en.html", report::management_review_html(dossier, english, zone)});
    contents.push_back({"management-review.en.pdf", report::management_review_pdf(dossier, english, zone)});
    contents.push_back({"management-review.fr.html", report::management_review_html(dossier, french, zone)});
    contents.push_back({"management-review.fr.pdf", report::management_review_pdf(dossier, french, zone)});
    contents.push_back(
        {std::string(management_review_data), report::management_review_json(dossier).pretty_text()});
    return contents;
}

Result<std::vector<PackContent>> pack_contents(const model::AuditDossier& dossier, const calendar::Zone& zone,
                                               const std::optional<report::DocxTemplate>& own) {
    std::vector<PackContent> contents;
    for (const Language language : {Language::english, Language::french}) {
        const Catalogue catalogue(language);
        const std::string name = language == Language::english ? "audit.en." : "audit.fr.";
        auto document = report::audit_report_docx(dossier, catalogue, zone, own);
        if (!document) return tl::unexpected(document.error());
        contents.push_back({name + "docx", std::move(*document)});
        contents.push_back({name + "html", report::audit_report_html(dossier, catalogue, zone)});
        contents.push_back({name + "pdf", report::audit_report_pdf(dossier, catalogue, zone)});
    }
    contents.push_back({std::string(audit_data), report::audit_report_json(dossier).pretty_text()});
    return contents;
}

void seal(std::vector<PackContent>& contents, const SigningKey& key, std::string_view data) {
    contents.push_back({"VERIFY.txt", verification_steps(fingerprint(key.public_key()), data)});
    contents.push_back({"key.pem", pem_text(key.public_key())});
    const std::string sums = sums_of(contents);
    const Signature signature = key.sign(sums);
    contents.push_back({"SHA256SUMS", sums});
    contents.push_back({"SHA256SUMS.sig", std::string(signature.begin(), signature.end())});
}

std::vector<model::PackFile> keep_pack(const std::vector<PackContent>& contents, archive::Archive& archive) {
    std::vector<model::PackFile> files;
    for (const PackContent& content : contents) files.push_back({content.name, archive.store(content.bytes)});
    return files;
}

Result<std::vector<PackContent>> kept_pack(const std::vector<model::PackFile>& files,
                                           const archive::Archive& archive) {
    std::vector<PackContent> contents;
    for (const model::PackFile& file : files) {
        auto bytes = archive.read(file.digest);
        if (!bytes) return tl::unexpected(bytes.error());
        contents.push_back({file.name, std::move(*bytes)});
    }
    return contents;
}

Result<Json> kept_data(const std::vector<model::PackFile>& files, std::string_view name,
                       const archive::Archive& archive) {
    const auto file = std::ranges::find(files, name, &model::PackFile::name);
    if (file == files.end()) throw store::Fault(store::Fault::Kind::damaged, "a pack without its data");
    const auto bytes = archive.read(file->digest);
    if (!bytes) return tl::unexpected(bytes.error());
    return Json::parse(*bytes);
}

std::string zipped(const std::vector<PackContent>& contents) {
    format::ZipWriter zip;
    for (const PackContent& content : contents) zip.add(content.name, content.bytes);
    return zip.finish();
}

Done expect_new_folder(const fs::path& folder) {
    if (!fs::exists(folder) || (fs::is_directory(folder) && fs::is_empty(folder))) return {};
    return conflict({"app.folder_not_empty", {{"folder", folder.string()}}},
                    Message{"app.choose_a_new_folder"});
}

std::vector<fs::path> write_pack(const std::vector<PackContent>& contents, const fs::path& folder) {
    for (const PackContent& content : contents) {
        if (leads_out(content.name)) throw std::logic_error("a pack cannot hold " + content.name);
    }
    make_folder(fs::absolute(folder));
    std::vector<fs::path> written;
    for (const PackContent& content : contents) {
        make_folder(fs::absolute(folder / content.name).parent_path());
        write_durably(folder / content.name, content.bytes);
        written.push_back(folder / content.name);
    }
    return written;
}

}  // namespace cadran::app
