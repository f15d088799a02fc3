// SPDX-License-Identifier: Apache-2.0
#include "control/screening.h"

namespace cadran::control {

Screening::Screening(const Assignment& assignment, const model::RecordType& type,
                     const expression::Evaluator& conditions, script::Judge& judge, std::size_t lanes)
    : assignment_(assignment),
      type_(type),
      judge_(judge),
      days_(assignment, type.event_date, conditions.locality().region),
      partition_(assignment.control.query) {
    lanes_.resize(lanes);
    for (std::size_t i = 0; i < lanes; ++i)
        sieves_.emplace_back(conditions, type.key, assignment.seed, assignment.unchecked);
}

void Screening::start_over(expression::Share share, bool prunes) {
    share_ = share;
    for (Lane& lane : lanes_) lane.population = 0;
    for (expression::BatchSieve& sieve : sieves_) sieve.start_over(prunes);
    chosen_ = {};
}

void Screening::add(std::size_t lane, std::uint32_t number, const column::RecordBatch& batch,
                    std::span<const std::uint8_t> counts, expression::JoinLookups& lookups) {
    Lane& own = lanes_[lane];
    own.counts.assign(counts.begin(), counts.end());
    partition_.keep(share_, number, batch, own.counts);
    own.population += days_.parts_of(batch, own.counts, own.parts);
    sieves_[lane].add(number, batch, own.parts, lookups);
}

std::optional<std::span<const expression::RowPlace>> Screening::choose() {
    auto chosen = expression::BatchSieve::choose(sieves_);
    if (!chosen) return {};
    chosen_ = std::move(*chosen);
    return chosen_.places;
}

Judged Screening::finish(std::vector<expression::RecordPlace> records, const TakeFinding& take) {
    std::int64_t population = 0;
    for (const Lane& lane : lanes_) population += lane.population;
    const std::vector<expression::RowPlace> places = chosen_.places;
    const expression::Selected selected = sieves_.front().select(std::move(chosen_), std::move(records));
    return judge_selected(assignment_, type_, judge_, selected, population, places, take);
}

}  // namespace cadran::control
