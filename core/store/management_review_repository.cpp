// SPDX-License-Identifier: Apache-2.0
#include "store/management_review_repository.h"

#include "store/mark_columns.h"
#include "store/state.h"

namespace cadran::store {

namespace {

constexpr std::string_view management_review_columns =
    "number, period, state, prepared_by, prepared_at, answers, outputs, held_by, held_at, participants, "
    "conclusion, signed_by, signed_at, pack, revision";

model::ManagementReview read_management_review(const Rows& row) {
    const auto state = model::parse_review_state(row.text(2));
    if (!state) throw Fault(Fault::Kind::damaged, "unreadable management review: " + row.text(2));
    model::ManagementReview review;
    review.number = row.integer(0);
    review.period = period_from(row.text(1));
    review.state = *state;
    review.prepared = {row.text(3), row.instant(4)};
    review.answers = answers_from(row.text(5));
    review.outputs = outputs_from(row.text(6));
    review.held = mark_at(row, 7);
    review.participants = texts_from(row.text(9));
    review.conclusion = row.text(10);
    review.signed_off = mark_at(row, 11);
    review.pack = pack_from(row.text(13));
    review.revision = row.number(14);
    return review;
}

// Runs a statement whose parameters are the columns in order, and what stands behind them.
template <typename... More>
std::int64_t write(Database& database, const std::string& sql, const model::ManagementReview& review,
                   const More&... more) {
    const auto by = [](const auto& mark) { return mark ? std::optional(mark->by) : std::nullopt; };
    const auto at = [](const auto& mark) { return mark ? std::optional(mark->at) : std::nullopt; };
    const auto number = review.number == 0 ? std::nullopt : std::optional(review.number);
    return database.execute(sql, number, review.period.text(), model::review_state_name(review.state),
                            review.prepared.by, review.prepared.at, to_json(review.answers).canonical_text(),
                            to_json(review.outputs).canonical_text(), by(review.held), at(review.held),
                            to_json(review.participants).canonical_text(), review.conclusion,
                            by(review.signed_off), at(review.signed_off),
                            to_json(review.pack).canonical_text(), review.revision, more...);
}

constexpr std::string_view review_places = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15";

}  // namespace

std::optional<model::ManagementReview> ManagementReviewRepository::find(const calendar::Period& period) {
    static const std::string sql =
        fmt::format("select {} from management_review where period = $1", management_review_columns);
    Rows row = database_.query(sql, period.text());
    if (!row.next()) return {};
    return read_management_review(row);
}

std::vector<model::ManagementReview> ManagementReviewRepository::list() {
    static const std::string sql =
        fmt::format("select {} from management_review order by number", management_review_columns);
    std::vector<model::ManagementReview> reviews;
    for (Rows row = database_.query(sql); row.next();) reviews.push_back(read_management_review(row));
    return reviews;
}

void ManagementReviewRepository::insert(model::ManagementReview& review) {
    static const std::string sql = fmt::format("insert into management_review ({}) values ({})",
                                               management_review_columns, review_places);
    review.number = 0;
    write(database_, sql, review);
    review.number = database_.last_number();
}

bool ManagementReviewRepository::update(const model::ManagementReview& review, int expected_revision) {
    static const std::string sql =
        fmt::format("update management_review set ({}) = ({}) where number = $1 and revision = $16",
                    management_review_columns, review_places);
    return write(database_, sql, review, expected_revision) == 1;
}

}  // namespace cadran::store
