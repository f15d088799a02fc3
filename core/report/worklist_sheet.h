// SPDX-License-Identifier: Apache-2.0
// The worklist as a spreadsheet: files out, verdicts to be filled in.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/finding.h"

namespace cadran::report {

// The columns in their order; the verification points stand between verdict and reason.
enum class WorklistColumn {
    finding,
    record,
    event_date,
    handler,
    due,
    message,
    decisions,  // how many there were: what changed meanwhile shows by it
    verdict,
    reason,
};

Message heading_of(WorklistColumn column);
// What stands in the cell of a verification point.
Message answer(bool conforming);

struct WorklistRow {
    std::string finding;
    std::string record;
    Date event_date{};
    std::string handler;
    std::optional<Date> due = {};
    std::string message;
    std::int64_t decisions = 0;
};

// The files that one version of a control selected.
struct WorklistSheet {
    std::string control;  // `claims/over-threshold`
    int version = 0;
    std::vector<model::VerificationPoint> verify;
    std::vector<WorklistRow> rows;
};

// One sheet a control. Headings stay in sight; verdicts and points have drop-down lists; all but what is to
// be filled in is locked. Headings of points start with the point's id.
void write_worklist(const std::vector<WorklistSheet>& sheets, const Catalogue& catalogue,
                    const std::filesystem::path& file);

}  // namespace cadran::report
