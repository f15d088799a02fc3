// SPDX-License-Identifier: Apache-2.0
#include "app/action.h"

#include <algorithm>
#include <functional>

#include "app/definitions.h"
#include "app/expect_text.h"
#include "app/nearest.h"
#include "app/rights.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/action_repository.h"
#include "store/finding_repository.h"
#include "store/journal_repository.h"
#include "store/management_review_repository.h"
#include "store/measurement_repository.h"
#include "store/nonconformity_repository.h"
#include "store/review_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Action;
using model::ActionLevel;
using model::ActionOrigin;

Result<model::Process> process_today(Session& session, const std::string& name) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto process = process_in_force(session.workspace, name, *now);
    if (!process) return tl::unexpected(process.error());
    return process->value;
}

UseCase decision_on(ActionLevel level) {
    switch (level) {
        case ActionLevel::quick_win: return UseCase::decide_quick_win;
        case ActionLevel::sector: return UseCase::decide_sector_action;
        case ActionLevel::structural: break;
    }
    return UseCase::decide_structural_action;
}

Done authorise_work(Session& session, const Action& action, const model::Process& process) {
    if (action.owner == session.actor.name) return {};
    return authorise(session, UseCase::carry_out_action, process);
}

bool has_source(store::Database& database, const model::Process& process, ActionOrigin origin,
                const std::string& source) {
    switch (origin) {
        case ActionOrigin::finding:
            return store::FindingRepository(database, store::Sight::common()).find(source).has_value();
        case ActionOrigin::nonconformity: {
            const auto number = parse_integer(source);
            const auto found = number ? store::NonconformityRepository(database).find(*number) : std::nullopt;
            return found && found->process == process.id;
        }
        case ActionOrigin::review: {
            const auto period = calendar::Period::parse(source);
            return period && store::ReviewRepository(database).find(process.id, *period);
        }
        case ActionOrigin::management_review: {
            const auto period = calendar::Period::parse(source);
            return period && store::ManagementReviewRepository(database).find(*period);
        }
        case ActionOrigin::risk:
            return std::ranges::find(process.risks, source, &model::Risk::id) != process.risks.end();
        default: return true;
    }
}

// What an action says that the system must know.
class Checking {
  public:
    Checking(Session& session, const model::Process& process, Date today)
        : session_(session), database_(session.workspace.database()), process_(process), today_(today) {}

    void check(const Action& action) {
        expect_text(faults_, action.text, "--what");
        for (const std::string& cause : action.causes) expect_text(faults_, cause, "--cause");
        if (!action.effectiveness.criterion.empty())
            expect_text(faults_, action.effectiveness.criterion, "--criterion");
        if (!action.source.empty()) expect_text(faults_, action.source, "--reference");
        if (!has_source(database_, process_, action.origin, action.source))
            fault({"app.no_such_source",
                   {{"origin", model::action_origin_title(action.origin)}, {"source", action.source}}},
                  Message{"app.name_the_source"});
        check_indicator(action.effectiveness);
        std::ranges::copy(faults_of_terms(session_, action.owner, action.due, today_),
                          std::back_inserter(faults_));
    }
    Diagnostics& faults() { return faults_; }

  private:
    void fault(Message what, std::optional<Message> hint) {
        faults_.push_back({{}, std::move(what), std::move(hint)});
    }

    void check_indicator(const model::Effectiveness& effectiveness) {
        if (!effectiveness.indicator.empty() && !effectiveness.criterion.empty())
            fault({"app.indicator_and_criterion"}, Message{"app.choose_one"});
        std::vector<std::string> names;
        for (const model::Indicator& indicator : process_.indicators) names.push_back(indicator.id);
        const std::string& wanted = effectiveness.indicator;
        if (wanted.empty() || std::ranges::find(names, wanted) != names.end()) return;
        fault({"app.no_such_indicator", {{"indicator", wanted}, {"process", process_.id}}},
              nearest_hint(wanted, names));
    }

    Session& session_;
    store::Database& database_;
    const model::Process& process_;
    Date today_;
    Diagnostics faults_;
};

// A step on one action, in a unit of work of its own: what `take` does to it is written and journalled.
using Take = std::function<Done(store::UnitOfWork&, Action&, const model::Process&)>;

