// SPDX-License-Identifier: Apache-2.0
#include "control/screening.h"

namespace cadran::control {

Screening::Screening(const Assignment& assignment, const model::RecordType& type,
                     const expression::Evaluator& conditions, script::Judge& judge, std::size_t lanes)
    : assignment_(assignment),
      type_(type),
      judge_(judge),
      days_(assignment, type.event_date, conditions.locality().region) {
    for (std::size_t i = 0; i < lanes; ++i) lanes_.push_back({{conditions, type.key, assignment.seed}});
}

void Screening::add(std::size_t lane, std::uint32_t number, const column::RecordBatch& batch,
                    std::span<const std::uint8_t> counts) {
    Lane& own = lanes_[lane];
    own.population += days_.parts_of(batch, counts, own.parts);
    own.sieve.add(number, batch, own.parts);
}

std::optional<Evaluation> Screening::finish(const expression::Fetch& fetch) {
    std::vector<expression::BatchSieve> sieves;
    std::int64_t population = 0;
    for (Lane& lane : lanes_) {
        sieves.push_back(std::move(lane.sieve));
        population += lane.population;
    }
    const auto selected = expression::BatchSieve::select(sieves, fetch);
    if (!selected) return {};
    return judge_selected(assignment_, type_, judge_, *selected, population);
}

}  // namespace cadran::control
