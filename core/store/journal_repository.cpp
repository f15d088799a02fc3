// SPDX-License-Identifier: Apache-2.0
#include "store/journal_repository.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

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

namespace {

constexpr std::string_view passing =
    "($1 = '' or json_extract(entry, '$.actor') = $1) "
    "and ($2 = '' or json_extract(entry, '$.subject') = $2 "
    "or (instr($2, '/') = 0 and json_extract(entry, '$.subject') like $2 || '/%')) "
    "and ($3 = '' or json_extract(entry, '$.act') = $3 "
    "or (instr($3, '.') = 0 and json_extract(entry, '$.act') like $3 || '.%')) "
    "and ($4 is null or substr(json_extract(entry, '$.time'), 1, 19) >= substr($4, 1, 19)) "
    "and ($5 is null or substr(json_extract(entry, '$.time'), 1, 19) < substr($5, 1, 19)) "
    "and ($6 is null or json_extract(entry, '$.subject') in (select value from json_each($6)))";

std::optional<std::string> iso_of(const std::optional<Instant>& instant) {
    return instant ? std::optional(iso_text(*instant)) : std::nullopt;
}

// A list that SQL reads; none where nothing is named.
std::optional<std::string> list_of(const std::vector<std::string>& names) {
    if (names.empty()) return {};
    return Json(Json::Array(names.begin(), names.end())).canonical_text();
}

// `%` and `_` would stand for anything.
std::string without_patterns(std::string text) {
    std::erase_if(text, [](char c) { return c == '%' || c == '_'; });
    return text;
}

}  // namespace

std::vector<JournalRow> JournalRepository::newest(const JournalFilter& filter, std::int64_t below,
                                                  std::int64_t limit) {
    static const std::string sql = fmt::format(
        "select number, entry, hash from journal where {} and number < $7 order by number desc limit $8",
        passing);
    std::vector<JournalRow> entries;
    Rows row = database_.query(sql, filter.actor, without_patterns(filter.subject),
                               without_patterns(filter.act), iso_of(filter.from), iso_of(filter.before),
                               list_of(filter.of_subjects), below, limit);
    while (row.next()) entries.push_back({row.integer(0), row.text(1), row.digest(2)});
    return entries;
}

std::int64_t JournalRepository::count(const JournalFilter& filter) {
    static const std::string sql = fmt::format("select count(*) from journal where {}", passing);
    Rows row =
        database_.query(sql, filter.actor, without_patterns(filter.subject), without_patterns(filter.act),
                        iso_of(filter.from), iso_of(filter.before), list_of(filter.of_subjects));
    row.next();
    return row.integer(0);
}

void JournalRepository::append(const model::JournalEntry& entry) {
    database_.execute("insert into journal (number, entry, hash) values ($1, $2, $3)", entry.number,
                      entry.canonical_text(), entry.hash());
}

}  // namespace cadran::store