Result<Action> step(Session& session, std::int64_t number, const char* act, const Take& take) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::ActionRepository actions(work.database());
    auto action = actions.find(number);
    if (!action) return not_found({"app.no_action", {{"number", number}}}, Message{"app.see_the_actions"});
    const auto process = process_today(session, action->process);
    if (!process) return tl::unexpected(process.error());
    if (const Done seen = expect_seen(session, action->revision, store::subject(*action)); !seen)
        return tl::unexpected(seen.error());
    const Json before = store::state(*action);
    if (const Done taken = take(work, *action, *process); !taken) return tl::unexpected(taken.error());
    const int expected = action->revision++;
    if (!actions.update(*action, expected))
        return conflict({"app.changed_meanwhile", {{"finding", store::subject(*action)}}});
    work.journal(act, store::subject(*action), before, store::state(*action));
    work.commit();
    return *action;
}

void complete(Action& action, const DecideAction& command) {
    if (!command.causes.empty()) action.causes = command.causes;
    if (!command.owner.empty()) action.owner = command.owner;
    if (command.due) action.due = command.due;
    if (command.effectiveness.is_said()) {
        action.effectiveness.indicator = command.effectiveness.indicator;
        action.effectiveness.criterion = command.effectiveness.criterion;
    }
    if (command.effectiveness.on) action.effectiveness.on = command.effectiveness.on;
}

// The figure of that period, or of the last one measured.
std::optional<model::Measurement> figure_for(store::Database& database, const Action& action,
                                             const std::optional<calendar::Period>& period) {
    store::MeasurementRepository measurements(database);
    const std::string& indicator = action.effectiveness.indicator;
    if (period) return measurements.newest(action.process, indicator, *period);
    std::optional<model::Measurement> last;
    for (model::Measurement& one : measurements.list(action.process)) {
        if (one.indicator != indicator) continue;
        if (!last || last->period.last() <= one.period.last()) last = std::move(one);
    }
    return last;
}

// The measurement on which the judgement rests; 0 where none is asked for.
Result<std::int64_t> ground_of(Session& session, const Action& action, const VerifyAction& command) {
    const std::string& indicator = action.effectiveness.indicator;
    if (indicator.empty()) {
        if (!command.period) return 0;
        return invalid(Message{"app.judged_by_criterion", {{"number", action.number}}},
                       Message{"app.leave_the_period_out"});
    }
    const auto figure = figure_for(session.workspace.database(), action, command.period);
    if (!figure) {
        return not_found({"app.no_figure", {{"indicator", indicator}}},
                         Message{"app.measure_the_effect", {{"process", action.process}}});
    }
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    if (action.finished && figure->period.last() < zone->date_of(action.finished->at)) {
        return conflict(
            {"app.figure_before_action", {{"indicator", indicator}, {"period", figure->period.text()}}},
            Message{"app.measure_the_effect", {{"process", action.process}}});
    }
    const model::Attainment attainment = figure->attainment();
    const bool agrees = attainment != model::Attainment::nothing_to_measure &&
                        (attainment == model::Attainment::met) == command.effective;
    if (!agrees && trimmed(command.comment).empty()) {
        return invalid(
            Message{"app.verdict_against_figure",
                    {{"period", figure->period.text()}, {"attainment", model::attainment_title(attainment)}}},
            Message{"app.explain_the_verdict"});
    }
    return figure->number;
}

void insert(store::UnitOfWork& work, Action& action) {
    store::ActionRepository(work.database()).insert(action);
    work.journal("action.propose", store::subject(action), {}, store::state(action));
}

