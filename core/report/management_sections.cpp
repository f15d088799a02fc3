// SPDX-License-Identifier: Apache-2.0
#include "report/management_sections.h"

#include <algorithm>
#include <initializer_list>

#include "report/words.h"

namespace cadran::report {

namespace {

using model::ActionKind;
using model::ActionState;
using model::ManagedProcess;
using model::ManagementDossier;
using model::ReviewedAction;
using model::ReviewInput;

// As its sheet calls it; the id of one that has none any more.
std::string process_title(const ManagementDossier& dossier, const std::string& id,
                          const Catalogue& catalogue) {
    for (const ManagedProcess& one : dossier.processes) {
        if (one.process.id == id) return catalogue.text(one.process.title);
    }
    return id.empty() ? catalogue.text(Message{"report.whole_system"}) : id;
}

std::string date_words(const std::optional<Date>& date, const Catalogue& catalogue) {
    return date ? catalogue.date(*date) : no_value;
}

TableCell state_cell(const ReviewedAction& reviewed, const Catalogue& catalogue) {
    const std::string words = catalogue.text(model::action_state_title(reviewed.action.state));
    if (reviewed.overdue)
        return {"▲\u00a0" + words + ", " + catalogue.text(Message{"report.late"}), "missed"};
    switch (reviewed.action.state) {
        case ActionState::effective: return {"✓\u00a0" + words, "met"};
        case ActionState::ineffective: return {"✗\u00a0" + words, "missed"};
        default: break;
    }
    return {words, "none"};
}

struct ActionCounts {
    std::int64_t undecided = 0, running = 0, overdue = 0, effective = 0, ineffective = 0;

    void take(const ReviewedAction& reviewed) {
        const ActionState state = reviewed.action.state;
        undecided += state == ActionState::proposed;
        running +=
            state == ActionState::decided || state == ActionState::in_progress || state == ActionState::done;
        overdue += reviewed.overdue;
        effective += state == ActionState::effective;
        ineffective += state == ActionState::ineffective;
    }
    void write(SectionContent& content, const Catalogue& catalogue) const {
        content.figure(undecided, {"report.undecided_count", {{"count", undecided}}}, catalogue);
        content.figure(running, {"report.running_count", {{"count", running}}}, catalogue);
        content.figure(overdue, {"report.overdue_count", {{"count", overdue}}}, catalogue, "missed");
        content.figure(effective, {"report.effective_count", {{"count", effective}}}, catalogue, "met");
        content.figure(ineffective, {"report.ineffective_count", {{"count", ineffective}}}, catalogue,
                       "missed");
    }
};

SectionTable action_table(const Message& caption, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(caption));
    for (const char* id : {"report.plan_action", "report.plan_owner", "report.plan_due", "report.plan_state"})
        table.column(catalogue.text(Message{id}));
    return table;
}

void add_action(SectionTable& table, const ReviewedAction& reviewed, const Catalogue& catalogue) {
    const model::Action& action = reviewed.action;
    table.row(action.text,
              {{action.owner.empty() ? no_value : action.owner},
               {date_words(action.due, catalogue)},
               state_cell(reviewed, catalogue)},
              model::action_name(action));
}

// Those of that kind, process by process.
SectionContent actions_of_kind(const ManagementDossier& dossier, ActionKind kind, const Message& caption,
                               const Catalogue& catalogue) {
    SectionContent content;
    SectionTable table = action_table(caption, catalogue);
    ActionCounts counts;
    std::vector<const ReviewedAction*> wanted;
    for (const ReviewedAction& one : dossier.actions) {
        if (one.action.kind == kind) wanted.push_back(&one);
    }
    std::ranges::stable_sort(wanted, {}, [](const auto* one) { return one->action.process; });
    std::string process;
    for (const ReviewedAction* one : wanted) {
        counts.take(*one);
        if (one->action.process != process) {
            process = one->action.process;
            table.group(process_title(dossier, process, catalogue));
        }
        add_action(table, *one, catalogue);
    }
    counts.write(content, catalogue);
    content.table(table);
    return content;
}

SectionContent earlier_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionContent content;
    if (!dossier.has_earlier) {
        content.note(catalogue.text(Message{"report.no_earlier_review"}));
        return content;
    }
    SectionTable table = action_table({"report.earlier_decisions"}, catalogue);
    ActionCounts counts;
    for (const model::EarlierOutput& one : dossier.earlier) {
        table.group(catalogue.text(Message{"report.decided_in", {{"period", one.review.text()}}}));
        if (one.action) {
            counts.take(*one.action);
            add_action(table, *one.action, catalogue);
            continue;
        }
        const Message state{one.output.none ? "report.none_decided" : "report.not_followed"};
        table.row(one.output.text,
                  {{one.output.owner.empty() ? no_value : one.output.owner},
                   {date_words(one.output.due, catalogue)},
                   {catalogue.text(state), one.output.none ? "none" : "missed"}},
                  catalogue.text(model::output_kind_title(one.output.kind)));
    }
    counts.write(content, catalogue);
    content.table(table);
    return content;
}

