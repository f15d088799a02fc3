// SPDX-License-Identifier: Apache-2.0
#include "store/journal_repository.h"

#include <algorithm>

namespace cadran::store {

JournalHead JournalRepository::head() {
    Rows row = database_.query("select number, hash from journal order by number desc limit 1");
    if (!row.next()) return {};
    return {row.integer(0), row.digest(1)};
}

HashKey JournalRepository::seed() {
    const Digest newest = head().hash;
    HashKey seed{};
    std::copy_n(newest.bytes.begin(), seed.size(), seed.begin());
    return seed;
}

std::vector<JournalRow> JournalRepository::list(std::int64_t after, std::int64_t limit) {
    std::vector<JournalRow> entries;
    Rows row =
        database_.query("select number, entry, hash from journal where number > $1 order by number limit $2",
                        after, limit == 0 ? -1 : limit);
    while (row.next()) entries.push_back({row.integer(0), row.text(1), row.digest(2)});
    return entries;
}

std::vector<JournalRow> JournalRepository::list_before(std::int64_t before, std::int64_t limit) {
    std::vector<JournalRow> entries;
    Rows row = database_.query(
        "select number, entry, hash from journal where number < $1 order by number desc limit $2", before,
        limit);
    while (row.next()) entries.push_back({row.integer(0), row.text(1), row.digest(2)});
    std::ranges::reverse(entries);
    return entries;
}

std::vector<JournalRow> JournalRepository::list_of(const std::string& subject) {
    std::vector<JournalRow> entries;
    // As the index has it.
    Rows row = database_.query(
        "select number, entry, hash from journal"
        " where substr(substr(entry, instr(entry, '\"subject\":\"') + 11), 1,"
        " instr(substr(entry, instr(entry, '\"subject\":\"') + 11), '\"') - 1) = $1 order by number",
        subject);
    while (row.next()) entries.push_back({row.integer(0), row.text(1), row.digest(2)});
    return entries;
}

void JournalRepository::append(const model::JournalEntry& entry) {
    database_.execute("insert into journal (number, entry, hash) values ($1, $2, $3)", entry.number,
                      entry.canonical_text(), entry.hash());
}

}  // namespace cadran::store
