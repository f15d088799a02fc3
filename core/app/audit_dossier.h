// SPDX-License-Identifier: Apache-2.0
// Gathers everything that the documents of an audit show.
#pragma once

#include "app/session.h"
#include "model/audit_dossier.h"

namespace cadran::app {

// As things stand now. The right was asked for before.
Result<model::AuditDossier> gather_audit_dossier(Session& session, const model::Audit& audit);

}  // namespace cadran::app
