// SPDX-License-Identifier: Apache-2.0
// The page of an evidence pack: from what was asked for to each proof, by links that need no network.
#pragma once

#include <string>

#include "base/catalogue.h"
#include "calendar/zone.h"
#include "model/evidence_dossier.h"

namespace cadran::report {

// One page in the catalogue's language, to lie beside the files that it links to; no script, nothing fetched.
std::string evidence_page_html(const model::EvidenceDossier& dossier, const Catalogue& catalogue,
                               const calendar::Zone& zone);

}  // namespace cadran::report
