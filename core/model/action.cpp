// SPDX-License-Identifier: Apache-2.0
#include "model/action.h"

#include <fmt/format.h>

#include "base/named.h"
#include "base/text.h"

namespace cadran::model {

namespace {

constexpr Named<ActionOrigin> origins[] = {
    {ActionOrigin::finding, "finding", "anomalie", "finding"},
    {ActionOrigin::nonconformity, "nonconformity", "non-conformité", "nonconformity"},
    {ActionOrigin::review, "review", "revue", "review"},
    {ActionOrigin::management_review, "management-review", "revue de direction", "management review"},
    {ActionOrigin::audit, "audit", "audit", "audit"},
    {ActionOrigin::risk, "risk", "risque", "risk"},
    {ActionOrigin::by_hand, "by-hand", "saisie manuelle", "by hand"},
};

constexpr Named<ActionLevel> levels[] = {
    {ActionLevel::quick_win, "quick-win", "gain rapide", "quick win"},
    {ActionLevel::sector, "sector", "secteur", "sector"},
    {ActionLevel::structural, "structural", "structurelle", "structural"},
};

constexpr Named<ActionKind> action_kinds[] = {
    {ActionKind::correction, "correction", "correction", "correction"},
    {ActionKind::corrective_action, "corrective-action", "action corrective", "corrective action"},
    {ActionKind::improvement, "improvement", "amélioration", "improvement"},
};

constexpr Named<ActionState> action_states[] = {
    {ActionState::proposed, "proposed", "proposée", "proposed"},
    {ActionState::decided, "decided", "décidée", "decided"},
    {ActionState::in_progress, "in-progress", "en cours", "in progress"},
    {ActionState::done, "done", "faite", "done"},
    {ActionState::effective, "effective", "vérifiée efficace", "verified effective"},
    {ActionState::ineffective, "ineffective", "vérifiée inefficace", "verified ineffective"},
    {ActionState::cancelled, "cancelled", "annulée", "cancelled"},
};

// What may be done in that state.
Message next_step(ActionState state) {
    switch (state) {
        case ActionState::proposed: return {"model.action_is_proposed"};
        case ActionState::decided: return {"model.action_is_decided"};
        case ActionState::in_progress: return {"model.action_is_in_progress"};
        case ActionState::done: return {"model.action_is_done"};
        default: break;
    }
    return {"model.action_is_closed"};
}

Done expect_state(const Action& action, bool expected) {
    if (expected) return {};
    return conflict(
        {"model.action_state", {{"number", action.number}, {"state", action_state_title(action.state)}}},
        next_step(action.state));
}

void expect(Diagnostics& faults, bool said, Message what, Message hint) {
    if (!said) faults.push_back({{}, std::move(what), std::move(hint)});
}

}  // namespace

std::string_view action_origin_name(ActionOrigin origin) {
    return named(origins, origin).name;
}
std::optional<ActionOrigin> parse_action_origin(std::string_view name) {
    return parse_named(origins, name);
}
LocalText action_origin_title(ActionOrigin origin) {
    return title_of(origins, origin);
}

std::string_view action_level_name(ActionLevel level) {
    return named(levels, level).name;
}
std::optional<ActionLevel> parse_action_level(std::string_view name) {
    return parse_named(levels, name);
}
LocalText action_level_title(ActionLevel level) {
    return title_of(levels, level);
}

std::string_view action_kind_name(ActionKind kind) {
    return named(action_kinds, kind).name;
}
std::optional<ActionKind> parse_action_kind(std::string_view name) {
    return parse_named(action_kinds, name);
}
LocalText action_kind_title(ActionKind kind) {
    return title_of(action_kinds, kind);
}

std::string_view action_state_name(ActionState state) {
    return named(action_states, state).name;
}
std::optional<ActionState> parse_action_state(std::string_view name) {
    return parse_named(action_states, name);
}
LocalText action_state_title(ActionState state) {
    return title_of(action_states, state);
}

bool Action::is_open() const {
    return state < ActionState::done;
}

bool Action::is_overdue(Date today) const {
    if (is_open()) return due && *due < today;
    return state == ActionState::done && effectiveness.on && *effectiveness.on < today;
}

Done decide(Action& action, const Mark& mark) {
    if (const Done ready = expect_state(action, action.state == ActionState::proposed); !ready) return ready;
    Diagnostics faults;
    expect(faults, !action.owner.empty(), {"model.action_without_owner"}, {"model.name_the_owner"});
    expect(faults, action.due.has_value(), {"model.action_without_due_date"}, {"model.give_the_due_date"});
    if (action.kind == ActionKind::corrective_action)
        expect(faults, !action.causes.empty(), {"model.action_without_causes"}, {"model.give_the_causes"});
    const Effectiveness& effectiveness = action.effectiveness;
    if (action.kind != ActionKind::correction) {
        expect(faults, effectiveness.is_said(), {"model.action_without_criterion"},
               {"model.give_the_criterion"});
        expect(faults, effectiveness.on.has_value(), {"model.action_without_judgement_day"},
               {"model.give_the_judgement_day"});
    }
    expect(faults, !effectiveness.on || !action.due || *action.due <= *effectiveness.on,
           {"model.judged_before_due"}, {"model.judge_after_due"});
    if (!faults.empty()) return invalid(std::move(faults));
    action.state = ActionState::decided;
    action.decided = mark;
    return {};
}

Done start(Action& action, const Mark& mark) {
    if (const Done ready = expect_state(action, action.state == ActionState::decided); !ready) return ready;
    action.state = ActionState::in_progress;
    action.started = mark;
    return {};
}

Done report_progress(Action& action, int percent, const std::string& comment) {
    if (const Done ready = expect_state(action, action.state == ActionState::in_progress); !ready)
        return ready;
    if (percent < 0 || percent > 100)
        return invalid(Message{"model.progress_beyond_bounds", {{"percent", std::int64_t{percent}}}},
                       Message{"model.give_a_percentage"});
    action.progress = percent;
    action.comment = comment;
    return {};
}

Done finish(Action& action, const Mark& mark, const std::string& comment) {
    if (const Done ready = expect_state(action, action.state == ActionState::in_progress); !ready)
        return ready;
    action.state = ActionState::done;
    action.progress = 100;
    if (!comment.empty()) action.comment = comment;
    action.finished = mark;
    return {};
}

Done judge(Action& action, bool effective, const Judgement& judgement, Date today) {
    if (const Done ready = expect_state(action, action.state == ActionState::done); !ready) return ready;
    if (judgement.mark.by == action.owner)
        return refused({"model.own_action", {{"number", action.number}}}, Message{"model.ask_another_judge"});
    if (const auto& on = action.effectiveness.on; on && today < *on)
        return conflict({"model.too_early_to_judge", {{"number", action.number}, {"date", *on}}},
                        Message{"model.wait_for_the_effect"});
    if (judgement.measurement == 0 && is_blank(judgement.comment))
        return invalid(Message{"model.judgement_without_ground"}, Message{"model.say_what_was_seen"});
    action.state = effective ? ActionState::effective : ActionState::ineffective;
    action.judged = judgement;
    return {};
}

Done cancel(Action& action, const Cancellation& cancellation) {
    if (const Done ready = expect_state(action, action.is_open()); !ready) return ready;
    if (is_blank(cancellation.reason))
        return invalid(Message{"model.cancelled_without_reason"}, Message{"model.give_the_reason"});
    action.state = ActionState::cancelled;
    action.cancelled = cancellation;
    return {};
}

std::string action_name(const Action& action) {
    return action.reference.empty() ? fmt::format("A-{}", action.number) : action.reference;
}

Action successor(const Action& ineffective, const std::string& text, const Mark& mark) {
    Action next;
    next.process = ineffective.process;
    next.origin = ineffective.origin;
    next.source = ineffective.source;
    next.level = ineffective.level;
    next.kind = ineffective.kind;
    next.text = is_blank(text) ? ineffective.text : text;
    next.owner = ineffective.owner;
    next.effectiveness = ineffective.effectiveness;
    next.effectiveness.on = {};
    next.proposed = mark;
    next.follows = ineffective.number;
    return next;
}

}  // namespace cadran::model
