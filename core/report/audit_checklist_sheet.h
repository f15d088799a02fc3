// SPDX-License-Identifier: Apache-2.0
// The checklist of an audit as a spreadsheet: items out, verdicts, methods, results and conclusions to be
// filled in where there is no network, and back.
#pragma once

#include <filesystem>
#include <string_view>

#include "base/catalogue.h"
#include "base/result.h"
#include "model/audit_dossier.h"
#include "report/audit_answers.h"

namespace cadran::report {

// One row an item; only the cells to fill in can be changed. A sheet of its own holds what the answers were
// when it was made.
void write_audit_checklist(const model::AuditDossier& dossier, const Catalogue& catalogue,
                           const std::filesystem::path& file);

// Verdicts are read in either language. Fails with every fault, each with its cell: words that are no
// verdict, locked cells that were changed, items twice, unknown or missing.
Result<AuditSheetAnswers> read_audit_checklist(const std::filesystem::path& file);

// The verdict of that name or of those words, in either language, whatever their case and accents.
std::optional<model::Conformity> conformity_in(std::string_view text);

// How many columns stand before those to fill in; the first one has the item.
inline constexpr std::size_t checklist_columns = 6;
// In the place of the verdict on a criterion that the item is not judged on.
inline constexpr std::string_view not_asked = "-";
// The mark in the first cell of the sheet that holds what the answers were.
inline constexpr std::string_view checklist_mark = "cadran-audit-checklist";

}  // namespace cadran::report