// Checked; not yet in the store.
Result<Action> proposal(Session& session, const ProposeAction& command, const model::Mark& mark) {
    const auto process = process_today(session, command.process);
    if (!process) return tl::unexpected(process.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    Action action;
    action.process = command.process;
    action.text = trimmed(command.text);
    action.level = command.level;
    action.kind = command.kind;
    action.origin = command.origin;
    action.source = command.source;
    action.causes = command.causes;
    action.owner = command.owner;
    action.due = command.due;
    action.effectiveness = command.effectiveness;
    action.proposed = mark;
    Checking checking(session, *process, *now);
    checking.check(action);
    if (!checking.faults().empty()) return invalid(std::move(checking.faults()));
    return action;
}

// Today, for who may.
Result<Date> may_list(Session& session, const ActionQuery& query) {
    if (query.owner != session.actor.name) {
        if (const Done may = authorise(session, UseCase::show_actions); !may)
            return tl::unexpected(may.error());
    }
    return today(session);
}

store::ActionFilter filter_of(const ActionQuery& query, Date today) {
    store::ActionFilter filter{.process = query.process, .owner = query.owner};
    if (query.state) filter.states = {*query.state};
    if (query.unsettled && !query.state)
        filter.states = {model::unsettled_states.begin(), model::unsettled_states.end()};
    if (query.overdue) filter.overdue_on = today;
    filter.first = query.first;
    filter.most = query.most;
    return filter;
}

}  // namespace

Diagnostics faults_of_terms(Session& session, const std::string& owner, const std::optional<Date>& due,
                            Date today) {
    Diagnostics faults;
    store::AccountRepository accounts(session.workspace.database());
    if (!owner.empty() && !accounts.find(owner)) {
        std::vector<std::string> names;
        for (const model::Account& account : accounts.people()) names.push_back(account.name);
        faults.push_back({{}, {"app.no_such_owner", {{"owner", owner}}}, nearest_hint(owner, names)});
    }
    if (due && *due < today)
        faults.push_back({{}, {"app.due_in_the_past", {{"date", *due}}}, Message{"app.give_a_later_date"}});
    return faults;
}

Result<Action> propose_action(Session& session, const ProposeAction& command) {
    if (const Done may = authorise(session, UseCase::propose_action); !may)
        return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto action = proposal(session, command, work.mark());
    if (!action) return action;
    insert(work, *action);
    work.commit();
    return action;
}

Result<Action> open_decided_action(Session& session, store::UnitOfWork& work, const ProposeAction& command) {
    auto action = proposal(session, command, work.mark());
    if (!action) return action;
    if (const Done decided = model::decide(*action, work.mark()); !decided)
        return tl::unexpected(decided.error());
    store::ActionRepository(work.database()).insert(*action);
    work.journal("action.decide", store::subject(*action), {}, store::state(*action));
    return action;
}

Result<Action> decide_action(Session& session, const DecideAction& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto take = [&](store::UnitOfWork& work, Action& action, const model::Process& process) -> Done {
        if (const Done may = authorise(session, decision_on(action.level), process); !may) return may;
        if (action.level != ActionLevel::quick_win && action.proposed.by == work.actor())
            return refused({"app.own_proposal", {{"number", action.number}}},
                           Message{"app.ask_another_decider"});
        Action decided = action;
        complete(decided, command);
        if (const Done done = model::decide(decided, work.mark()); !done) return done;
        Checking checking(session, process, *now);
        checking.check(decided);
        if (!checking.faults().empty()) return invalid(std::move(checking.faults()));
        action = std::move(decided);
        return {};
    };
    return step(session, command.number, "action.decide", take);
}

Result<Action> start_action(Session& session, std::int64_t number) {
    const auto take = [&](store::UnitOfWork& work, Action& action, const model::Process& process) -> Done {
        if (const Done may = authorise_work(session, action, process); !may) return may;
        return model::start(action, work.mark());
    };
    return step(session, number, "action.start", take);
}

Result<Action> report_progress(Session& session, std::int64_t number, int percent,
                               const std::string& comment) {
    const auto take = [&](store::UnitOfWork&, Action& action, const model::Process& process) -> Done {
        if (const Done may = authorise_work(session, action, process); !may) return may;
        Diagnostics faults;
        expect_text(faults, comment, "--comment");
        if (!faults.empty()) return invalid(std::move(faults));
        return model::report_progress(action, percent, comment);
    };
    return step(session, number, "action.progress", take);
}

