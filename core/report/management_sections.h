// SPDX-License-Identifier: Apache-2.0
// What the page of the management review says of each of its inputs.
#pragma once

#include "calendar/zone.h"
#include "model/management_dossier.h"
#include "report/section_table.h"

namespace cadran::report {

SectionContent management_section(const model::ManagementDossier& dossier, model::ReviewInput input,
                                  const Catalogue& catalogue);

// Those that are made of figures of the processes.
SectionContent satisfaction_section(const model::ManagementDossier& dossier, const Catalogue& catalogue);
SectionContent objective_section(const model::ManagementDossier& dossier, const Catalogue& catalogue);
SectionContent performance_section(const model::ManagementDossier& dossier, const Catalogue& catalogue);
SectionContent monitoring_section(const model::ManagementDossier& dossier, const Catalogue& catalogue);

// Those that are made of audits.
SectionContent audit_section(const model::ManagementDossier& dossier, const Catalogue& catalogue);
SectionContent provider_section(const model::ManagementDossier& dossier, const Catalogue& catalogue);

}  // namespace cadran::report
