// SPDX-License-Identifier: Apache-2.0
// What a scheduler runs each night: measure, escalate, remind.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/digests.h"
#include "calendar/period.h"

namespace cadran::app {

struct RunNightly {
    bool send = true;                          // the digests
    std::optional<std::string> password = {};  // of the mail server's user
};

// What became of the figures of one indicator over one period: some are new, or they wait for records, or
// there is a fault that another run will not mend.
struct NightlyFigure {
    std::string process;
    LocalText indicator;
    calendar::Period period;
    std::int64_t fresh = 0;
    bool awaits_records = false;
};

struct NightlyDone {
    std::vector<NightlyFigure> figures;  // without those that were there already
    std::vector<DueItem> escalated;      // by date: what came up to somebody, tonight or before
    std::vector<std::string> digests_to;
    Diagnostics faults;    // what could not be done
    bool stopped = false;  // by the session's cancellation; what was done stays
};

// Measures the periods of running turns that are over, gathers what is overdue for long, sends the digests,
// forgets sessions that are over. A second run does nothing that was done. Figures of a turn are measured
// again until those of its end are due, for records may come late; from then on only what is missing is
// measured, and people alone restate. No fault in one part keeps the others from being done.
//
// One run at a time: another fails as a conflict and does nothing, so that nothing is measured or sent twice.
// What keeps it out is a lock of the operating system on `nightly.lock`, which ends with the process however
// that ends. (To claim each digest before it is sent would do without; but then a kill would lose that digest
// for a day, or a week, and the journal would tell of a letter that nobody got.)
Result<NightlyDone> run_nightly(Session& session, const RunNightly& command, const mail::Connect& connect);

// To the mail server itself, over the network.
mail::Connect over_smtp();

}  // namespace cadran::app
