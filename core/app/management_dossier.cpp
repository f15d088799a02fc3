// SPDX-License-Identifier: Apache-2.0
#include "app/management_dossier.h"

#include <algorithm>

#include "app/audit_dossier.h"
#include "app/definitions.h"
#include "app/dossier.h"
#include "app/management_audits.h"
#include "base/text.h"
#include "store/action_repository.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/journal_repository.h"
#include "store/management_review_repository.h"
#include "store/measurement_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;
using Measurements = std::vector<model::Measurement>;

constexpr std::size_t quarters_looked_back_upon = 4;

// The four quarters that end with the period or before it.
std::vector<Period> quarters_up_to(const Period& period) {
    Period quarter = Period::containing(period.last(), Period::Kind::quarter);
    if (period.last() < quarter.last()) quarter = quarter.previous();
    std::vector<Period> quarters;
    while (quarters.size() < quarters_looked_back_upon) {
        quarters.insert(quarters.begin(), quarter);
        quarter = quarter.previous();
    }
    return quarters;
}

// What lies further back than the first sheet is not looked for.
template <typename Item, typename Managed, typename Rate>
std::vector<Managed> with_rating_before(const std::vector<Item>& now, const std::vector<Item>& before,
                                        Rate rate) {
    std::vector<Managed> managed;
    for (const Item& item : now) {
        const auto then = std::ranges::find(before, item.id, &Item::id);
        managed.push_back({item, then == before.end() ? std::nullopt : std::optional(rate(*then))});
    }
    return managed;
}

class ManagementGathering {
  public:
    ManagementGathering(Session& session, model::ManagementDossier& dossier, Date today)
        : session_(session),
          database_(session.workspace.database()),
          dossier_(dossier),
          period_(dossier.review.period),
          today_(today) {}

    Done gather() {
        dossier_.quarters = quarters_up_to(period_);
        if (const Done done = gather_processes(); !done) return done;
        auto actions = reviewed_actions(session_, "", period_);
        if (!actions) return tl::unexpected(actions.error());
        dossier_.actions = std::move(*actions);
        gather_nonconformities();
        gather_earlier();
        gather_changes();
        dossier_.audits = managed_audits(session_, period_, today_);
        const store::JournalHead head = store::JournalRepository(database_).head();
        dossier_.journal_number = head.number;
        dossier_.journal_head = head.hash;
        return {};
    }

  private:
    Done gather_processes() {
        const Date day = std::min(today_, period_.last());
        const auto sheets = processes_in_force(session_.workspace, day);
        if (!sheets) return tl::unexpected(sheets.error());
        for (const InForce<model::Process>& sheet : *sheets) {
            auto controls = control_summaries(session_, sheet.value, period_, Confided::left_out);
            if (!controls) return tl::unexpected(controls.error());
            model::ManagedProcess managed{sheet.value, sheet.version.number};
            managed.controls = std::move(*controls);
            add_indicators(managed);
            add_reviews(managed);
            if (const Done done = add_risks(managed); !done) return done;
            dossier_.processes.push_back(std::move(managed));
        }
        return {};
    }

    void add_indicators(model::ManagedProcess& managed) {
        const model::Process& process = managed.process;
        const Measurements measurements = store::MeasurementRepository(database_).list(process.id);
        for (const model::Indicator& indicator : process.indicators) {
            model::ManagedIndicator one{indicator,
                                        objective_judged_by(process, indicator),
                                        {},
                                        model::figure_over(indicator, measurements, period_)};
            for (const Period& quarter : dossier_.quarters)
                one.quarters.push_back({quarter, model::figure_over(indicator, measurements, quarter), {}});
            managed.indicators.push_back(std::move(one));
        }
    }

    // The wheel of a process turns from its first turn on.
    void add_reviews(model::ManagedProcess& managed) {
        std::optional<Period> first;
        for (const model::Cycle& turn : store::CycleRepository(database_).list()) {
            if (turn.process == managed.process.id && (!first || turn.period < *first)) first = turn.period;
        }
        if (!first) return;
        store::ReviewRepository reviews(database_);
        for (const Period& period : period_.ended(first->kind())) {
            if (period.last() < first->last()) continue;
            const auto review = reviews.find(managed.process.id, period);
            managed.reviews.push_back({period, review ? std::optional(review->state) : std::nullopt});
        }
    }

    Done add_risks(model::ManagedProcess& managed) {
        const auto before = sheet_at_the_start(managed.process.id);
        if (!before) return tl::unexpected(before.error());
        managed.risks = with_rating_before<model::Risk, model::ManagedRisk>(
            managed.process.risks, before->risks, [](const model::Risk& risk) { return risk.residual; });
        managed.opportunities = with_rating_before<model::Opportunity, model::ManagedOpportunity>(
            managed.process.opportunities, before->opportunities,
            [](const model::Opportunity& opportunity) { return opportunity.rating; });
        return {};
    }

    // That was in force when the period began, or else the first one of all.
    Result<model::Process> sheet_at_the_start(const std::string& name) {
        store::DefinitionRepository definitions(database_);
        Date day = period_.first();
        if (!definitions.in_force(model::DefinitionKind::process, name, day)) {
            day = period_.last();
            for (const model::DefinitionVersion& version : definitions.list(model::DefinitionKind::process)) {
                if (version.name == name && version.acceptance) day = std::min(day, version.acceptance->from);
            }
        }
        auto process = process_in_force(session_.workspace, name, day);
        if (!process) return tl::unexpected(process.error());
        return process->value;
    }

