// SPDX-License-Identifier: Apache-2.0
// Nonconformities: confirmed findings brought together under the requirement that they show not to be met.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "model/finding.h"
#include "model/nonconformity.h"
#include "store/finding_repository.h"

namespace cadran::app {

// A finding with the nonconformity that groups it.
struct ListedFinding {
    model::Finding finding;
    std::optional<std::int64_t> nonconformity;
};

struct FindingQuery {
    std::string process;  // empty: every process
    std::optional<model::FindingState> state = {};
    std::string control = {};  // empty: every control
    std::optional<calendar::Period> period = {};
    bool ungrouped = false;  // only confirmed ones that no nonconformity groups
};

// By event date, of the runs of that process, as far as the sight reaches; whoever calls it has authorised
// the reading and journals it where it has to be.
std::vector<ListedFinding> findings_in_sight(store::Database& database, const FindingQuery& query,
                                             const store::Sight& sight);

// The same for the actor.
Result<std::vector<ListedFinding>> list_findings(Session& session, const FindingQuery& query);

struct OpenNonconformity {
    std::string process;
    std::string title;
    std::string requirement;
    std::string extent;
    std::vector<std::string> findings;            // ids
    std::string control = {};                     // besides, every confirmed finding of that control…
    std::optional<calendar::Period> period = {};  // …in that period that is not grouped yet
};

// All faults at once: texts that are missing, findings that do not exist, are of another process, are not
// confirmed, or are grouped already.
Result<model::Nonconformity> open_nonconformity(Session& session, const OpenNonconformity& command);

// Adds findings to one that is open; as open_nonconformity.
Result<model::Nonconformity> extend_nonconformity(Session& session, std::int64_t number,
                                                  const std::vector<std::string>& findings);

// Of one process, or all, in order.
Result<std::vector<model::Nonconformity>> list_nonconformities(Session& session, const std::string& process);

struct ShownNonconformity {
    model::Nonconformity nonconformity;
    std::vector<model::Finding> findings;
    std::vector<model::Finding> similar;  // of the same controls, confirmed or open, not grouped
};
Result<ShownNonconformity> show_nonconformity(Session& session, std::int64_t number);

}  // namespace cadran::app
