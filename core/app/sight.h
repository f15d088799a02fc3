// SPDX-License-Identifier: Apache-2.0
// Who comes to know of which findings: asked here by whatever reads them for somebody.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/rights.h"
#include "store/finding_repository.h"

namespace cadran::app {

// What the right shows the actor: with all of it, the findings that are kept for nobody; with that of a
// confidant, those that are kept for that role. Refused where neither is theirs.
Result<store::Sight> sight_for(const Session& session, UseCase use_case);

// 32 hexadecimal digits of chance. Whoever has the records can work out what the journal would say of a
// suspicion; with these in it, its hashes do not tell them whether it does.
std::string blinding(Session& session);
// The channel of acts on what is kept for confidants: the session's, blinded where the sight reaches such
// findings.
std::string blinded_channel(Session& session, const store::Sight& sight);

// Before the actor is shown them: the journal says so of each that is kept for a confidant. Others are passed
// over.
void journal_reading(Session& session, const std::vector<model::Finding>& findings);

// The controls in force that day which keep what they find for a confidant.
Result<std::set<std::string>> confided_controls(Workspace& workspace, Date date);

}  // namespace cadran::app
