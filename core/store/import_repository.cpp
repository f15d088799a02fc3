// SPDX-License-Identifier: Apache-2.0
#include "store/import_repository.h"

namespace cadran::store {

namespace {

constexpr std::string_view columns =
    "number, type, file_name, received, archived, dialect, plugin_version, accepted, rejected, first_event, "
    "last_event, actor, at";

model::Import read(const Rows& row) {
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
    return import;
}

}  // namespace

std::optional<model::Import> ImportRepository::find_received(const std::string& type,
                                                             const Digest& received) {
    static const std::string sql =
        fmt::format("select {} from import where type = $1 and received = $2", columns);
    Rows row = database_.query(sql, type, received);
    if (!row.next()) return {};
    return read(row);
}

std::vector<model::Import> ImportRepository::list(const std::string& type) {
    static const std::string sql =
        fmt::format("select {} from import where $1 = '' or type = $1 order by number", columns);
    std::vector<model::Import> imports;
    for (Rows row = database_.query(sql, type); row.next();) imports.push_back(read(row));
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

}  // namespace cadran::store
