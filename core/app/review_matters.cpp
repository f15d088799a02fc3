// SPDX-License-Identifier: Apache-2.0
#include "app/review_matters.h"

#include <algorithm>

#include "definition/changes.h"
#include "definition/process_file.h"
#include "store/action_repository.h"
#include "store/nonconformity_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;
using model::DefinitionKind;

// In both languages: a review is read in either.
std::vector<LocalText> changes_between(const model::Process& before, const model::Process& after,
                                       const model::RiskScale& scale) {
    const auto french = definition::changes(before, after, scale, Catalogue(Language::french));
    const auto english = definition::changes(before, after, scale, Catalogue(Language::english));
    std::vector<LocalText> changes;
    for (std::size_t i = 0; i < std::min(french.size(), english.size()); ++i)
        changes.push_back({french[i].text, english[i].text});
    return changes;
}

Date day_before(Date date) {
    return Date{std::chrono::sys_days{date} - std::chrono::days{1}};
}

model::ReviewedRisk reviewed(const LocalText& title, bool opportunity, const model::Rating& rating,
                             const std::optional<model::Rating>& before, const LocalText& response,
                             const model::RiskScale& scale) {
    model::ReviewedRisk risk{title, opportunity, rating, scale.level_of(rating).title, {}, response};
    if (before) risk.before = scale.level_of(*before).title;
    return risk;
}

// The rating of the one with the same id.
template <typename Rated>
std::optional<model::Rating> rating_then(const std::vector<Rated>& then, const std::string& id,
                                         model::Rating Rated::*rating) {
    const auto found = std::ranges::find(then, id, &Rated::id);
    if (found == then.end()) return {};
    return (*found).*rating;
}

}  // namespace

Result<std::vector<model::SheetChange>> sheet_changes(Session& session, const std::string& process,
                                                      const Period& period, const model::RiskScale& scale) {
    Workspace& workspace = session.workspace;
    std::vector<model::SheetChange> changes;
    for (const Slice& slice : slices(workspace, DefinitionKind::process, process, period)) {
        const model::Acceptance& acceptance = *slice.version.acceptance;
        if (acceptance.from < period.first()) continue;
        const auto now = process_in_force(workspace, process, slice.first);
        if (!now) return tl::unexpected(now.error());
        model::SheetChange change{slice.version.number,
                                  acceptance.from,
                                  slice.version.author,
                                  acceptance.approver,
                                  acceptance.reason,
                                  slice.version.review,
                                  {}};
        if (const auto before = process_in_force(workspace, process, day_before(slice.first)))
            change.changes = changes_between(before->value, now->value, scale);
        changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<model::ReviewedRisk> reviewed_risks(Workspace& workspace, const model::Process& process,
                                                const Period& period, const model::RiskScale& scale) {
    const auto sheet = process_in_force(workspace, process.id, period.first());
    const model::Process then = sheet ? sheet->value : model::Process{};
    std::vector<model::ReviewedRisk> risks;
    for (const model::Risk& risk : process.risks) {
        risks.push_back(reviewed(risk.title, false, risk.residual,
                                 rating_then(then.risks, risk.id, &model::Risk::residual), risk.response,
                                 scale));
    }
    for (const model::Opportunity& one : process.opportunities) {
        risks.push_back(reviewed(one.title, true, one.rating,
                                 rating_then(then.opportunities, one.id, &model::Opportunity::rating),
                                 one.response, scale));
    }
    return risks;
}

std::vector<model::ReviewedNonconformity> reviewed_nonconformities(Workspace& workspace,
                                                                   const model::Process& process,
                                                                   const Period& period,
                                                                   const calendar::Zone& zone) {
    const auto actions = store::ActionRepository(workspace.database()).list({.process = process.id});
    std::vector<model::ReviewedNonconformity> reviewed;
    for (model::Nonconformity& one : store::NonconformityRepository(workspace.database()).list(process.id)) {
        const bool stated_before = zone.date_of(one.at) < period.first();
        const model::FollowUp follow_up = model::follow_up_of(one, actions);
        if (!stated_before || !follow_up.dealt_with()) reviewed.push_back({std::move(one), follow_up});
    }
    return reviewed;
}

}  // namespace cadran::app