std::string definition_words(const model::DefinitionVersion& version, const ManagementDossier& dossier,
                             const Catalogue& catalogue) {
    switch (version.kind) {
        case model::DefinitionKind::workspace: return catalogue.text(Message{"report.changed_workspace"});
        case model::DefinitionKind::plugin:
            return catalogue.text(Message{"report.changed_plugin", {{"name", version.name}}});
        case model::DefinitionKind::process: break;
    }
    return catalogue.text(
        Message{"report.changed_process", {{"name", process_title(dossier, version.name, catalogue)}}});
}

SectionContent context_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionContent content;
    SectionTable table(catalogue.text(Message{"report.changes_of_the_system"}));
    for (const char* id : {"report.what_changed", "report.version", "report.in_force_from", "report.reason"})
        table.column(catalogue.text(Message{id}));
    for (const model::DefinitionVersion& version : dossier.changes) {
        table.row(definition_words(version, dossier, catalogue),
                  {{catalogue.number(version.number)},
                   {catalogue.date(version.acceptance->from)},
                   {version.acceptance->reason.empty() ? no_value : version.acceptance->reason}});
    }
    const std::int64_t count = std::ssize(dossier.changes);
    content.figure(count, {"report.change_count", {{"count", count}}}, catalogue);
    content.table(table);
    return content;
}

SectionTable nonconformity_table(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.nonconformities"}));
    table.column(catalogue.text(Message{"report.nonconformity"}));
    table.column(catalogue.text(Message{"report.requirement"}));
    table.column(catalogue.text(Message{"report.findings"}), "number");
    table.column(catalogue.text(Message{"report.actions"}), "number");
    table.column(catalogue.text(Message{"report.plan_state"}));
    for (const ManagedProcess& process : dossier.processes) {
        table.group(catalogue.text(process.process.title));
        for (const model::ManagedNonconformity& one : dossier.nonconformities) {
            const model::Nonconformity& stated = one.nonconformity;
            if (stated.process != process.process.id) continue;
            table.row(stated.title,
                      {{stated.requirement},
                       {catalogue.number(std::ssize(stated.findings)), "number"},
                       {catalogue.number(one.follow_up.actions), "number"},
                       one.follow_up.dealt_with()
                           ? TableCell{"✓\u00a0" + catalogue.text(Message{"report.closed"}), "met"}
                           : TableCell{catalogue.text(Message{"report.open"}), "missed"}},
                      catalogue.text(Message{"report.nonconformity_number", {{"number", stated.number}}}));
        }
    }
    return table;
}

SectionContent nonconformity_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    const std::int64_t closed = std::ranges::count_if(
        dossier.nonconformities,
        [](const model::ManagedNonconformity& one) { return one.follow_up.dealt_with(); });
    const std::int64_t open = std::ssize(dossier.nonconformities) - closed;
    SectionContent content;
    content.figure(open, {"report.open_nonconformities", {{"count", open}}}, catalogue, "missed");
    content.figure(closed, {"report.closed_nonconformities", {{"count", closed}}}, catalogue, "met");
    content.table(nonconformity_table(dossier, catalogue));
    const SectionContent actions =
        actions_of_kind(dossier, ActionKind::corrective_action, {"report.corrective_actions"}, catalogue);
    std::ranges::copy(actions.figures, std::back_inserter(content.figures));
    std::ranges::copy(actions.tables, std::back_inserter(content.tables));
    if (!content.headline.empty() && !actions.headline.empty()) content.headline += " · ";
    content.headline += actions.headline;
    return content;
}

// `6 (2 × 3)`.
std::string rating_words(const model::Rating& rating, const Catalogue& catalogue) {
    return catalogue.text(Message{"report.rating",
                                  {{"score", std::int64_t{rating.score()}},
                                   {"likelihood", std::int64_t{rating.likelihood}},
                                   {"impact", std::int64_t{rating.impact}}}});
}

