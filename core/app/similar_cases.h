// SPDX-License-Identifier: Apache-2.0
// Similar cases of a finding (ISO 9001:2015, 10.2.1 b): its control, run over earlier periods.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "calendar/period.h"
#include "model/run.h"

namespace cadran::app {

struct SimilarCase {
    model::Finding finding;  // as recorded where it is known, else as it would be found
    bool known = false;      // a run found it
    std::string message;     // in the session's language
};

struct SoughtPeriod {
    calendar::Period period;
    model::ControlResult result;
    std::vector<SimilarCase> cases;  // in the order of the records
    Diagnostics faults;              // of the plugin: records it could not judge; or that they were purged
    bool purged = false;             // nothing could be sought
};

// Runs the version of the control that made the finding, with the same parameters, over the periods before
// that of its run, latest first, back to the one that holds `since` (by default, a year). Records nothing.
// Fails as invalid where the control draws a sample: another draw says nothing of similar cases.
Result<std::vector<SoughtPeriod>> seek_similar(Session& session, const std::string& finding,
                                               std::optional<Date> since);

// Of these, the id of the first of which similar cases can be sought; none where all were drawn as samples.
std::optional<std::string> first_to_seek(Session& session, const std::vector<model::Finding>& findings);

}  // namespace cadran::app
