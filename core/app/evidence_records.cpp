// SPDX-License-Identifier: Apache-2.0
// Result and action: figures, runs, actions, nonconformities; of the proof, what controls found.
#include <algorithm>

#include "app/action.h"
#include "app/evidence_gathering.h"
#include "app/indicator.h"
#include "app/nonconformity.h"
#include "app/plugin_reference.h"
#include "report/action_plan.h"
#include "report/evidence_data.h"
#include "report/indicators.h"
#include "report/registers.h"
#include "store/action_repository.h"
#include "store/definition_repository.h"
#include "store/finding_repository.h"
#include "store/nonconformity_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::EvidenceKind;

// The day on which nothing was left to be done about it; none while something is.
std::optional<Instant> end_of(const model::Action& action) {
    if (action.judged) return action.judged->mark.at;
    if (action.cancelled) return action.cancelled->mark.at;
    const bool over =
        action.state == model::ActionState::done && action.kind == model::ActionKind::correction;
    return over && action.finished ? std::optional(action.finished->at) : std::nullopt;
}

}  // namespace

void EvidenceGathering::add_measurements() {
    auto& measurements = evidence_.dossier.measurements;
    for (const ProcessOfScope& one : processes_) {
        if (!takes(EvidenceKind::measurements, one.id)) continue;
        auto shown = show_indicators(session_, one.id, "");
        if (expect(shown, "result/measurements.csv") == nullptr) continue;
        for (model::Measurement& measurement : *shown) {
            if (!touches(measurement.period.first(), measurement.period.last())) continue;
            subjects_.insert(store::subject(measurement));
            measurements.push_back(std::move(measurement));
        }
    }
    if (!measurements.empty())
        add({.path = "result/measurements.csv", .kind = EvidenceKind::measurements},
            report::indicators_csv(measurements));
}

// Where its version cannot be read, nothing says that what it found may leave.
bool EvidenceGathering::is_confided(const model::ControlVersion& control) {
    const auto version = store::DefinitionRepository(database_).find(
        model::DefinitionKind::plugin, plugin_of_reference(control.id), control.version);
    const PluginContent* plugin = version ? plugin_content(*version) : nullptr;
    const auto* declared = plugin == nullptr ? nullptr : plugin->plugin.find_control(control.id);
    return declared == nullptr || declared->control.visible_to;
}

void EvidenceGathering::add_runs() {
    auto& runs = evidence_.dossier.runs;
    for (const ProcessOfScope& one : processes_) {
        if (!takes(EvidenceKind::control_runs, one.id)) continue;
        for (model::Run& run : store::RunRepository(database_).list(one.id)) {
            if (!touches(run.period.first(), run.period.last())) continue;
            subjects_.insert(store::subject(run));
            std::erase_if(run.results, [&](const auto& result) { return is_confided(result.control); });
            runs.push_back(std::move(run));
        }
    }
    std::ranges::sort(runs, {}, &model::Run::number);
    if (!runs.empty())
        add({.path = "result/control-runs.csv", .kind = EvidenceKind::control_runs},
            report::control_runs_csv(runs));
}

// What was proposed after the period may follow from what is of it: a quarter is concluded upon once it is
// over.
bool EvidenceGathering::follows(const model::Action& action) const {
    const model::EvidenceDossier& dossier = evidence_.dossier;
    const auto is_source = [&](const std::string& name) { return action.source == name; };
    switch (action.origin) {
        case model::ActionOrigin::review:
            return std::ranges::any_of(dossier.reviews, [&](const model::EvidencedReview& one) {
                return one.review.process == action.process && is_source(one.review.period.text());
            });
        case model::ActionOrigin::management_review:
            return std::ranges::any_of(dossier.management_reviews,
                                       [&](const model::EvidencedManagementReview& one) {
                                           return is_source(one.review.period.text());
                                       });
        case model::ActionOrigin::nonconformity:
            return std::ranges::any_of(dossier.nonconformities,
                                       [&](const model::EvidencedNonconformity& one) {
                                           return is_source(std::to_string(one.nonconformity.number));
                                       });
        case model::ActionOrigin::finding:
            return std::ranges::any_of(dossier.findings, [&](const model::EvidencedFinding& one) {
                return is_source(one.finding.id);
            });
        default: break;
    }
    return false;
}

