// SPDX-License-Identifier: Apache-2.0
// The journal, read and proved.
#pragma once

#include <optional>
#include <vector>

#include "app/session.h"
#include "model/journal_entry.h"

namespace cadran::app {

struct ListedEntry {
    model::JournalEntry entry;
    // None where the entry tells of a finding that is kept for a confidant from whom it is withheld: then
    // neither its subject nor any hash by which a guess could be tried is in `entry`.
    std::optional<Digest> hash = {};
};

// The subject of entries that do not say which finding they tell of.
inline constexpr const char* withheld_subject = "finding/confided";

// Entries after that number. Whoever sees nothing but what is kept for their role is shown what was done with
// that, every reading included, and nothing else.
Result<std::vector<ListedEntry>> list_journal(Session& session, std::int64_t after);

struct SearchJournal {
    std::string actor = {};    // account
    std::string subject = {};  // `action/12`, or `action`
    std::string act = {};      // `action.decide`, or `action`
    std::optional<Date> from = {};
    std::optional<Date> to = {};             // included
    std::optional<std::int64_t> below = {};  // number; none: from the newest on
    std::int64_t most = 100;
};

struct FoundEntries {
    std::vector<ListedEntry> entries;  // newest first; without the hash of the entry before each
    std::int64_t all = 0;              // that pass, whatever the number
    bool has_earlier = false;
};

// As list_journal, but of what is asked for alone. An entry whose subject is withheld is not found by it.
Result<FoundEntries> search_journal(Session& session, const SearchJournal& command);

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
