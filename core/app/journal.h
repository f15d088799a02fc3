// SPDX-License-Identifier: Apache-2.0
// The journal, read and proved.
#pragma once

#include <vector>

#include "app/session.h"
#include "model/journal_entry.h"

namespace cadran::app {

Result<std::vector<model::JournalEntry>> list_journal(Session& session, std::int64_t after);

struct JournalProof {
    std::int64_t entries = 0;
    Digest head;
    std::int64_t subjects = 0;        // states that were compared with the journal
    std::int64_t archived_files = 0;  // contents that were compared with their names
    Diagnostics faults;               // what does not fit, and where
};

// Recomputes every hash of the chain, compares the present state of everything with what the journal last
// said of it, and every archived content with its name.
Result<JournalProof> verify_journal(Session& session);

}  // namespace cadran::app
