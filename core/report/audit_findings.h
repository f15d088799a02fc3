// SPDX-License-Identifier: Apache-2.0
// What the report of an audit says of its findings.
#pragma once

#include "base/catalogue.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/audit_dossier.h"

namespace cadran::report {

// `strengths`; `groups` of what asks for an answer, the gravest first, each of one kind and level;
// `divergences` and `withdrawn`; for each a `has_` as well.
Json::Object audit_findings(const model::AuditDossier& dossier, const Catalogue& catalogue,
                            const calendar::Zone& zone);

// `moyen`, as the organisation calls it.
std::string level_words(model::Severity level, const model::AuditDossier& dossier,
                        const Catalogue& catalogue);

}  // namespace cadran::report
