// SPDX-License-Identifier: Apache-2.0
#include "app/dossier.h"

#include <algorithm>

#include "app/parameters.h"
#include "app/plugin_reference.h"
#include "app/quality.h"
#include "app/review_matters.h"
#include "store/action_repository.h"
#include "store/finding_repository.h"
#include "store/journal_repository.h"
#include "store/measurement_repository.h"

namespace cadran::app {

namespace {

using calendar::Period;

model::IndicatorSummary summary_of(Workspace& workspace, const model::Process& process,
                                   const model::Indicator& indicator, const Period& period) {
    model::IndicatorSummary summary{indicator, objective_judged_by(process, indicator), {}, {}};
    store::MeasurementRepository measurements(workspace.database());
    for (const Period& part : period.ended(indicator.frequency)) {
        if (auto point = measurements.newest(process.id, indicator.id, part))
            summary.points.push_back(std::move(*point));
    }
    // A figure of a longer period stands for itself: it says nothing of this one alone.
    summary.whole = indicator.frequency > period.kind() && !summary.points.empty()
                        ? summary.points.back()
                        : measurements.newest(process.id, indicator.id, period);
    if (summary.whole)
        summary.previous = measurements.newest(process.id, indicator.id, summary.whole->period.previous());
    summary.history =
        model::indicator_history(indicator, measurements.list(process.id),
                                 model::last_period_of(indicator, period), model::usual_history);
    summary.proposal = model::proposed_objective(indicator, summary.history);
    return summary;
}

// Of fewer records than that, a count of suspicions would point at people: the review says nothing of the
// control.
constexpr std::int64_t least_to_hide_one = 100;

// The newest runs that together cover the period without counting a month twice.
std::vector<model::Run> covering_runs(Workspace& workspace, const std::string& process,
                                      const Period& period) {
    std::vector<model::Run> runs = store::RunRepository(workspace.database()).list(process);
    std::ranges::reverse(runs);
    std::vector<Period> covered;
    std::vector<model::Run> covering;
    for (model::Run& run : runs) {
        const auto months = run.period.divided_into(Period::Kind::month);
        const bool outside = !period.contains(run.period.first()) || !period.contains(run.period.last());
        const bool known = std::ranges::any_of(
            months, [&](const Period& month) { return std::ranges::find(covered, month) != covered.end(); });
        if (outside || known) continue;
        covered.insert(covered.end(), months.begin(), months.end());
        covering.push_back(std::move(run));
    }
    return covering;
}

void count_decisions(Workspace& workspace, const Period& period, model::ControlSummary& summary) {
    store::FindingRepository findings(workspace.database(), store::Sight::whole());
    for (const model::Finding& finding : findings.list({.control = summary.control, .period = period})) {
        const auto decisions = findings.decisions(finding.id);
        if (decisions.empty()) {
            ++summary.open;
            continue;
        }
        switch (decisions.back().verdict) {
            case model::Verdict::released: ++summary.released; break;
            case model::Verdict::refused: ++summary.refused; break;
            case model::Verdict::corrected: ++summary.corrected; break;
            case model::Verdict::dismissed: ++summary.dismissed; break;
            case model::Verdict::confirmed: ++summary.confirmed; break;
            case model::Verdict::reopened:
            case model::Verdict::contested: ++summary.open; break;
        }
    }
}

Result<model::ControlSummary> summary_of(Session& session, const model::ControlUse& use,
                                         const std::vector<model::Run>& runs, const Period& period) {
    Workspace& workspace = session.workspace;
    const std::string plugin_name = plugin_of_reference(use.control);
    const auto plugin = plugin_in_force(workspace, plugin_name, period.last());
    if (!plugin) return tl::unexpected(plugin.error());
    const script::ControlDeclaration* declared = plugin->value.plugin.find_control(use.control);
    if (declared == nullptr) return not_found({"app.no_control", {{"name", use.control}}});
    model::ControlSummary summary;
    summary.control = use.control;
    summary.title = declared->control.title;
    summary.confided = declared->control.visible_to.has_value();
    const auto values = parameter_values(declared->control.parameters, use.parameters);
    if (!values) return tl::unexpected(values.error());
    summary.population = {population_in_words(*declared, *values, Catalogue(Language::french)),
                          population_in_words(*declared, *values, Catalogue(Language::english))};
    for (const model::Run& run : runs) {
        for (const model::ControlResult& result : run.results) {
            if (result.control.id == use.control) summary.totals.add(result);
        }
    }
    count_decisions(workspace, period, summary);
    return summary;
}

Done gather_matters(Session& session, const model::RiskScale& scale, model::Dossier& dossier) {
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const model::Process& process = dossier.process;
    const Period& period = dossier.review.period;
    auto changes = sheet_changes(session, process.id, period, scale);
    if (!changes) return tl::unexpected(changes.error());
    dossier.sheet_changes = std::move(*changes);
    dossier.risks = reviewed_risks(session.workspace, process, period, scale);
    dossier.nonconformities = reviewed_nonconformities(session.workspace, process, period, *zone);
    auto quality = quality_counts(session, process.controls, period);
    if (!quality) return tl::unexpected(quality.error());
    dossier.quality = *quality;
    return {};
}

}  // namespace

LocalText objective_judged_by(const model::Process& process, const model::Indicator& indicator) {
    const auto found = std::ranges::find(process.objectives, indicator.id, &model::Objective::indicator);
    return found == process.objectives.end() ? LocalText{} : found->text;
}

Result<std::vector<model::ControlSummary>> control_summaries(Session& session, const model::Process& process,
                                                             const Period& period, Confided confided) {
    const auto runs = covering_runs(session.workspace, process.id, period);
    std::vector<model::ControlSummary> summaries;
    for (const model::ControlUse& use : process.controls) {
        auto summary = summary_of(session, use, runs, period);
        if (!summary) return tl::unexpected(summary.error());
        const bool told = confided == Confided::counted && summary->totals.population >= least_to_hide_one;
        if (summary->confided && !told) continue;
        summaries.push_back(std::move(*summary));
    }
    return summaries;
}

Result<std::vector<model::ReviewedAction>> reviewed_actions(Session& session, const std::string& process,
                                                            const Period& period) {
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const Date today = zone->date_of(session.clock.now());
    std::vector<model::ReviewedAction> reviewed;
    for (model::Action& action :
         store::ActionRepository(session.workspace.database()).list({.process = process})) {
        const bool waits = action.is_open() || action.state == model::ActionState::done;
        const bool judged = action.judged && period.first() <= zone->date_of(action.judged->mark.at);
        const bool overdue = action.is_overdue(today);
        if (waits || judged) reviewed.push_back({std::move(action), overdue});
    }
    return reviewed;
}

Result<model::Dossier> gather_dossier(Session& session, const InForce<model::Process>& process,
                                      const model::Cycle& cycle, const model::Review& review) {
    Workspace& workspace = session.workspace;
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    auto actions = reviewed_actions(session, process.value.id, review.period);
    if (!actions) return tl::unexpected(actions.error());
    const bool being_signed = review.signed_off && review.pack.empty();
    auto controls = control_summaries(session, process.value, review.period,
                                      being_signed ? Confided::counted : Confided::left_out);
    if (!controls) return tl::unexpected(controls.error());
    model::Dossier dossier{.organisation = (*organisation)->name,
                           .appearance = (*organisation)->appearance,
                           .simulated = workspace.is_sample(),
                           .process = process.value,
                           .process_version = process.version.number,
                           .in_force_from = process.version.acceptance->from,
                           .cycle = cycle,
                           .review = review,
                           .indicators = {},
                           .controls = std::move(*controls),
                           .actions = std::move(*actions),
                           .journal_number = 0,
                           .journal_head = {}};
    for (const model::Indicator& indicator : process.value.indicators) {
        dossier.indicators.push_back(summary_of(workspace, process.value, indicator, review.period));
    }
    if (const Done gathered = gather_matters(session, (*organisation)->scale, dossier); !gathered)
        return tl::unexpected(gathered.error());
    const store::JournalHead head = store::JournalRepository(workspace.database()).head();
    dossier.journal_number = head.number;
    dossier.journal_head = head.hash;
    return dossier;
}

}  // namespace cadran::app
