// SPDX-License-Identifier: Apache-2.0
// The tables of an audit's report.
#pragma once

#include "base/catalogue.h"
#include "model/audit_dossier.h"
#include "report/section_table.h"

namespace cadran::report {

// The pieces that were asked for, by domain, with what was found on each criterion.
SectionTable piece_table(const model::AuditDossier& dossier, const Catalogue& catalogue);
// What is to be resolved, by the day on which it is expected.
SectionTable resolution_calendar(const model::AuditDossier& dossier, const Catalogue& catalogue);
// This audit and those before it: recommendations by level, of this one new and repeated.
SectionTable comparison_table(const model::AuditDossier& dossier, const Catalogue& catalogue);

// The questions by domain: method, result, conclusion.
Json::Array audited_questions(const model::AuditDossier& dossier, const Catalogue& catalogue);

// `✓ conforme`, `✗ non conforme`, `– sans objet`, `? non vérifié`.
TableCell conformity_cell(model::Conformity conformity, const Catalogue& catalogue);

}  // namespace cadran::report
