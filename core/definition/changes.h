// SPDX-License-Identifier: Apache-2.0
// What changed in meaning between two definitions, in the reader's language. White space, comments and the
// order of what has no order are no change.
#pragma once

#include <vector>

#include "model/change_list.h"
#include "model/clause_catalogue.h"
#include "model/organisation.h"
#include "model/process.h"

namespace cadran::definition {

// Risks are told by the levels of that scale.
std::vector<model::Change> changes(const model::Process& before, const model::Process& after,
                                   const model::RiskScale& scale, const Catalogue& catalogue);
std::vector<model::Change> changes(const model::Organisation& before, const model::Organisation& after,
                                   const Catalogue& catalogue);
std::vector<model::Change> changes(const model::ClauseCatalogue& before, const model::ClauseCatalogue& after,
                                   const Catalogue& catalogue);

}  // namespace cadran::definition
