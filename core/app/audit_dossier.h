// SPDX-License-Identifier: Apache-2.0
// Gathers everything that the documents of an audit show.
#pragma once

#include <map>

#include "app/session.h"
#include "model/audit_dossier.h"
#include "model/organisation.h"

namespace cadran::app {

// As things stand now. The right was asked for before.
Result<model::AuditDossier> gather_audit_dossier(Session& session, const model::Audit& audit);

// Of all five levels, as the organisation calls them or else as the language does.
std::map<model::Severity, LocalText> level_titles(const model::Organisation& organisation);

}  // namespace cadran::app