    // When it was stated, and of when its findings are: a quarter is looked at once it is over.
    std::vector<Date> dates_of(const model::Nonconformity& nonconformity) {
        std::vector<Date> dates{Date{std::chrono::floor<std::chrono::days>(nonconformity.at)}};
        store::FindingRepository findings(database_, store::Sight::common());
        for (const std::string& id : nonconformity.findings) {
            if (const auto finding = findings.find(id)) dates.push_back(finding->event_date);
        }
        return dates;
    }

    void gather_nonconformities() {
        const auto actions = store::ActionRepository(database_).list();
        for (model::Nonconformity& one : store::NonconformityRepository(database_).list()) {
            const model::FollowUp follow_up = model::follow_up_of(one, actions);
            const std::vector<Date> dates = dates_of(one);
            const auto inside = [&](Date date) { return period_.contains(date); };
            const auto before_its_end = [&](Date date) { return date <= period_.last(); };
            if (std::ranges::none_of(dates, before_its_end)) continue;
            if (follow_up.dealt_with() && std::ranges::none_of(dates, inside)) continue;
            dossier_.nonconformities.push_back({std::move(one), follow_up});
        }
    }

    void gather_earlier() {
        std::vector<model::ManagementReview> earlier;
        for (model::ManagementReview& one : store::ManagementReviewRepository(database_).list()) {
            if (one.state == model::ReviewState::signed_off && one.period.last() < period_.last())
                earlier.push_back(std::move(one));
        }
        std::ranges::sort(earlier, {}, [](const auto& one) { return one.period.last(); });
        dossier_.has_earlier = !earlier.empty();
        store::ActionRepository actions(database_);
        for (const model::ManagementReview& one : earlier) {
            for (const model::ReviewOutput& output : one.outputs) {
                model::EarlierOutput followed{one.period, output};
                if (auto action = actions.find(output.action)) {
                    const bool overdue = action->is_overdue(today_);
                    followed.action = model::ReviewedAction{std::move(*action), overdue};
                }
                const bool waits =
                    followed.action && (followed.action->action.is_open() ||
                                        followed.action->action.state == model::ActionState::done);
                if (waits || one.period == earlier.back().period)
                    dossier_.earlier.push_back(std::move(followed));
            }
        }
    }

    void gather_changes() {
        store::DefinitionRepository definitions(database_);
        for (const auto kind : {model::DefinitionKind::workspace, model::DefinitionKind::process,
                                model::DefinitionKind::plugin}) {
            for (model::DefinitionVersion& version : definitions.list(kind)) {
                if (version.acceptance && period_.contains(version.acceptance->from))
                    dossier_.changes.push_back(std::move(version));
            }
        }
    }

    Session& session_;
    store::Database& database_;
    model::ManagementDossier& dossier_;
    Period period_;
    Date today_;
};

void refuse(Diagnostics& obstacles, Message what, Message hint) {
    obstacles.push_back({{}, std::move(what), std::move(hint)});
}

}  // namespace

Result<model::ManagementDossier> gather_management_dossier(Session& session,
                                                           const model::ManagementReview& review) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    model::ManagementDossier dossier{.organisation = (*organisation)->name,
                                     .appearance = (*organisation)->appearance,
                                     .simulated = session.workspace.is_sample(),
                                     .review = review,
                                     .providers = (*organisation)->providers,
                                     .levels = level_titles(**organisation)};
    std::ranges::stable_partition(dossier.providers, &model::Provider::delegate);
    if (const Done done = ManagementGathering(session, dossier, *now).gather(); !done)
        return tl::unexpected(done.error());
    return dossier;
}

Diagnostics obstacles_to_signature(const model::ManagementDossier& dossier) {
    Diagnostics obstacles;
    const std::string period = dossier.review.period.text();
    if (dossier.review.state == model::ReviewState::in_preparation)
        refuse(obstacles, {"app.management_review_not_held", {{"period", period}}},
               {"app.hold_the_management_review", {{"period", period}}});
    for (const model::ReviewInput input : model::all_review_inputs) {
        if (model::standing_of(dossier, input) != model::InputStanding::missing) continue;
        refuse(obstacles,
               {"app.review_input_missing",
                {{"clause", std::string(model::review_input_clause(input))},
                 {"input", model::review_input_title(input)}}},
               {"app.supply_or_justify",
                {{"period", period}, {"id", std::string(model::review_input_name(input))}}});
    }
    for (const model::ManagedProcess& process : dossier.processes) {
        for (const model::ReviewStanding& review : process.reviews) {
            if (review.is_signed()) continue;
            refuse(obstacles,
                   {"app.process_review_unsigned",
                    {{"process", process.process.title}, {"period", review.period.text()}}},
                   {"app.sign_the_process_review",
                    {{"process", process.process.id}, {"period", review.period.text()}}});
        }
    }
    for (const model::OutputKind kind : dossier.review.undecided()) {
        refuse(obstacles, {"app.review_output_undecided", {{"output", model::output_kind_title(kind)}}},
               {"app.decide_the_output",
                {{"period", period}, {"id", std::string(model::output_kind_name(kind))}}});
    }
    return obstacles;
}

}  // namespace cadran::app