void EvidenceGathering::add_actions() {
    auto& actions = evidence_.dossier.actions;
    for (const ProcessOfScope& one : processes_) {
        for (model::Action& action : store::ActionRepository(database_).list({.process = one.id})) {
            const auto end = end_of(action);
            const Date proposed = zone_.date_of(action.proposed.at);
            const bool lives = touches(proposed, end ? zone_.date_of(*end) : std::max(proposed, last_));
            if (!takes(action) || (!lives && !follows(action))) continue;
            subjects_.insert(store::subject(action));
            const bool overdue = action.is_overdue(today_);
            actions.push_back({std::move(action), overdue});
        }
    }
    if (actions.empty()) return;
    std::ranges::sort(actions, {}, [](const model::ReviewedAction& one) { return one.action.number; });
    std::vector<model::Action> listed;
    for (const model::ReviewedAction& one : actions) listed.push_back(one.action);
    add({.path = "action/actions.csv", .kind = EvidenceKind::actions},
        report::register_csv(report::action_register(listed, today_, session_.catalogue)));
}

// From what shows it to the day on which it was dealt with.
bool EvidenceGathering::touches(const model::Nonconformity& stated, bool over) const {
    const Date on = zone_.date_of(stated.at);
    Date first = on;
    store::FindingRepository findings(database_, store::Sight::common());
    for (const std::string& id : stated.findings) {
        if (const auto finding = findings.find(id)) first = std::min(first, finding->event_date);
    }
    return touches(first, over ? on : std::max(on, last_));
}

void EvidenceGathering::add_nonconformities() {
    auto& nonconformities = evidence_.dossier.nonconformities;
    const auto all_actions = store::ActionRepository(database_).list();
    for (const ProcessOfScope& one : processes_) {
        if (!takes(EvidenceKind::nonconformities, one.id)) continue;
        for (model::Nonconformity& stated : store::NonconformityRepository(database_).list(one.id)) {
            const Date on = zone_.date_of(stated.at);
            const model::FollowUp follow_up = model::follow_up_of(stated, all_actions);
            if (!touches(stated, follow_up.dealt_with())) continue;
            subjects_.insert(store::subject(stated));
            nonconformities.push_back({std::move(stated), on, follow_up});
        }
    }
    if (nonconformities.empty()) return;
    std::vector<report::DatedNonconformity> dated;
    for (const model::EvidencedNonconformity& one : nonconformities)
        dated.push_back({one.nonconformity, one.stated});
    add({.path = "action/nonconformities.csv", .kind = EvidenceKind::nonconformities},
        report::register_csv(report::nonconformity_register(dated, session_.catalogue)));
}

std::vector<model::EvidencedFinding> EvidenceGathering::findings_of(const std::string& process) {
    std::vector<model::EvidencedFinding> chosen;
    if (const Done may = authorise(session_, UseCase::show_findings); !may) {
        remember(may.error(), "proof/findings.csv");
        return chosen;
    }
    for (ListedFinding& one :
         findings_in_sight(database_, {.process = process, .period = scope_.period}, store::Sight::common()))
        chosen.push_back({process, std::move(one.finding), one.nonconformity});
    return chosen;
}

void EvidenceGathering::add_findings() {
    auto& findings = evidence_.dossier.findings;
    for (const ProcessOfScope& one : processes_) {
        if (!takes(EvidenceKind::findings, one.id)) continue;
        for (model::EvidencedFinding& found : findings_of(one.id)) {
            subjects_.insert(store::subject(found.finding));
            findings.push_back(std::move(found));
        }
    }
    if (findings.empty()) return;
    std::vector<report::RegisteredFinding> registered;
    for (const model::EvidencedFinding& one : findings)
        registered.push_back({one.process, one.finding, one.nonconformity});
    add({.path = "proof/findings.csv", .kind = EvidenceKind::findings},
        report::register_csv(report::finding_register(registered, session_.catalogue)));
}

}  // namespace cadran::app
