// SPDX-License-Identifier: Apache-2.0
// What another version or other parameters of a control would change over the records that were imported.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/session.h"
#include "model/run.h"

namespace cadran::app {

struct CompareReplay {
    std::string control;  // `claims/over-threshold`
    Date since;
    std::optional<Date> until = {};                             // today where it is not said
    std::vector<std::pair<std::string, std::string>> set = {};  // parameters that are tried
    bool draft = false;                                         // the files that people edit now
    std::string process = {};  // whose parameters are in force; needed where several give it other ones
};

// A finding of which the other side says nothing, or something else.
struct ReplayedFinding {
    std::vector<std::string> keys;  // of its records
    Date event_date;
    model::Severity severity = model::Severity::medium;
    std::string message;  // in the session's language
};

struct ReplaySide {
    model::ControlResult result;          // with the parameters; version 0 of a draft
    std::optional<std::int64_t> minutes;  // of work; none where the control does not say, or makes no work
};

struct ReplayComparison {
    static constexpr std::size_t most_examples = 5;

    Date since;
    Date until;
    std::string process;  // empty: the control is in no plan, its defaults are compared with
    ReplaySide before;    // what is in force
    ReplaySide after;     // what is tried
    std::int64_t more = 0;
    std::int64_t fewer = 0;
    std::int64_t graver = 0;  // found by both
    std::int64_t milder = 0;
    std::int64_t unchanged = 0;
    std::vector<ReplayedFinding> more_examples = {};  // by date and key, not more than most_examples
    std::vector<ReplayedFinding> fewer_examples = {};
    Diagnostics faults = {};                  // of what is tried: records that it could not judge
    std::map<std::string, Date> purged = {};  // as RunDone says it
};

// Both sides over the same records, those imported of these days: each record by the version in force on its
// date, with the parameters of the process that uses the control, and by one version with those and what is
// set. Samples are drawn alike. Keeps nothing. A draft reads what app/draft_reach says.
Result<ReplayComparison> compare_replay(Session& session, const CompareReplay& command);

// A process in force today whose plan has the control, with the parameters that it sets.
struct PlannedControl {
    std::string process;
    LocalText title;
    std::vector<std::pair<std::string, std::string>> parameters;
};
Result<std::vector<PlannedControl>> plans_with(Session& session, const std::string& control);

}  // namespace cadran::app
