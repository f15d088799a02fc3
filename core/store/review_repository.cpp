// SPDX-License-Identifier: Apache-2.0
#include "store/review_repository.h"

#include "store/state.h"

namespace cadran::store {

namespace {

constexpr std::string_view review_columns =
    "number, process, period, state, prepared_by, prepared_at, held_by, held_at, participants, conclusion, "
    "signed_by, signed_at, pack, revision";

model::Cycle read_cycle(const Rows& row) {
    const auto stage = model::parse_stage(row.text(3));
    if (!stage) throw Fault(Fault::Kind::damaged, "unreadable stage " + row.text(3));
    return {row.text(0), row.number(1), period_from(row.text(2)), *stage, row.number(4)};
}

std::optional<model::Mark> read_mark(const Rows& row, int column) {
    if (row.is_null(column)) return {};
    return model::Mark{row.text(column), row.instant(column + 1)};
}

model::Review read_review(const Rows& row) {
    const auto state = model::parse_review_state(row.text(3));
    if (!state) throw Fault(Fault::Kind::damaged, "unreadable review state " + row.text(3));
    model::Review review;
    review.number = row.integer(0);
    review.process = row.text(1);
    review.period = period_from(row.text(2));
    review.state = *state;
    review.prepared = {row.text(4), row.instant(5)};
    review.held = read_mark(row, 6);
    review.participants = texts_from(row.text(8));
    review.conclusion = row.text(9);
    review.signed_off = read_mark(row, 10);
    review.pack = pack_from(row.text(12));
    review.revision = row.number(13);
    return review;
}

std::optional<std::string> by(const std::optional<model::Mark>& mark) {
    return mark ? std::optional(mark->by) : std::nullopt;
}
std::optional<Instant> at(const std::optional<model::Mark>& mark) {
    return mark ? std::optional(mark->at) : std::nullopt;
}

}  // namespace

std::optional<model::Cycle> CycleRepository::newest(const std::string& process) {
    Rows row = database_.query(
        "select process, number, period, stage, revision from cycle where process = $1 order by number desc "
        "limit 1",
        process);
    if (!row.next()) return {};
    return read_cycle(row);
}

std::vector<model::Cycle> CycleRepository::list() {
    std::vector<model::Cycle> cycles;
    Rows row = database_.query(
        "select process, number, period, stage, revision from cycle order by process, number");
    while (row.next()) cycles.push_back(read_cycle(row));
    return cycles;
}

void CycleRepository::insert(const model::Cycle& cycle) {
    database_.execute(
        "insert into cycle (process, number, period, stage, revision) values ($1, $2, $3, $4, $5)",
        cycle.process, cycle.number, cycle.period.text(), model::stage_name(cycle.stage), cycle.revision);
}

bool CycleRepository::update(const model::Cycle& cycle, int expected_revision) {
    return database_.execute(
               "update cycle set stage = $3, revision = $4 where process = $1 and number = $2 and revision = "
               "$5",
               cycle.process, cycle.number, model::stage_name(cycle.stage), cycle.revision,
               expected_revision) == 1;
}

std::optional<model::Review> ReviewRepository::find(const std::string& process,
                                                    const calendar::Period& period) {
    static const std::string sql =
        fmt::format("select {} from review where process = $1 and period = $2", review_columns);
    Rows row = database_.query(sql, process, period.text());
    if (!row.next()) return {};
    return read_review(row);
}

std::vector<model::Review> ReviewRepository::list() {
    static const std::string sql = fmt::format("select {} from review order by number", review_columns);
    std::vector<model::Review> reviews;
    for (Rows row = database_.query(sql); row.next();) reviews.push_back(read_review(row));
    return reviews;
}

void ReviewRepository::insert(model::Review& review) {
    database_.execute(
        "insert into review (process, period, state, prepared_by, prepared_at, participants, conclusion, "
        "pack, revision)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        review.process, review.period.text(), model::review_state_name(review.state), review.prepared.by,
        review.prepared.at, to_json(review.participants).canonical_text(), review.conclusion,
        to_json(review.pack).canonical_text(), review.revision);
    review.number = database_.last_number();
}

bool ReviewRepository::update(const model::Review& review, int expected_revision) {
    return database_.execute(
               "update review set state = $2, held_by = $3, held_at = $4, participants = $5, conclusion = "
               "$6, signed_by = $7,"
               " signed_at = $8, pack = $9, revision = $10 where number = $1 and revision = $11",
               review.number, model::review_state_name(review.state), by(review.held), at(review.held),
               to_json(review.participants).canonical_text(), review.conclusion, by(review.signed_off),
               at(review.signed_off), to_json(review.pack).canonical_text(), review.revision,
               expected_revision) == 1;
}

}  // namespace cadran::store
