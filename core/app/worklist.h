// SPDX-License-Identifier: Apache-2.0
// The files that controls selected, and what people decide about them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "model/finding.h"
#include "model/release_list.h"

namespace cadran::app {

// A finding as a person works on it.
struct WorkItem {
    model::Finding finding;
    LocalText control_title;
    std::string message;  // in the session's language
    std::vector<model::VerificationPoint> verify;
    std::vector<model::Decision> decisions;  // oldest first; the last one is in force
};

struct WorklistFilter {
    std::optional<model::FindingState> state = {};
    std::optional<calendar::Period> period = {};
};

// By event date. Findings that are only flagged are not work.
Result<std::vector<WorkItem>> list_worklist(Session& session, const WorklistFilter& filter);

// `item` is the id of a finding, or the key of a record that only one finding concerns.
Result<WorkItem> show_work_item(Session& session, const std::string& item);

struct Decide {
    std::string item;
    model::Verdict verdict = model::Verdict::released;
    std::vector<model::PointVerdict> points;
    bool all_conforming = false;  // every verification point was checked and conforms
    std::string reason;           // required unless released
};

// One decision, by somebody who did not handle the record; a release needs every point checked and
// conforming.
Result<WorkItem> decide(Session& session, const Decide& command);

struct Release {
    model::ReleaseList list;
    std::string released;   // the file for the payment system: may be paid
    std::string suspended;  // stays held
};

// A new list of what may be paid since the last one, and of everything that stays suspended.
Result<Release> release_payments(Session& session);
// The files of an earlier list, byte for byte.
Result<Release> find_release(Session& session, std::int64_t number);

}  // namespace cadran::app
