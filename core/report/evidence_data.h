// SPDX-License-Identifier: Apache-2.0
// What an evidence pack says to programs: its figures, its register of audit findings, its manifest.
// Identifiers only: no person and no record of a member.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "model/evidence_dossier.h"

namespace cadran::report {

// As `indicators_csv`; a line a run and version of a control.
std::string control_runs_csv(const std::vector<model::Run>& runs);

// Likewise; a line a finding, without its words.
std::string audit_findings_csv(const std::vector<model::AuditFinding>& findings);

// What each file is; `page` is the digest of the page that leads to them.
Json evidence_manifest(const model::EvidenceDossier& dossier, const model::EvidenceFile& page);

}  // namespace cadran::report
