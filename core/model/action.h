// SPDX-License-Identifier: Apache-2.0
// What is done about something that was found or wished for, from its proposal to the proof that it worked.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/mark.h"

namespace cadran::model {

// What the action follows from.
enum class ActionOrigin { finding, nonconformity, review, management_review, audit, risk, by_hand };

inline constexpr std::array all_action_origins{
    ActionOrigin::finding, ActionOrigin::nonconformity, ActionOrigin::review, ActionOrigin::management_review,
    ActionOrigin::audit,   ActionOrigin::risk,          ActionOrigin::by_hand};

std::string_view action_origin_name(ActionOrigin origin);  // as commands and files write it
std::optional<ActionOrigin> parse_action_origin(std::string_view name);
LocalText action_origin_title(ActionOrigin origin);

// Who decides on it: the team, its sector, the management.
enum class ActionLevel { quick_win, sector, structural };

inline constexpr std::array all_action_levels{ActionLevel::quick_win, ActionLevel::sector,
                                              ActionLevel::structural};

std::string_view action_level_name(ActionLevel level);
std::optional<ActionLevel> parse_action_level(std::string_view name);
LocalText action_level_title(ActionLevel level);

// A correction mends the case, a corrective action removes the cause (ISO 9001:2015, 10.2; ISO 9000:2015,
// 3.12.2 and 3.12.3); an improvement raises what was in order (10.3).
enum class ActionKind { correction, corrective_action, improvement };

inline constexpr std::array all_action_kinds{ActionKind::correction, ActionKind::corrective_action,
                                             ActionKind::improvement};

std::string_view action_kind_name(ActionKind kind);
std::optional<ActionKind> parse_action_kind(std::string_view name);
LocalText action_kind_title(ActionKind kind);

enum class ActionState { proposed, decided, in_progress, done, effective, ineffective, cancelled };

inline constexpr std::array all_action_states{
    ActionState::proposed,  ActionState::decided,     ActionState::in_progress, ActionState::done,
    ActionState::effective, ActionState::ineffective, ActionState::cancelled};

// Of which a step is still to come.
inline constexpr std::array unsettled_states{ActionState::proposed, ActionState::decided,
                                             ActionState::in_progress, ActionState::done};
// Those of them in which the work is not done yet.
inline constexpr std::array open_states{ActionState::proposed, ActionState::decided,
                                        ActionState::in_progress};

std::string_view action_state_name(ActionState state);
std::optional<ActionState> parse_action_state(std::string_view name);
LocalText action_state_title(ActionState state);

// How it is seen whether the action worked: by an indicator of its process, or by a criterion in words.
struct Effectiveness {
    std::string indicator = {};
    std::string criterion = {};
    std::optional<Date> on = {};  // not judged before that day

    bool is_said() const { return !indicator.empty() || !criterion.empty(); }
};

struct Judgement {
    std::int64_t measurement = 0;  // on which it rests; 0 where a criterion was judged
    std::string comment;
    Mark mark;
};

struct Cancellation {
    std::string reason;
    Mark mark;
};

struct Action {
    std::int64_t number = 0;
    std::string process;
    std::string reference = {};  // in the plan that it was imported from; unlike every other of the process
    ActionOrigin origin = ActionOrigin::by_hand;
    std::string source = {};  // of that origin: `F-…`, the number of a nonconformity, `2026-Q3`, or words
    ActionLevel level = ActionLevel::sector;
    ActionKind kind = ActionKind::corrective_action;
    std::string text;                      // what is to be done
    std::vector<std::string> causes = {};  // each the why of the one before
    std::string owner = {};                // account
    std::optional<Date> due = {};
    int progress = 0;          // per cent
    std::string comment = {};  // on the progress
    Effectiveness effectiveness = {};
    ActionState state = ActionState::proposed;
    Mark proposed;
    // Empty where it happened before the action was imported.
    std::optional<Mark> decided = {};
    std::optional<Mark> started = {};
    std::optional<Mark> finished = {};
    std::optional<Judgement> judged = {};
    std::optional<Cancellation> cancelled = {};
    std::int64_t follows = 0;  // the ineffective action that opened this one
    int revision = 1;

    // Work is still to be done or decided.
    bool is_open() const;
    // Open after its due date, or done and not judged after the day of judgement.
    bool is_overdue(Date today) const;
};

// The steps. Each fails as a conflict from any state but those that it leaves from, saying what comes next
// there, and changes nothing then.

// From proposed. Fails with all that a decision needs and is not said: owner, due date and, of what is no
// correction, how and when it is judged; of a corrective action, its causes.
Done decide(Action& action, const Mark& mark);
// From decided.
Done start(Action& action, const Mark& mark);
// In progress; 0 to 100 per cent.
Done report_progress(Action& action, int percent, const std::string& comment);
// From in progress: whole, whatever was said of its progress before. An empty comment keeps the last one.
Done finish(Action& action, const Mark& mark, const std::string& comment);
// From done, by somebody else than its owner, not before the day that was said.
Done judge(Action& action, bool effective, const Judgement& judgement, Date today);
// From any state before done, with a reason.
Done cancel(Action& action, const Cancellation& cancellation);

// By which plans call it: the reference that it came with, or else `A-12`.
std::string action_name(const Action& action);

// The proposal that an ineffective action opens: the same, its causes, dates and judgement to be found anew.
Action successor(const Action& ineffective, const std::string& text, const Mark& mark);

}  // namespace cadran::model
