// SPDX-License-Identifier: Apache-2.0
// The quality rate of handlers, out of sampled checks: fair, explained, contestable.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "app/work_item.h"
#include "calendar/period.h"
#include "model/finding.h"
#include "model/review.h"
#include "statistics/wilson.h"

namespace cadran::app {

// Fewer checked files say nothing of a person: no rate is given.
inline constexpr std::int64_t least_checked_files = statistics::least_sample;

// A file of the sample on which the last decision was taken, or that waits.
struct CheckedFile {
    std::string finding;
    std::string key;
    std::string control;
    LocalText control_title;
    Date event_date{};
    bool decided = false;  // open ones, contested ones among them, do not count yet
    bool right = false;    // released: every point conforming
    bool contested = false;
    std::vector<std::string> nonconforming;  // points
    std::string reason;
};

struct QualityRate {
    std::string handler;  // code; empty: all handlers together
    std::string person;   // account that the code names; empty where there is none
    std::int64_t checked = 0;
    std::int64_t right = 0;
    std::int64_t contested = 0;      // that wait for another judgement
    std::vector<CheckedFile> files;  // by event date, then key; none of all handlers together
    std::optional<statistics::Interval> interval = {};  // 95 %, after Wilson; none below least_checked_files
};

struct QualityQuery {
    calendar::Period period;   // by event date
    std::string handler = {};  // code; empty: whoever the actor may see
    std::string control = {};  // empty: every control that takes a sample
};

// By handler code: a handler sees the own codes, a line manager those of the people in their departments.
// Whoever runs the quality system sees one line, over all handlers, and is refused where that is one person.
Result<std::vector<QualityRate>> show_quality(Session& session, const QualityQuery& query);

// A file of a sample with what was judged of it, for whom the rate of its handler is shown to. Of what is in no
// sample there is none.
Result<WorkItem> show_checked_file(Session& session, const std::string& finding);

// The own files of samples that were judged not to be right and whose verdict the actor may contest now, of
// the quarter under way and the one before it; by event date, then key.
Result<std::vector<CheckedFile>> list_contestable(Session& session);

// The counts over all handlers of what these controls drew, for a caller who may see the process: none where
// nothing was drawn, or where they would be those of one person.
Result<std::optional<model::QualityCounts>> quality_counts(Session& session,
                                                           const std::vector<model::ControlUse>& controls,
                                                           const calendar::Period& period);

}  // namespace cadran::app
