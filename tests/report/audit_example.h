// SPDX-License-Identifier: Apache-2.0
// An invented audit of a delegate to be reported on.
#pragma once

#include "model/audit_dossier.h"

namespace cadran::report {

// AU-2 of Orbrelle Gestion, its final report issued: three domains, six pieces (one late, one never
// delivered, one rejected once), three questions; a strength and six recommendations, of which one is
// repeated, one contested and amended, one withdrawn. AU-1 came before.
model::AuditDossier audit_example();

// The same while it is examined: nothing is issued, nobody has answered.
model::AuditDossier provisional_audit();

// An audit that was planned and no more.
model::AuditDossier bare_audit();

// The example with every text a hostile one: markup, quotes, template tags, control characters.
model::AuditDossier hostile_audit();

// The example with 76 items: over many pages.
model::AuditDossier large_audit();

}  // namespace cadran::report
