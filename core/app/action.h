// SPDX-License-Identifier: Apache-2.0
// Actions: proposed, decided at their level, carried out, and judged by their effect.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "model/action.h"
#include "model/journal_entry.h"
#include "model/measurement.h"
#include "store/unit_of_work.h"

namespace cadran::app {

struct ProposeAction {
    std::string process;
    std::string text;
    model::ActionLevel level = model::ActionLevel::sector;
    model::ActionKind kind = model::ActionKind::corrective_action;
    model::ActionOrigin origin = model::ActionOrigin::by_hand;
    std::string source = {};
    // What is not said yet may be said when it is decided.
    std::vector<std::string> causes = {};
    std::string owner = {};
    std::optional<Date> due = {};
    model::Effectiveness effectiveness = {};
};
// All faults at once: texts, an owner without account, an indicator or origin that the process does not have.
Result<model::Action> propose_action(Session& session, const ProposeAction& command);

// Proposed and decided in one go, as part of a larger act whose right was asked for already; not committed.
Result<model::Action> open_decided_action(Session& session, store::UnitOfWork& work,
                                          const ProposeAction& command);

// Faults where nobody has that account, or the date is past. What is not said is none.
Diagnostics faults_of_terms(Session& session, const std::string& owner, const std::optional<Date>& due,
                            Date today);

// What is given takes the place of what was proposed.
struct DecideAction {
    std::int64_t number = 0;
    std::vector<std::string> causes = {};
    std::string owner = {};
    std::optional<Date> due = {};
    model::Effectiveness effectiveness = {};
};
// A quick win by the pilot or a back-up of the process; an action of the sector by them or the management, a
// structural one by the management, neither by who proposed it.
Result<model::Action> decide_action(Session& session, const DecideAction& command);

// By the owner, or who may carry actions of the process out.
Result<model::Action> start_action(Session& session, std::int64_t number);
Result<model::Action> report_progress(Session& session, std::int64_t number, int percent,
                                      const std::string& comment);
Result<model::Action> finish_action(Session& session, std::int64_t number, const std::string& comment);

struct VerifyAction {
    std::int64_t number = 0;
    bool effective = false;
    std::string comment = {};                     // what was seen; needed but where a figure says the same
    std::optional<calendar::Period> period = {};  // of the indicator; else the last one measured
    std::string next = {};  // of an ineffective one: what is to be done in its place; empty: the same again
};
struct VerifiedAction {
    model::Action action;
    std::optional<model::Action> next;  // the proposal that an ineffective one opens
};
// By somebody else than the owner. An indicator is judged on a figure of a period that ends when the action
// was done, or later.
Result<VerifiedAction> verify_action(Session& session, const VerifyAction& command);

// By those who may decide on it; a proposal also by who made it.
Result<model::Action> cancel_action(Session& session, std::int64_t number, const std::string& reason);

struct ActionQuery {
    std::string process = {};  // empty: every process
    std::optional<model::ActionState> state = {};
    std::string owner = {};
    bool overdue = false;    // only those
    bool unsettled = false;  // only those of which a step is still to come: open, or done and not judged
    // Part of those: so many from that one on; 0 for no limit.
    std::int64_t first = 0;
    std::int64_t most = 0;
};
struct ListedAction {
    model::Action action;
    bool overdue = false;
};
// In order. Anybody may list what they own.
Result<std::vector<ListedAction>> list_actions(Session& session, const ActionQuery& query);
// How many they are, whatever part is asked for.
Result<std::int64_t> count_actions(Session& session, const ActionQuery& query);
// The accounts among whose actions the actor may choose: everybody who owns one, or the actor alone.
std::vector<std::string> action_owners(Session& session);

struct ShownAction {
    model::Action action;
    bool overdue = false;
    std::optional<model::Measurement> figure;  // on which its judgement rests
    std::optional<std::int64_t> next;          // the action that it opened
    std::vector<model::JournalEntry> history;  // oldest first
};
Result<ShownAction> show_action(Session& session, std::int64_t number);

}  // namespace cadran::app
