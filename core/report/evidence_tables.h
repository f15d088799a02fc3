// SPDX-License-Identifier: Apache-2.0
// The tables of an evidence page, with links to the files of the pack.
#pragma once

#include <string>
#include <vector>

#include "base/catalogue.h"
#include "calendar/zone.h"
#include "model/evidence_dossier.h"
#include "report/section_table.h"

namespace cadran::report {

// Of one step; those without a row are left out.
std::vector<SectionTable> evidence_tables(const model::EvidenceDossier& dossier, model::EvidenceStep step,
                                          const Catalogue& catalogue, const calendar::Zone& zone);

// `<a href="result/measurements.csv">measurements.csv</a>`
std::string evidence_link(const std::string& path, const std::string& words);

}  // namespace cadran::report
