// SPDX-License-Identifier: Apache-2.0
// The checklist of an audit as one page that is filled in on a tablet where there is no network, and the file
// of answers that it gives.
#pragma once

#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "base/result.h"
#include "model/audit_dossier.h"
#include "report/audit_answers.h"

namespace cadran::report {

// One HTML file that fetches nothing and runs only its own script: items by domain, answers kept in the
// browser as they are given, and saved to a file that read_audit_answers takes.
std::string audit_checklist_html(const model::AuditDossier& dossier, const Catalogue& catalogue);

// The largest file of answers, and how many photographs of what size it may hold.
inline constexpr std::size_t greatest_answers = std::size_t{64} << 20;
inline constexpr std::size_t greatest_photo = std::size_t{4} << 20;
inline constexpr std::size_t greatest_photo_count = 500;

// Fails with every fault: what is no such file, items twice, words that are no verdict, photographs that are
// none. `file` is how messages call it.
Result<AuditSheetAnswers> read_audit_answers(std::string_view json, const std::string& file);

// The mark of such a file, its member `format`.
inline constexpr std::string_view answers_mark = "cadran-audit-answers";

}  // namespace cadran::report
