// SPDX-License-Identifier: Apache-2.0
// The hash-chained journal as stored.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/journal_entry.h"
#include "store/database.h"

namespace cadran::store {

// The newest entry; number 0 and zeros where there is none.
struct JournalHead {
    std::int64_t number = 0;
    Digest hash;
};

// A stored entry: its canonical text and the hash that stands beside it.
struct JournalRow {
    std::int64_t number = 0;
    std::string entry;
    Digest hash;
};

// Empty members let everything pass.
struct JournalFilter {
    std::string actor = {};
    std::string subject = {};  // whole, `action/12`, or its kind alone, `action`
    std::string act = {};      // whole, `action.decide`, or its first part alone, `action`
    std::optional<Instant> from = {};
    std::optional<Instant> before = {};         // not included
    std::vector<std::string> of_subjects = {};  // only entries on one of these, where any is named
};

class JournalRepository {
  public:
    explicit JournalRepository(Database& database) : database_(database) {}

    JournalHead head();
    // Of samples that are drawn now: the first half of the head, which nobody chooses.
    HashKey seed();
    // Entries after that number, oldest first, at most `limit`; 0 for no limit.
    std::vector<JournalRow> list(std::int64_t after, std::int64_t limit);
    // Entries below that number which pass the filter, newest first, at most `limit`.
    std::vector<JournalRow> newest(const JournalFilter& filter, std::int64_t below, std::int64_t limit);
    std::int64_t count(const JournalFilter& filter);
    // Only a unit of work appends.
    void append(const model::JournalEntry& entry);

  private:
    Database& database_;
};

}  // namespace cadran::store
