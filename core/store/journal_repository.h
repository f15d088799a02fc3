// SPDX-License-Identifier: Apache-2.0
// The hash-chained journal as stored.
#pragma once

#include <functional>
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

class JournalRepository {
  public:
    explicit JournalRepository(Database& database) : database_(database) {}

    JournalHead head();
    // Of samples that are drawn now: the first half of the head, which nobody chooses.
    HashKey seed();
    // Entries after that number, oldest first, at most `limit`; 0 for no limit.
    std::vector<JournalRow> list(std::int64_t after, std::int64_t limit);
    // The newest of those before that number, at most `limit`, oldest first.
    std::vector<JournalRow> list_before(std::int64_t before, std::int64_t limit);
    // All that tell of that subject, oldest first.
    std::vector<JournalRow> list_of(const std::string& subject);
    // Only a unit of work appends.
    void append(const model::JournalEntry& entry);

  private:
    Database& database_;
};

}  // namespace cadran::store
