// SPDX-License-Identifier: Apache-2.0
// A finding as a person works on it: what its control says of it, until when, what was decided.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/definitions.h"
#include "app/session.h"
#include "base/duration.h"
#include "calendar/locality.h"
#include "model/finding.h"
#include "store/finding_repository.h"

namespace cadran::app {

// A value of the evidence for people, in the session's language.
struct EvidenceWords {
    std::string title;  // of the field or parameter, as its declaration calls it
    std::string value;  // empty where it is missing or was purged
};

struct WorkItem {
    model::Finding finding;
    LocalText control_title;
    std::string message;                  // in the session's language
    std::vector<EvidenceWords> evidence;  // of the finding's, one each
    std::vector<model::VerificationPoint> verify;
    std::vector<model::Decision> decisions;    // oldest first; the last one is in force
    std::optional<Duration> due_within = {};   // from the day it was found
    std::optional<std::int64_t> minutes = {};  // that checking it takes
    std::optional<Date> due = {};              // the last day in time; set by DueDates
    bool overdue = false;                      // open, and that day is over; set by DueDates
};

// The controls that judged, each loaded once from the version that the finding names.
class JudgingControls {
  public:
    explicit JudgingControls(Workspace& workspace) : workspace_(workspace) {}

    Result<const script::ControlDeclaration*> find(const model::ControlVersion& version);
    // The plugin that the control is of, once it was found.
    const script::Plugin& plugin_of(const model::ControlVersion& version) const;

  private:
    Workspace& workspace_;
    std::map<std::pair<std::string, int>, std::shared_ptr<const PluginContent>> plugins_;
};

// Without its due date.
Result<WorkItem> work_item(Session& session, JudgingControls& controls, model::Finding finding);

// As far as it takes to sort and to count: without message, words of the evidence and decisions, and without
// its due date.
Result<WorkItem> plain_work_item(JudgingControls& controls, model::Finding finding);
// What is missing then.
Done add_words(Session& session, JudgingControls& controls, WorkItem& item);

// Counts from the day of the run that found it, with the holidays of the organisation's region.
class DueDates {
  public:
    static Result<DueDates> of(Session& session);

    void set(WorkItem& item);
    // The last day in time of what that run found; none where there is no term.
    std::optional<Date> due_on(std::int64_t run, const std::optional<Duration>& within);

  private:
    DueDates(Session& session, calendar::Locality locality, Date today)
        : session_(session), locality_(std::move(locality)), today_(today) {}

    Session& session_;
    calendar::Locality locality_;
    Date today_;
    std::map<std::int64_t, Date> found_on_;  // by run
};

// By the id of the finding, or by the key of a record that only one finding concerns.
Result<model::Finding> find_finding(Session& session, const store::Sight& sight, const std::string& item);

}  // namespace cadran::app
