// SPDX-License-Identifier: Apache-2.0
#include "store/definition_repository.h"

namespace cadran::store {

namespace {

constexpr std::string_view definition_columns =
    "name, number, hash, author, drafted_at, approver, accepted_at, valid_from, reason, review";

model::DefinitionVersion read_definition(model::DefinitionKind kind, const Rows& row) {
    model::DefinitionVersion version{kind,           row.text(0), row.number(1), row.digest(2), row.text(3),
                                     row.instant(4), {}};
    if (!row.is_null(5)) version.acceptance = {row.text(5), row.instant(6), row.date(7), row.text(8)};
    version.review = row.text(9);
    return version;
}

std::optional<model::DefinitionVersion> first(model::DefinitionKind kind, Rows rows) {
    if (!rows.next()) return {};
    return read_definition(kind, rows);
}

}  // namespace

std::optional<model::DefinitionVersion> DefinitionRepository::find(model::DefinitionKind kind,
                                                                   const std::string& name, int number) {
    static const std::string sql = fmt::format(
        "select {} from definition where kind = $1 and name = $2 and number = $3", definition_columns);
    return first(kind, database_.query(sql, model::definition_kind_name(kind), name, number));
}

std::optional<model::DefinitionVersion> DefinitionRepository::in_force(model::DefinitionKind kind,
                                                                       const std::string& name, Date date) {
    static const std::string sql = fmt::format(
        "select {} from definition where kind = $1 and name = $2 and valid_from <= $3"
        " order by valid_from desc, accepted_at desc, number desc limit 1",
        definition_columns);
    return first(kind, database_.query(sql, model::definition_kind_name(kind), name, date));
}

Date DefinitionRepository::first_in_force(model::DefinitionKind kind, const std::string& name) {
    Rows row = database_.query("select min(valid_from) from definition where kind = $1 and name = $2",
                               model::definition_kind_name(kind), name);
    row.next();
    return row.date(0);
}

std::vector<model::DefinitionVersion> DefinitionRepository::all_in_force(model::DefinitionKind kind,
                                                                         Date date) {
    static const std::string sql = fmt::format(
        "select {} from (select *, row_number() over (partition by name"
        " order by valid_from desc, accepted_at desc, number desc) as place"
        " from definition where kind = $1 and valid_from <= $2) where place = 1 order by name",
        definition_columns);
    std::vector<model::DefinitionVersion> versions;
    for (Rows row = database_.query(sql, model::definition_kind_name(kind), date); row.next();)
        versions.push_back(read_definition(kind, row));
    return versions;
}

std::optional<model::DefinitionVersion> DefinitionRepository::newest(model::DefinitionKind kind,
                                                                     const std::string& name) {
    static const std::string sql =
        fmt::format("select {} from definition where kind = $1 and name = $2 order by number desc limit 1",
                    definition_columns);
    return first(kind, database_.query(sql, model::definition_kind_name(kind), name));
}

std::optional<model::DefinitionVersion> DefinitionRepository::newest_accepted(model::DefinitionKind kind,
                                                                              const std::string& name) {
    static const std::string sql = fmt::format(
        "select {} from definition where kind = $1 and name = $2 and accepted_at is not null"
        " order by accepted_at desc, number desc limit 1",
        definition_columns);
    return first(kind, database_.query(sql, model::definition_kind_name(kind), name));
}

std::vector<model::DefinitionVersion> DefinitionRepository::list(model::DefinitionKind kind) {
    static const std::string sql =
        fmt::format("select {} from definition where kind = $1 order by name, number", definition_columns);
    std::vector<model::DefinitionVersion> versions;
    for (Rows row = database_.query(sql, model::definition_kind_name(kind)); row.next();)
        versions.push_back(read_definition(kind, row));
    return versions;
}

std::vector<std::string> DefinitionRepository::accepted_names(model::DefinitionKind kind) {
    std::vector<std::string> names;
    Rows row = database_.query(
        "select distinct name from definition where kind = $1 and approver is not null order by name",
        model::definition_kind_name(kind));
    while (row.next()) names.push_back(row.text(0));
    return names;
}

void DefinitionRepository::insert(const model::DefinitionVersion& draft) {
    database_.execute(
        "insert into definition (kind, name, number, hash, author, drafted_at, review) values ($1, $2, $3, "
        "$4, "
        "$5, $6, $7)",
        model::definition_kind_name(draft.kind), draft.name, draft.number, draft.hash, draft.author,
        draft.drafted_at, draft.review);
}

bool DefinitionRepository::accept(const model::DefinitionVersion& version) {
    const model::Acceptance& acceptance = version.acceptance.value();
    return database_.execute(
               "update definition set approver = $4, accepted_at = $5, valid_from = $6, reason = $7"
               " where kind = $1 and name = $2 and number = $3 and approver is null",
               model::definition_kind_name(version.kind), version.name, version.number, acceptance.approver,
               acceptance.at, acceptance.from, acceptance.reason) == 1;
}

}  // namespace cadran::store
