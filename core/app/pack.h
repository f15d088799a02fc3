// SPDX-License-Identifier: Apache-2.0
// The signed pack of a review, of a process or of the management: files that anyone can check with public
// tools alone.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/workspace.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/audit_dossier.h"
#include "model/management_dossier.h"
#include "model/review.h"
#include "report/audit_report.h"

namespace cadran::app {

// The file of a pack that holds the data of the review.
inline constexpr std::string_view review_data = "review.json";
inline constexpr std::string_view management_review_data = "management-review.json";
inline constexpr std::string_view audit_data = "audit.json";

struct PackContent {
    std::string name;  // may have folders: `method/pay-benefits/1/sheet.html`
    std::string bytes;
};

// The pages, the data and the figures of the dossier, without signature.
Result<std::vector<PackContent>> pack_contents(const model::Dossier& dossier, const calendar::Zone& zone);
// With the documents that were supplied.
Result<std::vector<PackContent>> pack_contents(const model::ManagementDossier& dossier,
                                               const calendar::Zone& zone, const archive::Archive& archive);

// The report of an audit; its text documents from the organisation's own template where there is one.
Result<std::vector<PackContent>> pack_contents(const model::AuditDossier& dossier, const calendar::Zone& zone,
                                               const std::optional<report::DocxTemplate>& own);

// Adds the public key, the steps of verification, the list of SHA-256 sums and its Ed25519 signature. `data`
// is the file among them that holds the journal's head.
void seal(std::vector<PackContent>& contents, const SigningKey& key, std::string_view data = review_data);

// Its files, durable in the archive.
std::vector<model::PackFile> keep_pack(const std::vector<PackContent>& contents, archive::Archive& archive);
// Fails where a file is not there any more, or was altered.
Result<std::vector<PackContent>> kept_pack(const std::vector<model::PackFile>& files,
                                           const archive::Archive& archive);
// The data that stands in a kept pack under that name.
Result<Json> kept_data(const std::vector<model::PackFile>& files, std::string_view name,
                       const archive::Archive& archive);

// All of it as one zip file.
std::string zipped(const std::vector<PackContent>& contents);

// A pack is written into a new or empty folder only.
Done expect_new_folder(const std::filesystem::path& folder);
// Names with forward slashes stand in sub-folders. A name that leads out of the folder throws
// std::logic_error before anything is written.
std::vector<std::filesystem::path> write_pack(const std::vector<PackContent>& contents,
                                              const std::filesystem::path& folder);

}  // namespace cadran::app
