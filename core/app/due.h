// SPDX-License-Identifier: Apache-2.0
// What falls due, for whom, and what they do about it: files, actions, figures, reviews, drafts,
// audits.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"

namespace cadran::app {

// After the end of its period a figure is due, and the review that looks at it.
inline constexpr std::chrono::days days_to_measure{15};
inline constexpr std::chrono::days days_to_review{30};
// After the review of the turn before is due, or the process came into force, the plan of a turn is due.
inline constexpr std::chrono::days days_to_plan{15};

// Whether a sheet of that process was in force on that date: of what nobody asked for yet, nothing is
// missing.
bool was_in_force(store::Database& database, const std::string& process, Date date);
// After the end of the year the review by the management is due, for those of its processes come first.
inline constexpr std::chrono::days days_to_manage{60};
// How far ahead is looked, unless said otherwise.
inline constexpr std::chrono::days days_ahead{30};

enum class DueKind {
    files,
    action,
    judgement,
    figure,
    objective,
    turn,
    management_review,
    draft,
    audit,
    piece,
    audit_finding,
};

inline constexpr std::array all_due_kinds{
    DueKind::files,     DueKind::action, DueKind::judgement,         DueKind::figure,
    DueKind::objective, DueKind::turn,   DueKind::management_review, DueKind::draft,
    DueKind::audit,     DueKind::piece,  DueKind::audit_finding};

// As programs read it: `files`, `action`.
std::string_view due_kind_name(DueKind kind);
LocalText due_kind_title(DueKind kind);

struct DueItem {
    DueKind kind;
    std::string process;           // empty: of none in particular
    Message what;                  // of what due_words() makes words
    std::vector<std::string> who;  // accounts whose turn it is, sorted; empty: nobody has the right
    std::optional<Date> on = {};   // the last day in time; none: as soon as may be
    bool overdue = false;
    std::string command;     // that the next step begins with
    std::string thing = {};  // `action/12`: the same for as long as it is the same thing that is due
    std::vector<std::string> escalated_to = {};   // accounts to whom it came up because it stayed overdue
    std::optional<calendar::Period> period = {};  // that it is about, where it is about one
};

std::string due_words(const DueItem& item, const Catalogue& catalogue);

struct DueQuery {
    bool everybody = false;          // else what awaits the actor
    std::string process = {};        // empty: every process
    std::optional<Date> until = {};  // by default, `days_ahead` from today
};

// By date, what is due as soon as may be first. Anybody may ask for themselves; for everybody, whoever may
// see results, without the audits of others where they may not see audits.
Result<std::vector<DueItem>> list_due(Session& session, const DueQuery& query);

// The same of everybody, whoever asks: for use cases that give each person what concerns them.
Result<std::vector<DueItem>> gather_due(Session& session, Date until);

// It awaits that account, or came up to it.
bool concerns(const DueItem& item, const std::string& account);

}  // namespace cadran::app
