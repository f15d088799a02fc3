// SPDX-License-Identifier: Apache-2.0
#include "store/import_repository.h"

namespace cadran::store {

namespace {

constexpr std::string_view import_columns =
    "number, type, file_name, received, archived, dialect, plugin_version, accepted, rejected, first_event, "
    "last_event, actor, at, purged_by, purged_at, purged_after, purged_from, purged_under, purged_for";

model::Purge read_purge(const Rows& row) {
    const auto length = model::parse_retention_length(row.text(15));
    const auto start = model::parse_retention_start(row.text(16));
    if (!length || !start) throw Fault(Fault::Kind::damaged, "unreadable in the store: " + row.text(15));
    return {row.text(13), row.instant(14), {*length, *start}, row.number(17), row.text(18)};
}

model::Import read_import(const Rows& row) {
    model::Import import;
    import.number = row.integer(0);
    import.type = row.text(1);
    import.file_name = row.text(2);
    import.received = row.digest(3);
    import.archived = row.digest(4);
    import.dialect = row.text(5);
    import.plugin_version = row.number(6);
    import.accepted = row.integer(7);
    import.rejected = row.integer(8);
    if (!row.is_null(9)) import.first_event = row.date(9);
    if (!row.is_null(10)) import.last_event = row.date(10);
    import.by = row.text(11);
    import.at = row.instant(12);
    if (!row.is_null(13)) import.purged = read_purge(row);
    return import;
}

}  // namespace

std::optional<model::Import> ImportRepository::find_received(const std::string& type,
                                                             const Digest& received) {
    static const std::string sql =
        fmt::format("select {} from import where type = $1 and received = $2", import_columns);
    Rows row = database_.query(sql, type, received);
    if (!row.next()) return {};
    return read_import(row);
}

std::vector<model::Import> ImportRepository::list(const std::string& type) {
    static const std::string sql =
        fmt::format("select {} from import where $1 = '' or type = $1 order by number", import_columns);
    std::vector<model::Import> imports;
    for (Rows row = database_.query(sql, type); row.next();) imports.push_back(read_import(row));
    return imports;
}

void ImportRepository::insert(model::Import& import) {
    database_.execute(
        "insert into import (type, file_name, received, archived, dialect, plugin_version, accepted, "
        "rejected,"
        " first_event, last_event, actor, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        import.type, import.file_name, import.received, import.archived, import.dialect,
        import.plugin_version, import.accepted, import.rejected, import.first_event, import.last_event,
        import.by, import.at);
    import.number = database_.last_number();
}

bool ImportRepository::purge(const model::Import& import) {
    const model::Purge& purge = import.purged.value();
    return database_.execute(
               "update import set purged_by = $2, purged_at = $3, purged_after = $4, purged_from = $5,"
               " purged_under = $6, purged_for = $7 where number = $1 and purged_at is null",
               import.number, purge.by, purge.at, plain_text(purge.retention.length),
               model::retention_start_name(purge.retention.start), purge.plugin_version, purge.reason) == 1;
}

}  // namespace cadran::store
