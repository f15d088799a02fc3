// SPDX-License-Identifier: Apache-2.0
#include "model/management_dossier.h"

#include <algorithm>

#include "base/named.h"

namespace cadran::model {

namespace {

constexpr Named<Course> courses[] = {
    {Course::none, "none", "sans recul", "too few figures"},
    {Course::better, "better", "en progrès", "improving"},
    {Course::unchanged, "unchanged", "stable", "unchanged"},
    {Course::worse, "worse", "en recul", "worsening"},
    {Course::other, "other", "en mouvement", "moving"},
};

constexpr Named<InputStanding> standings[] = {
    {InputStanding::known, "known", "préparé par le système", "prepared by the system"},
    {InputStanding::supplied, "supplied", "fourni", "supplied"},
    {InputStanding::justified, "justified", "absence justifiée", "absence justified"},
    {InputStanding::missing, "missing", "manquant", "missing"},
};

bool any_indicator(const ManagementDossier& dossier, auto wanted) {
    return std::ranges::any_of(dossier.processes, [&](const ManagedProcess& process) {
        return std::ranges::any_of(process.indicators, [&](const ManagedIndicator& one) {
            return one.is_measured() && wanted(process, one);
        });
    });
}

bool any_control_ran(const ManagementDossier& dossier) {
    return std::ranges::any_of(dossier.processes, [](const ManagedProcess& process) {
        return std::ranges::any_of(process.controls, [](const ControlSummary& control) {
            return control.totals.control.version > 0;
        });
    });
}

}  // namespace

std::int64_t ManagedAudit::findings() const {
    std::int64_t count = major_nonconformities + minor_nonconformities + others;
    for (const auto& [level, recommended] : recommendations) count += recommended;
    return count;
}

const Measurement* ManagedIndicator::judged() const {
    if (whole && whole->target && whole->value()) return &*whole;
    for (auto quarter = quarters.rbegin(); quarter != quarters.rend(); ++quarter) {
        if (quarter->value() && quarter->measurement->target) return &*quarter->measurement;
    }
    return nullptr;
}

bool ManagedIndicator::is_measured() const {
    return whole || std::ranges::any_of(quarters, [](const PeriodFigure& quarter) {
               return quarter.measurement.has_value();
           });
}

std::string_view course_name(Course course) {
    return named(courses, course).name;
}
LocalText course_title(Course course) {
    return title_of(courses, course);
}

Course course_of(const ManagedIndicator& indicator) {
    std::optional<Decimal> first, last;
    std::size_t figures = 0;
    for (const PeriodFigure& quarter : indicator.quarters) {
        const auto value = quarter.value();
        if (!value) continue;
        if (++figures == 1) first = value;
        last = value;
    }
    if (figures < 2) return Course::none;
    const auto order = *last <=> *first;
    if (order == 0) return Course::unchanged;
    switch (indicator.indicator.direction) {
        case Direction::higher: return order > 0 ? Course::better : Course::worse;
        case Direction::lower: return order < 0 ? Course::better : Course::worse;
        case Direction::within: break;
    }
    return Course::other;
}

bool speaks_of_satisfaction(const Process& process) {
    return std::ranges::find(process.clauses, satisfaction_clause) != process.clauses.end();
}

std::string_view input_standing_name(InputStanding standing) {
    return named(standings, standing).name;
}
LocalText input_standing_title(InputStanding standing) {
    return title_of(standings, standing);
}

bool is_known(const ManagementDossier& dossier, ReviewInput input) {
    switch (input) {
        case ReviewInput::earlier_actions:
            return dossier.has_earlier && std::ranges::all_of(dossier.earlier, [](const EarlierOutput& one) {
                       return one.output.none || one.action;
                   });
        case ReviewInput::satisfaction:
            return any_indicator(dossier, [](const ManagedProcess& process, const ManagedIndicator&) {
                return speaks_of_satisfaction(process.process);
            });
        case ReviewInput::objectives:
            return any_indicator(dossier, [](const ManagedProcess&, const ManagedIndicator& one) {
                return one.objective != LocalText{};
            });
        case ReviewInput::performance:
            return std::ranges::any_of(dossier.processes, [](const ManagedProcess& process) {
                return std::ranges::any_of(process.reviews, &ReviewStanding::is_signed);
            });
        case ReviewInput::nonconformities:
            return !dossier.nonconformities.empty() || any_control_ran(dossier) ||
                   std::ranges::any_of(dossier.actions, [](const ReviewedAction& one) {
                       return one.action.kind == ActionKind::corrective_action;
                   });
        case ReviewInput::monitoring:
            return any_control_ran(dossier) ||
                   any_indicator(dossier, [](const auto&, const auto&) { return true; });
        case ReviewInput::audits: return std::ranges::any_of(dossier.audits, &ManagedAudit::is_reported);
        case ReviewInput::providers:
            return std::ranges::any_of(dossier.audits, [](const ManagedAudit& one) {
                const bool is_provider =
                    one.subject == AuditSubject::delegate || one.subject == AuditSubject::provider;
                return is_provider && one.is_reported();
            });
        case ReviewInput::risks:
            return std::ranges::any_of(dossier.processes, [](const ManagedProcess& process) {
                return !process.risks.empty() || !process.opportunities.empty();
            });
        // What this very review decided is its output, not its input.
        case ReviewInput::improvement:
            return std::ranges::any_of(dossier.actions, [&](const ReviewedAction& one) {
                const Action& action = one.action;
                return action.kind == ActionKind::improvement &&
                       (action.origin != ActionOrigin::management_review ||
                        action.source != dossier.review.period.text());
            });
        default: break;
    }
    return false;
}

InputStanding standing_of(const ManagementDossier& dossier, ReviewInput input) {
    if (is_known(dossier, input)) return InputStanding::known;
    const InputAnswer* answer = dossier.review.answer_to(input);
    if (answer == nullptr) return InputStanding::missing;
    return answer->kind == AnswerKind::supplied ? InputStanding::supplied : InputStanding::justified;
}

}  // namespace cadran::model
