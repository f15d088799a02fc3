// SPDX-License-Identifier: Apache-2.0
// Which proof of the last year stands behind each clause of the standard, and where there is none.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/clause_catalogue.h"
#include "model/evidence.h"

namespace cadran::app {

struct ClauseProof {
    model::Clause clause;
    std::vector<std::string> processes =
        {};  // in force, whose sheets cite it, a part of it, or what it is part of
    std::map<model::EvidenceKind, std::int64_t> counts =
        {};                                  // of what there is; nothing that there is none of
    bool stated = false;  // the workspace definition in force says what the clause asks to be said
    std::optional<LocalText> excluded = {};  // why it does not apply

    bool is_gap() const { return processes.empty() && counts.empty() && !stated && !excluded; }
};

struct ClauseProofs {
    LocalText standard;
    Date since;
    std::vector<ClauseProof> clauses = {};  // of the catalogue, in its order
};

// Behind a clause stands what concerns the processes that cite it, and what `evidence_behind` names whichever
// process it is of. Fails as not_found where the organisation names no standard.
Result<ClauseProofs> prove_clauses(Session& session);

}  // namespace cadran::app