// How a score moved; `better` says whether less of it is better.
TableCell movement_cell(const std::optional<model::Rating>& before, const model::Rating& now,
                        bool less_is_better, const Catalogue& catalogue) {
    if (!before) return {catalogue.text(Message{"report.new_here"}), "none"};
    if (before->score() == now.score()) return {catalogue.text(Message{"report.did_not_move"}), "none"};
    const bool fell = now.score() < before->score();
    const std::string score = catalogue.number(before->score());
    return {catalogue.text(Message{fell ? "report.fell_from" : "report.rose_from", {{"score", score}}}),
            fell == less_is_better ? "met" : "missed"};
}

SectionTable risk_table(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.risks"}));
    table.column(catalogue.text(Message{"report.risk"}));
    table.column(catalogue.text(Message{"report.treatment"}));
    table.column(catalogue.text(Message{"report.inherent"}), "number");
    table.column(catalogue.text(Message{"report.residual"}), "number");
    table.column(catalogue.text(Message{"report.since_the_start"}));
    for (const ManagedProcess& process : dossier.processes) {
        table.group(catalogue.text(process.process.title));
        for (const model::ManagedRisk& one : process.risks) {
            const model::Risk& risk = one.risk;
            table.row(catalogue.text(risk.title),
                      {{catalogue.text(model::treatment_title(risk.treatment))},
                       {rating_words(risk.inherent, catalogue), "number"},
                       {rating_words(risk.residual, catalogue), "number"},
                       movement_cell(one.before, risk.residual, true, catalogue)});
        }
    }
    return table;
}

SectionTable opportunity_table(const ManagementDossier& dossier, const Catalogue& catalogue) {
    SectionTable table(catalogue.text(Message{"report.opportunities"}));
    table.column(catalogue.text(Message{"report.opportunity"}));
    table.column(catalogue.text(Message{"report.how_seized"}));
    table.column(catalogue.text(Message{"report.score"}), "number");
    table.column(catalogue.text(Message{"report.since_the_start"}));
    for (const ManagedProcess& process : dossier.processes) {
        table.group(catalogue.text(process.process.title));
        for (const model::ManagedOpportunity& one : process.opportunities) {
            table.row(catalogue.text(one.opportunity.title),
                      {{catalogue.text(one.opportunity.response)},
                       {rating_words(one.opportunity.rating, catalogue), "number"},
                       movement_cell(one.before, one.opportunity.rating, false, catalogue)});
        }
    }
    return table;
}

SectionContent risk_section(const ManagementDossier& dossier, const Catalogue& catalogue) {
    std::int64_t risks = 0, fell = 0, rose = 0, unreduced = 0, opportunities = 0;
    for (const ManagedProcess& process : dossier.processes) {
        risks += std::ssize(process.risks);
        opportunities += std::ssize(process.opportunities);
        for (const model::ManagedRisk& one : process.risks) {
            const int now = one.risk.residual.score();
            fell += one.before && now < one.before->score();
            rose += one.before && now > one.before->score();
            unreduced += one.risk.treatment == model::Treatment::reduce && now == one.risk.inherent.score();
        }
    }
    SectionContent content;
    content.figure(risks, {"report.risk_count", {{"count", risks}}}, catalogue);
    content.figure(fell, {"report.fallen_count", {{"count", fell}}}, catalogue, "met");
    content.figure(rose, {"report.risen_count", {{"count", rose}}}, catalogue, "missed");
    content.figure(unreduced, {"report.unreduced_count", {{"count", unreduced}}}, catalogue, "missed");
    content.figure(opportunities, {"report.opportunity_count", {{"count", opportunities}}}, catalogue);
    content.table(risk_table(dossier, catalogue));
    content.table(opportunity_table(dossier, catalogue));
    return content;
}

}  // namespace

SectionContent management_section(const ManagementDossier& dossier, ReviewInput input,
                                  const Catalogue& catalogue) {
    switch (input) {
        case ReviewInput::earlier_actions: return earlier_section(dossier, catalogue);
        case ReviewInput::context: return context_section(dossier, catalogue);
        case ReviewInput::satisfaction: return satisfaction_section(dossier, catalogue);
        case ReviewInput::objectives: return objective_section(dossier, catalogue);
        case ReviewInput::performance: return performance_section(dossier, catalogue);
        case ReviewInput::nonconformities: return nonconformity_section(dossier, catalogue);
        case ReviewInput::monitoring: return monitoring_section(dossier, catalogue);
        case ReviewInput::audits: return audit_section(dossier, catalogue);
        case ReviewInput::providers: return provider_section(dossier, catalogue);
        case ReviewInput::risks: return risk_section(dossier, catalogue);
        case ReviewInput::improvement:
            return actions_of_kind(dossier, ActionKind::improvement, {"report.improvement_actions"},
                                   catalogue);
        default: break;
    }
    return {};
}

}  // namespace cadran::report
