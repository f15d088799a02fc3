// SPDX-License-Identifier: Apache-2.0
// The sampling statements of an audit's report: population, method, seed, sample, and what was seen of it.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "base/json.h"
#include "calendar/zone.h"
#include "model/audit_dossier.h"

namespace cadran::report {

// A group of entries that look like the questions that were examined; nothing where nothing was drawn.
Json::Array audit_samplings(const model::AuditDossier& dossier, const Catalogue& catalogue,
                            const calendar::Zone& zone);

}  // namespace cadran::report
