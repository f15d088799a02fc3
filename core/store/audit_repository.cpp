// SPDX-License-Identifier: Apache-2.0
#include "store/audit_repository.h"

#include "store/audit_json.h"
#include "store/state.h"

namespace cadran::store {

namespace {

// The number comes first: the state holds it.
std::int64_t next_number(Database& database, const std::string& table) {
    Rows row = database.query(fmt::format("select coalesce(max(number), 0) + 1 from {}", table));
    row.next();
    return row.integer(0);
}

// Of the columns content, number, auditee, state, revision.
model::Audit read_audit(const Rows& row) {
    model::Audit audit = audit_from(row.text(0));
    const bool agrees = row.integer(1) == audit.number && row.text(2) == audit.auditee &&
                        row.text(3) == model::audit_state_name(audit.state) &&
                        row.number(4) == audit.revision;
    if (!agrees) throw Fault(Fault::Kind::damaged, "columns of audit " + std::to_string(row.integer(1)));
    return audit;
}

// Of the columns content, number, audit, state, revision.
model::AuditFinding read_finding(const Rows& row) {
    model::AuditFinding finding = audit_finding_from(row.text(0));
    const bool agrees = row.integer(1) == finding.number && row.integer(2) == finding.audit &&
                        row.text(3) == model::audit_finding_state_name(finding.state) &&
                        row.number(4) == finding.revision;
    if (!agrees)
        throw Fault(Fault::Kind::damaged, "columns of audit finding " + std::to_string(row.integer(1)));
    return finding;
}

template <typename Value>
std::optional<Value> first(Rows row, Value (*read)(const Rows&)) {
    if (!row.next()) return {};
    return read(row);
}

template <typename Value>
std::vector<Value> all(Rows row, Value (*read)(const Rows&)) {
    std::vector<Value> found;
    while (row.next()) found.push_back(read(row));
    return found;
}

}  // namespace

std::optional<model::Audit> AuditRepository::find(std::int64_t number) {
    return first(database_.query(
                     "select content, number, auditee, state, revision from audit where number = $1", number),
                 read_audit);
}

std::vector<model::Audit> AuditRepository::list(const std::string& auditee) {
    return all(database_.query("select content, number, auditee, state, revision from audit "
                               "where $1 = '' or auditee = $1 order by number",
                               auditee),
               read_audit);
}

void AuditRepository::insert(model::Audit& audit) {
    audit.number = next_number(database_, "audit");
    database_.execute(
        "insert into audit (number, content, auditee, state, revision) values ($1, $2, $3, $4, $5)",
        audit.number, state(audit).canonical_text(), audit.auditee, model::audit_state_name(audit.state),
        audit.revision);
}

bool AuditRepository::update(const model::Audit& audit, int expected_revision) {
    return database_.execute(
               "update audit set (content, auditee, state, revision) = ($2, $3, $4, $5) "
               "where number = $1 and revision = $6",
               audit.number, state(audit).canonical_text(), audit.auditee,
               model::audit_state_name(audit.state), audit.revision, expected_revision) == 1;
}

std::optional<model::AuditFinding> AuditFindingRepository::find(std::int64_t number) {
    return first(
        database_.query("select content, number, audit, state, revision from audit_finding where number = $1",
                        number),
        read_finding);
}

std::vector<model::AuditFinding> AuditFindingRepository::list(std::int64_t audit) {
    return all(database_.query("select content, number, audit, state, revision from audit_finding "
                               "where $1 = 0 or audit = $1 order by number",
                               audit),
               read_finding);
}

void AuditFindingRepository::insert(model::AuditFinding& finding) {
    finding.number = next_number(database_, "audit_finding");
    database_.execute(
        "insert into audit_finding (number, content, audit, state, revision) values ($1, $2, $3, $4, $5)",
        finding.number, state(finding).canonical_text(), finding.audit,
        model::audit_finding_state_name(finding.state), finding.revision);
}

bool AuditFindingRepository::update(const model::AuditFinding& finding, int expected_revision) {
    return database_.execute(
               "update audit_finding set (content, audit, state, revision) = ($2, $3, $4, $5) "
               "where number = $1 and revision = $6",
               finding.number, state(finding).canonical_text(), finding.audit,
               model::audit_finding_state_name(finding.state), finding.revision, expected_revision) == 1;
}

}  // namespace cadran::store
