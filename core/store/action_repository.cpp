// SPDX-License-Identifier: Apache-2.0
#include "store/action_repository.h"

#include "store/mark_columns.h"
#include "store/state.h"

namespace cadran::store {

namespace {

constexpr std::string_view action_columns =
    "number, process, reference, origin, source, level, kind, what, causes, owner, due, progress, comment, "
    "indicator, criterion, judge_on, state, proposed_by, proposed_at, decided_by, decided_at, started_by, "
    "started_at, finished_by, finished_at, judged_by, judged_at, judgement, measurement, cancelled_by, "
    "cancelled_at, reason, follows, revision";

template <typename Enum>
Enum expect(const std::optional<Enum>& value, const Rows& row, int column) {
    if (!value) throw Fault(Fault::Kind::damaged, "unreadable action: " + row.text(column));
    return *value;
}

std::optional<Date> date_at(const Rows& row, int column) {
    if (row.is_null(column)) return {};
    return row.date(column);
}

// The account in that column and the instant in the next.
model::Action read_action(const Rows& row) {
    model::Action action;
    action.number = row.integer(0);
    action.process = row.text(1);
    action.reference = row.text(2);
    action.origin = expect(model::parse_action_origin(row.text(3)), row, 3);
    action.source = row.text(4);
    action.level = expect(model::parse_action_level(row.text(5)), row, 5);
    action.kind = expect(model::parse_action_kind(row.text(6)), row, 6);
    action.text = row.text(7);
    action.causes = texts_from(row.text(8));
    action.owner = row.text(9);
    action.due = date_at(row, 10);
    action.progress = row.number(11);
    action.comment = row.text(12);
    action.effectiveness = {row.text(13), row.text(14), date_at(row, 15)};
    action.state = expect(model::parse_action_state(row.text(16)), row, 16);
    action.proposed = {row.text(17), row.instant(18)};
    action.decided = mark_at(row, 19);
    action.started = mark_at(row, 21);
    action.finished = mark_at(row, 23);
    if (const auto mark = mark_at(row, 25))
        action.judged = model::Judgement{row.integer(28), row.text(27), *mark};
    if (const auto mark = mark_at(row, 29)) action.cancelled = model::Cancellation{row.text(31), *mark};
    action.follows = row.integer(32);
    action.revision = row.number(33);
    return action;
}

template <typename Known>
std::optional<std::string> by(const Known& known) {
    if (!known) return {};
    return known->by;
}
template <typename Known>
std::optional<Instant> at(const Known& known) {
    if (!known) return {};
    return known->at;
}
std::optional<std::int64_t> positive(std::int64_t number) {
    if (number == 0) return {};
    return number;
}

// Runs a statement whose parameters are the columns in order, and what stands behind them.
template <typename... More>
std::int64_t write(Database& database, const std::string& sql, const model::Action& action,
                   const More&... more) {
    const auto judged = action.judged ? std::optional(action.judged->mark) : std::nullopt;
    const auto cancelled = action.cancelled ? std::optional(action.cancelled->mark) : std::nullopt;
    return database.execute(
        sql, positive(action.number), action.process, action.reference,
        model::action_origin_name(action.origin), action.source, model::action_level_name(action.level),
        model::action_kind_name(action.kind), action.text, to_json(action.causes).canonical_text(),
        action.owner.empty() ? std::nullopt : std::optional(action.owner), action.due, action.progress,
        action.comment, action.effectiveness.indicator, action.effectiveness.criterion,
        action.effectiveness.on, model::action_state_name(action.state), action.proposed.by,
        action.proposed.at, by(action.decided), at(action.decided), by(action.started), at(action.started),
        by(action.finished), at(action.finished), by(judged), at(judged),
        action.judged ? std::optional(action.judged->comment) : std::nullopt,
        positive(action.judged ? action.judged->measurement : 0), by(cancelled), at(cancelled),
        action.cancelled ? std::optional(action.cancelled->reason) : std::nullopt, positive(action.follows),
        action.revision, more...);
}

constexpr std::string_view places =
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, "
    "$23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34";

// What a filter lets pass; as model::Action::is_overdue says of overdue ones.
constexpr std::string_view passes =
    "process between $1 and $2 and ($3 = '' or instr($3, ',' || state || ',') > 0) "
    "and ($4 = '' or instr($4, ',' || level || ',') > 0) and ($5 = '' or owner = $5) "
    "and ($6 is null or (state in ('proposed', 'decided', 'in-progress') and due < $6) "
    "or (state = 'done' and judge_on < $6))";

// Behind every name there is.
std::string last_process(const ActionFilter& filter) {
    return filter.process.empty() ? "\x7F" : filter.process;
}

// `,proposed,decided,`; empty where there are none.
template <typename Enum>
std::string listed_names(const std::vector<Enum>& values, std::string_view (*name)(Enum)) {
    std::string text;
    for (const Enum value : values) text += fmt::format("{}{},", text.empty() ? "," : "", name(value));
    return text;
}

}  // namespace

std::optional<model::Action> ActionRepository::find(std::int64_t number) {
    static const std::string sql = fmt::format("select {} from action where number = $1", action_columns);
    Rows row = database_.query(sql, number);
    if (!row.next()) return {};
    return read_action(row);
}

std::vector<model::Action> ActionRepository::list(const ActionFilter& filter) {
    static const std::string sql = fmt::format(
        "select {} from action where {} order by number limit $7 offset $8", action_columns, passes);
    std::vector<model::Action> found;
    for (Rows row = database_.query(sql, filter.process, last_process(filter),
                                    listed_names(filter.states, model::action_state_name),
                                    listed_names(filter.levels, model::action_level_name), filter.owner,
                                    filter.overdue_on, filter.most == 0 ? -1 : filter.most, filter.first);
         row.next();)
        found.push_back(read_action(row));
    return found;
}

std::int64_t ActionRepository::count(const ActionFilter& filter) {
    static const std::string sql = fmt::format("select count(*) from action where {}", passes);
    Rows row = database_.query(
        sql, filter.process, last_process(filter), listed_names(filter.states, model::action_state_name),
        listed_names(filter.levels, model::action_level_name), filter.owner, filter.overdue_on);
    row.next();
    return row.integer(0);
}

std::vector<std::string> ActionRepository::owners() {
    std::vector<std::string> owners;
    Rows row = database_.query("select distinct owner from action where owner is not null order by owner");
    while (row.next()) owners.push_back(row.text(0));
    return owners;
}

std::optional<std::int64_t> ActionRepository::next_of(std::int64_t number) {
    Rows row = database_.query("select number from action where follows = $1", number);
    if (!row.next()) return {};
    return row.integer(0);
}

void ActionRepository::insert(model::Action& action) {
    static const std::string sql = fmt::format("insert into action ({}) values ({})", action_columns, places);
    action.number = 0;
    write(database_, sql, action);
    action.number = database_.last_number();
}

bool ActionRepository::update(const model::Action& action, int expected_revision) {
    static const std::string sql = fmt::format(
        "update action set ({}) = ({}) where number = $1 and revision = $35", action_columns, places);
    return write(database_, sql, action, expected_revision) == 1;
}

}  // namespace cadran::store
