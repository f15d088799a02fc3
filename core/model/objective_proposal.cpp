// SPDX-License-Identifier: Apache-2.0
#include "model/objective_proposal.h"

#include <algorithm>
#include <span>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<Proposal> proposals[] = {
    {Proposal::keep, "keep", "maintenir la cible", "keep the target"},
    {Proposal::raise, "raise", "relever l’exigence", "ask for more"},
    {Proposal::act, "act", "agir pour atteindre la cible", "act to reach the target"},
    {Proposal::measure, "measure", "mesurer d’abord", "measure first"},
};

bool is_better(const Decimal& one, const Decimal& other, Direction direction) {
    return direction == Direction::higher ? one > other : one < other;
}

// A year has one figure of its own: two of them say more than one.
std::size_t periods_of_a_year(calendar::Period::Kind frequency) {
    return std::max<std::size_t>(2, calendar::Period().divided_into(frequency).size());
}

// The worst figure of the last year; none where a period of it has none or its target was missed.
std::optional<Decimal> worst_of_a_year(const Indicator& indicator, const std::vector<PeriodFigure>& history) {
    const std::size_t year = periods_of_a_year(indicator.frequency);
    if (history.size() < year) return {};
    std::optional<Decimal> worst;
    for (const PeriodFigure& one : std::span(history).last(year)) {
        const auto value = one.value();
        if (!value || one.measurement->attainment() != Attainment::met) return {};
        if (!worst || is_better(*worst, *value, indicator.direction)) worst = value;
    }
    return worst;
}

}  // namespace

std::string_view proposal_name(Proposal proposal) {
    return named(proposals, proposal).name;
}

LocalText proposal_title(Proposal proposal) {
    return title_of(proposals, proposal);
}

std::optional<ObjectiveProposal> proposed_objective(const Indicator& indicator,
                                                    const std::vector<PeriodFigure>& history) {
    const auto target = history.empty() ? std::nullopt : indicator.target_at(history.back().period.last());
    if (!target) return {};
    ObjectiveProposal proposed{Proposal::keep, target->value, target->upper};
    const auto& last = history.back().measurement;
    if (!last || last->attainment() == Attainment::nothing_to_measure) {
        proposed.proposal = Proposal::measure;
    } else if (last->attainment() != Attainment::met) {
        proposed.proposal = Proposal::act;
    } else if (indicator.direction != Direction::within) {
        const auto worst = worst_of_a_year(indicator, history);
        if (worst && is_better(*worst, target->value, indicator.direction)) {
            proposed.proposal = Proposal::raise;
            proposed.raised = worst;
        }
    }
    return proposed;
}

}  // namespace cadran::model
