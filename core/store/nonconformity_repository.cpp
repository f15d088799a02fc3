// SPDX-License-Identifier: Apache-2.0
#include "store/nonconformity_repository.h"

namespace cadran::store {

namespace {

constexpr std::string_view nonconformity_columns =
    "number, process, title, requirement, extent, actor, at, revision";

model::Nonconformity read_nonconformity(const Rows& row) {
    model::Nonconformity nonconformity;
    nonconformity.number = row.integer(0);
    nonconformity.process = row.text(1);
    nonconformity.title = row.text(2);
    nonconformity.requirement = row.text(3);
    nonconformity.extent = row.text(4);
    nonconformity.by = row.text(5);
    nonconformity.at = row.instant(6);
    nonconformity.revision = row.number(7);
    return nonconformity;
}

}  // namespace

std::vector<std::string> NonconformityRepository::findings_of(std::int64_t number) {
    std::vector<std::string> findings;
    Rows row = database_.query(
        "select finding from nonconformity_finding where nonconformity = $1 order by finding", number);
    while (row.next()) findings.push_back(row.text(0));
    return findings;
}

std::optional<model::Nonconformity> NonconformityRepository::find(std::int64_t number) {
    static const std::string sql =
        fmt::format("select {} from nonconformity where number = $1", nonconformity_columns);
    Rows row = database_.query(sql, number);
    if (!row.next()) return {};
    model::Nonconformity found = read_nonconformity(row);
    found.findings = findings_of(number);
    return found;
}

std::vector<model::Nonconformity> NonconformityRepository::list(const std::string& process) {
    static const std::string sql = fmt::format(
        "select {} from nonconformity where $1 = '' or process = $1 order by number", nonconformity_columns);
    std::vector<model::Nonconformity> found;
    for (Rows row = database_.query(sql, process); row.next();) found.push_back(read_nonconformity(row));
    for (model::Nonconformity& one : found) one.findings = findings_of(one.number);
    return found;
}

std::optional<std::int64_t> NonconformityRepository::of_finding(const std::string& finding) {
    Rows row = database_.query("select nonconformity from nonconformity_finding where finding = $1", finding);
    if (!row.next()) return {};
    return row.integer(0);
}

void NonconformityRepository::insert_findings(const model::Nonconformity& nonconformity) {
    for (const std::string& finding : nonconformity.findings) {
        database_.execute("insert into nonconformity_finding (finding, nonconformity) values ($1, $2)",
                          finding, nonconformity.number);
    }
}

void NonconformityRepository::insert(model::Nonconformity& nonconformity) {
    database_.execute(
        "insert into nonconformity (process, title, requirement, extent, actor, at, revision) "
        "values ($1, $2, $3, $4, $5, $6, $7)",
        nonconformity.process, nonconformity.title, nonconformity.requirement, nonconformity.extent,
        nonconformity.by, nonconformity.at, nonconformity.revision);
    nonconformity.number = database_.last_number();
    insert_findings(nonconformity);
}

bool NonconformityRepository::update(const model::Nonconformity& nonconformity, int expected_revision) {
    if (database_.execute("update nonconformity set title = $3, requirement = $4, extent = $5, revision = $6 "
                          "where number = $1 and revision = $2",
                          nonconformity.number, expected_revision, nonconformity.title,
                          nonconformity.requirement, nonconformity.extent, nonconformity.revision) != 1)
        return false;
    database_.execute("delete from nonconformity_finding where nonconformity = $1", nonconformity.number);
    insert_findings(nonconformity);
    return true;
}

}  // namespace cadran::store
