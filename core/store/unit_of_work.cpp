// SPDX-License-Identifier: Apache-2.0
#include "store/unit_of_work.h"

#include "store/journal_repository.h"

namespace cadran::store {

namespace {

std::optional<Digest> digest_of(const std::optional<Json>& state) {
    if (!state) return {};
    return sha256(state->canonical_text());
}

}  // namespace

UnitOfWork::UnitOfWork(Database& database, const Clock& clock, std::string actor, std::string channel)
    : database_(database), actor_(std::move(actor)), channel_(std::move(channel)) {
    database_.begin_writing();
    now_ = clock.now();
}

UnitOfWork::~UnitOfWork() {
    if (committed_ || !database_.in_transaction()) return;
    try {
        database_.execute("rollback");
    } catch (const Fault&) {
        // Closing the connection undoes it as well.
    }
}

void UnitOfWork::journal(const std::string& act, const std::string& subject,
                         const std::optional<Json>& before, const std::optional<Json>& after) {
    JournalRepository journal(database_);
    const JournalHead head = journal.head();
    model::JournalEntry entry;
    entry.number = head.number + 1;
    entry.time = now_;
    entry.actor = actor_;
    entry.channel = channel_;
    entry.act = act;
    entry.subject = subject;
    entry.before = digest_of(before);
    entry.after = digest_of(after);
    entry.previous = head.hash;
    journal.append(entry);
}

void UnitOfWork::commit() {
    database_.execute("commit");
    committed_ = true;
}

}  // namespace cadran::store
