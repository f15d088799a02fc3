// SPDX-License-Identifier: Apache-2.0
#include "app/management_standing.h"

#include <algorithm>

#include "app/management_dossier.h"
#include "store/definition_repository.h"
#include "store/management_review_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;

bool had_processes(store::Database& database, Date day) {
    store::DefinitionRepository definitions(database);
    const auto names = definitions.accepted_names(model::DefinitionKind::process);
    return std::ranges::any_of(names, [&](const std::string& name) {
        return definitions.in_force(model::DefinitionKind::process, name, day).has_value();
    });
}

std::optional<model::ManagementReview> review_of(store::Database& database, const Period& year) {
    std::optional<model::ManagementReview> found;
    for (model::ManagementReview& one : store::ManagementReviewRepository(database).list()) {
        if (!year.contains(one.period.last())) continue;
        if (!found || found->state != model::ReviewState::signed_off) found = std::move(one);
    }
    return found;
}

Result<ManagementStanding> standing_of(Session& session, const Period& year) {
    const auto review = review_of(session.workspace.database(), year);
    if (!review) return ManagementStanding{year, year};
    ManagementStanding standing{year, review->period, review->state};
    if (standing.is_signed()) return standing;
    const auto dossier = gather_management_dossier(session, *review);
    if (!dossier) return tl::unexpected(dossier.error());
    for (const model::ReviewInput input : model::all_review_inputs) {
        if (model::standing_of(*dossier, input) == model::InputStanding::missing)
            standing.missing.push_back(input);
    }
    return standing;
}

}  // namespace

Result<std::vector<ManagementStanding>> management_standings(Session& session, Date today) {
    const Period ending = Period::containing(today, Period::Kind::year);
    std::vector<ManagementStanding> standings;
    for (const Period& year : {ending.previous(), ending}) {
        if (!had_processes(session.workspace.database(), std::min(today, year.last()))) continue;
        auto standing = standing_of(session, year);
        if (!standing) return tl::unexpected(standing.error());
        standings.push_back(std::move(*standing));
    }
    return standings;
}

}  // namespace cadran::app
