// SPDX-License-Identifier: Apache-2.0
// One write transaction with the journal entries that tell of it: commit or nothing.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/json.h"
#include "model/journal_entry.h"
#include "model/mark.h"
#include "store/database.h"

namespace cadran::store {

class UnitOfWork {
  public:
    // Waits for other writers. `actor` is an account, `channel` the face through which they came.
    UnitOfWork(Database& database, const Clock& clock, std::string actor, std::string channel);
    // Undoes everything that was not committed.
    ~UnitOfWork();
    UnitOfWork(const UnitOfWork&) = delete;
    UnitOfWork& operator=(const UnitOfWork&) = delete;

    Database& database() { return database_; }
    const std::string& actor() const { return actor_; }
    // The one instant of everything in it.
    Instant now() const { return now_; }

    // That the actor did it, now.
    model::Mark mark() const { return {actor_, now_}; }

    // Adds an entry to the chain: the canonical states of the subject before and after the act; none where it
    // did not exist before, and no state after an act that leaves the store as it is.
    void journal(const std::string& act, const std::string& subject, const std::optional<Json>& before,
                 const std::optional<Json>& after);

    // Durable when it returns.
    void commit();

  private:
    Database& database_;
    std::string actor_;
    std::string channel_;
    Instant now_;
    bool committed_ = false;
};

}  // namespace cadran::store
