// SPDX-License-Identifier: Apache-2.0
// What a review looks at besides figures, controls and actions, for its page.
#pragma once

#include "base/catalogue.h"
#include "base/json.h"
#include "model/review.h"

namespace cadran::report {

// Members: `sheet_changes`, `proposals`, `quality`, `nonconformities`, `risks`, `resources`, `decisions`,
// each with its `has_…`.
Json::Object matter_section(const model::Dossier& dossier, const Catalogue& catalogue);

// Whether the review took it as one of its own.
bool is_decided_in(const model::Review& review, const model::Action& action);

// `Relever la cible de 95 % à 97 %` and why.
std::string proposal_words(const model::Indicator& indicator, const model::ObjectiveProposal& proposal,
                           const Catalogue& catalogue, const Currency& currency = {});

// The same for programs, by the names of the members of `review.json`.
Json::Object matter_json(const model::Dossier& dossier);
Json proposal_json(const std::optional<model::ObjectiveProposal>& proposal);

}  // namespace cadran::report