Result<Action> finish_action(Session& session, std::int64_t number, const std::string& comment) {
    const auto take = [&](store::UnitOfWork& work, Action& action, const model::Process& process) -> Done {
        if (const Done may = authorise_work(session, action, process); !may) return may;
        Diagnostics faults;
        if (!comment.empty()) expect_text(faults, comment, "--comment");
        if (!faults.empty()) return invalid(std::move(faults));
        return model::finish(action, work.mark(), comment);
    };
    return step(session, number, "action.finish", take);
}

Result<VerifiedAction> verify_action(Session& session, const VerifyAction& command) {
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    VerifiedAction verified;
    const auto take = [&](store::UnitOfWork& work, Action& action, const model::Process& process) -> Done {
        if (const Done may = authorise(session, UseCase::verify_action, process); !may) return may;
        Diagnostics faults;
        if (!command.comment.empty()) expect_text(faults, command.comment, "--comment");
        if (!command.next.empty()) expect_text(faults, command.next, "--next");
        if (!faults.empty()) return invalid(std::move(faults));
        // Asked for before the figure: who may not judge, or too early, need not measure.
        model::Judgement judgement{1, command.comment, work.mark()};
        Action judged = action;
        if (const Done done = model::judge(judged, command.effective, judgement, *now); !done) return done;
        const auto ground = ground_of(session, action, command);
        if (!ground) return tl::unexpected(ground.error());
        judgement.measurement = *ground;
        if (const Done done = model::judge(action, command.effective, judgement, *now); !done) return done;
        if (command.effective) return {};
        verified.next = model::successor(action, std::string(trimmed(command.next)), judgement.mark);
        insert(work, *verified.next);
        return {};
    };
    auto action = step(session, command.number, "action.verify", take);
    if (!action) return tl::unexpected(action.error());
    verified.action = std::move(*action);
    return verified;
}

Result<Action> cancel_action(Session& session, std::int64_t number, const std::string& reason) {
    const auto take = [&](store::UnitOfWork& work, Action& action, const model::Process& process) -> Done {
        const bool withdrawn =
            action.state == model::ActionState::proposed && action.proposed.by == work.actor();
        const Done may = withdrawn ? Done{} : authorise(session, decision_on(action.level), process);
        if (!may) return may;
        return model::cancel(action, {reason, work.mark()});
    };
    return step(session, number, "action.cancel", take);
}

Result<std::vector<ListedAction>> list_actions(Session& session, const ActionQuery& query) {
    const auto now = may_list(session, query);
    if (!now) return tl::unexpected(now.error());
    std::vector<ListedAction> listed;
    for (Action& action :
         store::ActionRepository(session.workspace.database()).list(filter_of(query, *now))) {
        const bool overdue = action.is_overdue(*now);
        listed.push_back({std::move(action), overdue});
    }
    return listed;
}

Result<std::int64_t> count_actions(Session& session, const ActionQuery& query) {
    const auto now = may_list(session, query);
    if (!now) return tl::unexpected(now.error());
    return store::ActionRepository(session.workspace.database()).count(filter_of(query, *now));
}

std::vector<std::string> action_owners(Session& session) {
    if (scope_of(session.actor, UseCase::show_actions) != Scope::all) return {session.actor.name};
    return store::ActionRepository(session.workspace.database()).owners();
}

Result<ShownAction> show_action(Session& session, std::int64_t number) {
    store::Database& database = session.workspace.database();
    store::ActionRepository actions(database);
    auto action = actions.find(number);
    if (!action || action->owner != session.actor.name) {
        if (const Done may = authorise(session, UseCase::show_actions); !may)
            return tl::unexpected(may.error());
    }
    if (!action) return not_found({"app.no_action", {{"number", number}}}, Message{"app.see_the_actions"});
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    ShownAction shown{*action, action->is_overdue(*now), {}, actions.next_of(number), {}};
    if (action->judged && action->judged->measurement != 0) {
        for (model::Measurement& one : store::MeasurementRepository(database).list(action->process)) {
            if (one.number == action->judged->measurement) shown.figure = std::move(one);
        }
    }
    for (const store::JournalRow& row :
         store::JournalRepository(database).of_subject(store::subject(*action))) {
        auto entry = model::JournalEntry::parse(row.entry);
        if (!entry) return tl::unexpected(entry.error());
        shown.history.push_back(std::move(*entry));
    }
    return shown;
}

}  // namespace cadran::app
