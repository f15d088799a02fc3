// SPDX-License-Identifier: Apache-2.0
// Indicators, measured from records and decisions or recorded by hand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "model/measurement.h"
#include "model/process.h"

namespace cadran::app {

// Measures every indicator of the process over the parts of the period that their frequency asks for, and
// over the whole. A figure that did not change is not written again; one that did stands beside the old, and
// needs a reason where a signed review has looked at it: all of them at once.
Result<std::vector<model::Measurement>> measure_indicators(Session& session, const std::string& process,
                                                           const calendar::Period& period,
                                                           const std::string& reason = {});

// How many figures are new, and whether some rest on no record at all: those are not kept, for what is empty
// tonight may only be late.
struct FreshFigures {
    std::int64_t count = 0;
    bool without_records = false;
};

// One indicator over one period, for use cases that were authorised to measure whatever can be. Where
// `missing_only`, a figure that is there stays as it is.
Result<FreshFigures> measure_what_can(Session& session, const model::Process& process,
                                      const model::Indicator& indicator, const calendar::Period& period,
                                      bool missing_only);

// A figure that a person records: a value, or a share by its counts, or the reason why there is none.
struct RecordIndicator {
    std::string process;
    std::string indicator;
    calendar::Period period;  // of the indicator's frequency, or longer
    std::optional<Decimal> value;
    std::optional<std::int64_t> numerator;
    std::optional<std::int64_t> denominator;
    bool absent = false;
    std::string comment;      // where the figure comes from, or why it is absent
    std::string reason = {};  // why it takes the place of a figure that a signed review has looked at
};

// Records the figure of an indicator that nothing measures. When that completes the period of the PDCA turn
// and the parts add up, the whole is recorded too. All faults at once. Conflict (`app.changed_since_seen`)
// where somebody recorded a figure that the actor did not see: `seen` is its number, 0 where there was none.
Result<std::vector<model::Measurement>> record_indicator(Session& session, const RecordIndicator& command);

// The newest measurement of each indicator and period, in order of period; of one indicator where it is
// named.
Result<std::vector<model::Measurement>> show_indicators(Session& session, const std::string& process,
                                                        const std::string& indicator);

// The process has no indicator of that name; the nearest that it has.
tl::unexpected<Failure> unknown_indicator(const model::Process& process, const std::string& name);

}  // namespace cadran::app
