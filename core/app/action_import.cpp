// SPDX-License-Identifier: Apache-2.0
#include "app/action_import.h"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/ranges.h>

#include "app/definitions.h"
#include "app/nearest.h"
#include "app/remembered_columns.h"
#include "app/rights.h"
#include "base/text.h"
#include "definition/action_plan.h"
#include "store/account_repository.h"
#include "store/action_repository.h"
#include "store/definition_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using definition::ActionPlanRow;
using model::Action;

constexpr const char* action_columns_setting = "import/actions";

// What the plan says of an action, whatever its punctuation; not what Cadran says of it besides.
auto told_of(const Action& action) {
    return std::tuple(folded(action.text), action.level, action.kind,
                      folded(fmt::format("{}", fmt::join(action.causes, " "))), action.owner, action.due,
                      action.state, action.effectiveness.indicator, folded(action.effectiveness.criterion),
                      action.effectiveness.on);
}

// By which a row is known again: a reference, or else the words.
std::string identity(const Action& action) {
    return action.reference.empty() ? folded(action.text) : "\n" + action.reference;
}

bool is_same(const Action& present, const Action& action) {
    return action.reference.empty() ? folded(present.text) == folded(action.text)
                                    : model::action_name(present) == action.reference;
}

class ActionImport {
  public:
    ActionImport(Session& session, const ImportActions& command)
        : session_(session), command_(command), database_(session.workspace.database()) {}

    Result<ImportedActions> run() {
        const auto tables = definition::read_tables(command_.file);
        if (!tables) return tl::unexpected(tables.error());
        const auto remembered = remembered_columns(session_, action_columns_setting);
        auto plan = definition::read_action_plan(*tables, command_.file.filename().string(),
                                                 {command_.columns, remembered});
        if (!plan) return tl::unexpected(plan.error());
        // What is here already is read where nobody else writes.
        store::UnitOfWork work(database_, session_.clock, session_.actor.name, session_.channel);
        if (const Done opened = open_processes(); !opened) return tl::unexpected(opened.error());
        accounts_ = store::AccountRepository(database_).list();
        for (ActionPlanRow& row : plan->rows) take(row, work.mark());
        definition::sort_by_cell(faults_, *tables);
        if (!faults_.empty()) return tl::unexpected(Failure{Failure::Kind::invalid, faults_});
        write(work);
        remember_columns(work, action_columns_setting, plan->columns);
        work.commit();
        done_.columns = std::move(plan->columns);
        done_.ignored = std::move(plan->ignored);
        done_.without_level = plan->without_level;
        done_.without_kind = plan->without_kind;
        done_.without_state = plan->without_state;
        return std::move(done_);
    }

  private:
    Done open_processes() {
        const auto now = today(session_);
        if (!now) return tl::unexpected(now.error());
        const auto sheets = processes_in_force(session_.workspace, *now);
        if (!sheets) return tl::unexpected(sheets.error());
        for (const InForce<model::Process>& sheet : *sheets) {
            const std::string& name = sheet.value.id;
            names_.push_back(name);
            processes_.push_back(sheet.value);
            present_[name] = store::ActionRepository(database_).list({.process = name});
        }
        return {};
    }

    void fault(const Place& place, Message what, std::optional<Message> hint) {
        faults_.push_back({place, std::move(what), std::move(hint)});
    }

    const model::Process* process_of(const ActionPlanRow& row) {
        const std::string wanted = folded(row.process);
        for (const model::Process& process : processes_) {
            for (const std::string& name : {process.id, process.title.fr, process.title.en}) {
                if (folded(name) == wanted) return &process;
            }
        }
        const auto hint = nearest_hint(row.process, names_);
        fault(row.process_place, {"app.process_not_in_force", {{"process", row.process}}},
              hint ? hint : Message{"app.accept_the_process", {{"name", row.process}}});
        return nullptr;
    }

    void find_owner(ActionPlanRow& row) {
        if (row.owner.empty()) return;
        for (const model::Account& account : accounts_) {
            if (folded(account.name) != folded(row.owner) && folded(account.person) != folded(row.owner))
                continue;
            row.action.owner = account.name;
            return;
        }
        fault(row.owner_place, {"app.no_such_owner", {{"owner", row.owner}}}, Message{"app.add_the_owner"});
    }

    void find_indicator(ActionPlanRow& row, const model::Process& process) {
        std::string& wanted = row.action.effectiveness.indicator;
        if (wanted.empty()) return;
        std::vector<std::string> ids;
        for (const model::Indicator& indicator : process.indicators) {
            ids.push_back(indicator.id);
            for (const std::string& name : {indicator.id, indicator.title.fr, indicator.title.en}) {
                if (folded(name) != folded(wanted)) continue;
                wanted = indicator.id;
                return;
            }
        }
        fault(row.indicator_place,
              {"app.no_such_indicator", {{"indicator", wanted}, {"process", process.id}}},
              nearest_hint(wanted, ids));
    }

    const Action* known(const Action& action) const {
        const auto& present = present_.at(action.process);
        const auto found =
            std::ranges::find_if(present, [&](const Action& one) { return is_same(one, action); });
        return found == present.end() ? nullptr : &*found;
    }

    void take(ActionPlanRow& row, const model::Mark& mark) {
        find_owner(row);
        const model::Process* process = process_of(row);
        if (process == nullptr) return;
        find_indicator(row, *process);
        Action& action = row.action;
        action.process = process->id;
        action.proposed = mark;
        if (!seen_.emplace(action.process, identity(action)).second)
            return fault(row.reference_place,
                         {"app.repeated_action",
                          {{"action", action.reference.empty() ? action.text : action.reference}}},
                         Message{"app.keep_one_action"});
        const Action* present = known(action);
        if (present == nullptr)
            new_.push_back(std::move(action));
        else if (told_of(*present) == told_of(action))
            ++done_.known;
        else
            done_.differing.push_back({row.reference_place,
                                       {"app.known_action_differs", {{"number", present->number}}},
                                       Message{"app.change_it_here", {{"number", present->number}}}});
    }

    void write(store::UnitOfWork& work) {
        for (Action& action : new_) {
            if (action.state == model::ActionState::cancelled)
                action.cancelled = model::Cancellation{action.comment, action.proposed};
            store::ActionRepository(work.database()).insert(action);
            work.journal("action.import", store::subject(action), {}, store::state(action));
            done_.added.push_back(action.number);
        }
    }

    Session& session_;
    const ImportActions& command_;
    store::Database& database_;
    std::vector<model::Process> processes_;
    std::vector<std::string> names_;
    std::vector<model::Account> accounts_;
    std::map<std::string, std::vector<Action>> present_;
    std::set<std::pair<std::string, std::string>> seen_;
    std::vector<Action> new_;
    Diagnostics faults_;
    ImportedActions done_;
};

}  // namespace

Result<ImportedActions> import_actions(Session& session, const ImportActions& command) {
    if (const Done may = authorise(session, UseCase::import_actions); !may)
        return tl::unexpected(may.error());
    return ActionImport(session, command).run();
}

}  // namespace cadran::app
