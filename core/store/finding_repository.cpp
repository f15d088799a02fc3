// SPDX-License-Identifier: Apache-2.0
#include "store/finding_repository.h"

#include "store/state.h"

namespace cadran::store {

namespace {

constexpr std::string_view finding_columns =
    "id, run, control, control_version, control_hash, event_date, handler, outcome, effect, severity, "
    "evidence, message, state, revision, taken_by, taken_at, purged_at, visible_to";

constexpr std::string_view everybody = "everybody";

// Whether the finding is in the sight that is the statement's value of that number.
std::string in_sight(int number, std::string_view finding = "finding") {
    return fmt::format("instr(${}, ',' || coalesce({}.visible_to, '{}') || ',') > 0", number, finding,
                       everybody);
}

[[noreturn]] void damaged_finding(const std::string& id) {
    throw Fault(Fault::Kind::damaged, "unreadable finding " + id);
}

model::Outcome outcome_from(const std::string& name, const std::string& id) {
    for (const auto outcome : {model::Outcome::pass, model::Outcome::fail, model::Outcome::error,
                               model::Outcome::not_applicable, model::Outcome::not_checked}) {
        if (model::outcome_name(outcome) == name) return outcome;
    }
    damaged_finding(id);
}

model::FindingState state_from(const std::string& name, const std::string& id) {
    for (const auto state :
         {model::FindingState::open, model::FindingState::confirmed, model::FindingState::dismissed}) {
        if (model::finding_state_name(state) == name) return state;
    }
    damaged_finding(id);
}

model::Finding read_finding(Database& database, const Rows& row) {
    model::Finding finding;
    finding.id = row.text(0);
    finding.run = row.integer(1);
    finding.control = {row.text(2), row.number(3), row.digest(4)};
    finding.event_date = row.date(5);
    finding.handler = row.text(6);
    finding.outcome = outcome_from(row.text(7), finding.id);
    const auto effect = model::parse_effect(row.text(8));
    const auto severity = model::parse_severity(row.text(9));
    if (!effect || !severity) damaged_finding(finding.id);
    finding.effect = *effect;
    finding.severity = *severity;
    finding.evidence = evidence_from(row.text(10));
    finding.message = row.text(11);
    finding.state = state_from(row.text(12), finding.id);
    finding.revision = row.number(13);
    if (!row.is_null(14)) finding.taken = model::Reservation{row.text(14), row.instant(15)};
    if (!row.is_null(16)) finding.purged = row.instant(16);
    if (!row.is_null(17)) {
        finding.visible_to = model::parse_role(row.text(17));
        if (!finding.visible_to) damaged_finding(finding.id);
    }
    Rows subject = database.query(
        "select type, key from finding_subject where finding = $1 order by type, key", finding.id);
    while (subject.next()) finding.subjects.push_back({subject.text(0), subject.text(1)});
    return finding;
}

model::Decision read_decision(const Rows& row, int first_column) {
    const std::string finding = row.text(first_column);
    const auto verdict = model::parse_verdict(row.text(first_column + 1));
    if (!verdict) damaged_finding(finding);
    return {finding,
            *verdict,
            points_from(row.text(first_column + 2)),
            row.text(first_column + 3),
            row.text(first_column + 4),
            row.instant(first_column + 5)};
}

}  // namespace

Sight::Sight(bool of_everybody, const std::vector<model::Role>& roles) {
    if (of_everybody) text_ += fmt::format("{},", everybody);
    for (const model::Role role : roles) text_ += fmt::format("{},", model::role_name(role));
}

bool Sight::reaches(const std::optional<model::Role>& visible_to) const {
    const std::string_view whom = visible_to ? model::role_name(*visible_to) : everybody;
    return text_.find(fmt::format(",{},", whom)) != std::string::npos;
}

std::optional<model::Finding> FindingRepository::find(const std::string& id) {
    static const std::string sql =
        fmt::format("select {} from finding where id = $1 and {}", finding_columns, in_sight(2));
    Rows row = database_.query(sql, id, sight_.text());
    if (!row.next()) return {};
    return read_finding(database_, row);
}

std::vector<std::string> FindingRepository::find_by_key(const std::string& key) {
    static const std::string sql = fmt::format(
        "select finding.id from finding join finding_subject s on s.finding = finding.id where s.key = $1 "
        "and {}"
        " order by finding.id",
        in_sight(2));
    std::vector<std::string> ids;
    for (Rows row = database_.query(sql, key, sight_.text()); row.next();) ids.push_back(row.text(0));
    return ids;
}

std::vector<model::Finding> FindingRepository::list(const FindingFilter& filter) {
    static const std::string sql = fmt::format(
        "select {} from finding where ($1 is null or state = $1) and ($2 is null or effect = $2) and ($3 = "
        "'' or control = $3)"
        " and ($4 is null or event_date between $4 and $5) and ($6 is null or run = $6) and {} order by "
        "event_date, "
        "id",
        finding_columns, in_sight(7));
    std::optional<std::string> state, effect;
    if (filter.state) state = model::finding_state_name(*filter.state);
    if (filter.effect) effect = model::effect_name(*filter.effect);
    std::optional<Date> first, last;
    if (filter.period) {
        first = filter.period->first();
        last = filter.period->last();
    }
    std::vector<model::Finding> findings;
    for (Rows row =
             database_.query(sql, state, effect, filter.control, first, last, filter.run, sight_.text());
         row.next();) {
        findings.push_back(read_finding(database_, row));
    }
    return findings;
}

std::vector<model::Finding> FindingRepository::suspended() {
    static const std::string sql = fmt::format(
        "select {} from finding f where effect = 'hold' and (state = 'open' or (select verdict from decision"
        " where finding = f.id order by number desc limit 1) = 'refused') and {} order by event_date, id",
        finding_columns, in_sight(1, "f"));
    std::vector<model::Finding> findings;
    for (Rows row = database_.query(sql, sight_.text()); row.next();)
        findings.push_back(read_finding(database_, row));
    return findings;
}

bool FindingRepository::insert(const model::Finding& finding) {
    std::optional<std::string_view> visible_to;
    if (finding.visible_to) visible_to = model::role_name(*finding.visible_to);
    const auto inserted = database_.execute(
        "insert into finding (id, run, control, control_version, control_hash, event_date, handler, outcome, "
        "effect, severity,"
        " evidence, message, state, revision, visible_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
        "$11, $12, "
        "$13, $14, $15)"
        " on conflict (id) do nothing",
        finding.id, finding.run, finding.control.id, finding.control.version, finding.control.hash,
        finding.event_date, finding.handler, model::outcome_name(finding.outcome),
        model::effect_name(finding.effect), model::severity_name(finding.severity),
        to_json(finding.evidence).canonical_text(), finding.message, model::finding_state_name(finding.state),
        finding.revision, visible_to);
    if (inserted == 0) return false;
    for (const model::Subject& subject : finding.subjects) {
        database_.execute("insert into finding_subject (finding, type, key) values ($1, $2, $3)", finding.id,
                          subject.type, subject.key);
    }
    return true;
}

bool FindingRepository::update(const model::Finding& finding, int expected_revision) {
    std::optional<std::string> taken_by;
    std::optional<Instant> taken_at;
    if (finding.taken) {
        taken_by = finding.taken->by;
        taken_at = finding.taken->at;
    }
    return database_.execute(
               "update finding set state = $2, revision = $3, taken_by = $5, taken_at = $6"
               " where id = $1 and revision = $4",
               finding.id, model::finding_state_name(finding.state), finding.revision, expected_revision,
               taken_by, taken_at) == 1;
}

std::vector<std::pair<std::string, std::string>> FindingRepository::keys_of_type(const std::string& type) {
    std::vector<std::pair<std::string, std::string>> keys;
    static const std::string sql = fmt::format(
        "select s.key, s.finding from finding_subject s join finding f on f.id = s.finding"
        " where s.type = $1 and f.purged_at is null and {} order by s.key, s.finding",
        in_sight(2, "f"));
    Rows row = database_.query(sql, type, sight_.text());
    while (row.next()) keys.emplace_back(row.text(0), row.text(1));
    return keys;
}

bool FindingRepository::purge(const model::Finding& finding, int expected_revision) {
    return database_.execute(
               "update finding set evidence = $2, purged_at = $3, revision = $4 where id = $1 and revision = "
               "$5",
               finding.id, to_json(finding.evidence).canonical_text(), finding.purged, finding.revision,
               expected_revision) == 1;
}

std::vector<model::Decision> FindingRepository::decisions(const std::string& finding) {
    std::vector<model::Decision> decisions;
    static const std::string sql = fmt::format(
        "select d.finding, d.verdict, d.points, d.reason, d.actor, d.at from decision d"
        " join finding f on f.id = d.finding where d.finding = $1 and {} order by d.number",
        in_sight(2, "f"));
    Rows row = database_.query(sql, finding, sight_.text());
    while (row.next()) decisions.push_back(read_decision(row, 0));
    return decisions;
}

void FindingRepository::insert(const model::Decision& decision) {
    database_.execute(
        "insert into decision (finding, verdict, points, reason, actor, at) values ($1, $2, $3, $4, $5, $6)",
        decision.finding, model::verdict_name(decision.verdict), to_json(decision.points).canonical_text(),
        decision.reason, decision.by, decision.at);
}

std::vector<FindingRepository::DecidedRecord> FindingRepository::decided_records() {
    std::vector<DecidedRecord> records;
    static const std::string sql = fmt::format(
        "select f.control, s.key, d.finding, d.verdict, d.points, d.reason, d.actor, d.at"
        " from decision d join finding f on f.id = d.finding join finding_subject s on s.finding = f.id"
        " where d.number = (select max(number) from decision where finding = d.finding)"
        " and d.verdict not in ('reopened', 'contested') and {} order by s.key, f.control",
        in_sight(1, "f"));
    Rows row = database_.query(sql, sight_.text());
    while (row.next()) records.push_back({row.text(0), row.text(1), read_decision(row, 2)});
    return records;
}

namespace {

constexpr std::string_view run_columns =
    "number, process, process_version, period, imports, results, findings, actor, at";

model::Run read_run(const Rows& row) {
    return {row.integer(0),
            row.text(1),
            row.number(2),
            period_from(row.text(3)),
            numbers_from(row.text(4)),
            results_from(row.text(5)),
            row.digest(6),
            row.text(7),
            row.instant(8)};
}

}  // namespace

std::optional<model::Run> RunRepository::find(std::int64_t number) {
    static const std::string sql = fmt::format("select {} from run where number = $1", run_columns);
    Rows row = database_.query(sql, number);
    if (!row.next()) return {};
    return read_run(row);
}

std::vector<model::Run> RunRepository::list(const std::string& process) {
    static const std::string sql =
        fmt::format("select {} from run where $1 = '' or process = $1 order by number", run_columns);
    std::vector<model::Run> runs;
    for (Rows row = database_.query(sql, process); row.next();) runs.push_back(read_run(row));
    return runs;
}

std::optional<std::int64_t> RunRepository::newest_with(const std::string& process,
                                                       const std::string& control) {
    Rows row = database_.query(
        "select number from run where process = $1 and instr(results, '\"' || $2 || '\"') > 0"
        " order by number desc limit 1",
        process, control);
    if (!row.next()) return {};
    return row.integer(0);
}

std::int64_t RunRepository::begin(const model::Run& run) {
    database_.execute(
        "insert into run (process, process_version, period, imports, results, findings, actor, at)"
        " values ($1, $2, $3, $4, '[]', $5, $6, $7)",
        run.process, run.process_version, run.period.text(), to_json(run.imports).canonical_text(), Digest{},
        run.by, run.at);
    return database_.last_number();
}

void RunRepository::complete(const model::Run& run) {
    database_.execute("update run set results = $2, findings = $3 where number = $1", run.number,
                      to_json(run.results).canonical_text(), run.findings);
}

std::vector<model::ReleaseList> ReleaseRepository::list() {
    std::vector<model::ReleaseList> lists;
    for (Rows row = database_.query(
             "select number, released, suspended, actor, at from release_list order by number");
         row.next();) {
        model::ReleaseList list{row.integer(0), {},          row.digest(1),
                                row.digest(2),  row.text(3), row.instant(4)};
        Rows item =
            database_.query("select finding from release_item where list = $1 order by finding", list.number);
        while (item.next()) list.findings.push_back(item.text(0));
        lists.push_back(std::move(list));
    }
    return lists;
}

std::vector<std::string> ReleaseRepository::waiting() {
    std::vector<std::string> findings;
    Rows row = database_.query(
        "select f.id from finding f join decision d on d.finding = f.id"
        " where f.effect = 'hold' and d.verdict = 'released'"
        " and d.number = (select max(number) from decision where finding = f.id)"
        " and not exists (select 1 from release_item where finding = f.id) order by f.id");
    while (row.next()) findings.push_back(row.text(0));
    return findings;
}

std::optional<std::int64_t> ReleaseRepository::of_finding(const std::string& finding) {
    Rows row = database_.query("select list from release_item where finding = $1", finding);
    if (!row.next()) return {};
    return row.integer(0);
}

void ReleaseRepository::insert(model::ReleaseList& list) {
    database_.execute("insert into release_list (released, suspended, actor, at) values ($1, $2, $3, $4)",
                      list.released, list.suspended, list.by, list.at);
    list.number = database_.last_number();
    for (const std::string& finding : list.findings) {
        database_.execute("insert into release_item (finding, list) values ($1, $2)", finding, list.number);
    }
}

}  // namespace cadran::store
