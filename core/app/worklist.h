// SPDX-License-Identifier: Apache-2.0
// The files that controls selected, and what the payment system is told of them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/work_item.h"
#include "calendar/period.h"
#include "model/release_list.h"

namespace cadran::app {

struct WorklistFilter {
    std::optional<model::FindingState> state = {};
    std::optional<calendar::Period> period = {};
    std::string control = {};  // empty: every control
    bool mine = false;         // only what the actor took, and still has
    bool overdue = false;      // only what is open after its due date
};

// What is overdue first, by due date; the others by event date. Findings that are only flagged are not work.
Result<std::vector<WorkItem>> list_worklist(Session& session, const WorklistFilter& filter);

// The same in the same order, as `plain_work_item` has them, for whoever shows a part of them: `add_words_to`
// adds what is missing.
Result<std::vector<WorkItem>> survey_worklist(Session& session, const WorklistFilter& filter);
Result<std::vector<WorkItem>> add_words_to(Session& session, std::span<const WorkItem> items);

// `item` is the id of a finding, or the key of a record that only one finding concerns.
Result<WorkItem> show_work_item(Session& session, const std::string& item);

// The same of whatever a control found, also where it is only flagged, for whoever may know of it; reading
// what is kept for a confidant is journalled.
Result<WorkItem> show_finding(Session& session, const std::string& finding);

struct Release {
    model::ReleaseList list;
    std::string released;   // the file for the payment system: may be paid
    std::string suspended;  // stays held
};

// A new list of what may be paid since the last one, and of everything that stays suspended.
Result<Release> release_payments(Session& session);
// The files of an earlier list, byte for byte.
Result<Release> find_release(Session& session, std::int64_t number);

struct Releases {
    std::vector<model::ReleaseList> lists;  // the newest first
    std::int64_t waiting = 0;               // released payments that are on none yet
};
Result<Releases> list_releases(Session& session);

}  // namespace cadran::app
