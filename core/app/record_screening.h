// SPDX-License-Identifier: Apache-2.0
// Controls over records that are read in blocks, by all cores, and never are in memory as a whole.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "app/control_evaluation.h"
#include "record/batch_source.h"

namespace cadran::app {

struct ScreenedRecords {
    std::int64_t accepted = 0;  // lines
    std::int64_t rejected = 0;
    std::int64_t parts = 1;  // in which they were looked at, since there was no memory for all at once
};

// Takes what the control of that number finds in each part of the records, on several threads; one of each
// control at a time: the findings, as control::TakeFinding says, then what is told besides.
struct TakeScreened {
    std::function<void(std::size_t control, std::string_view order, model::Finding& finding)> finding;
    std::function<void(std::size_t control, control::Judged judged)> judged;
};

// Takes so many bytes of memory besides what the process has already. Whatever they are, and the number of
// cores, the result is the same. None where the records do not keep to the rules closely enough for blocks,
// or their keys repeat: then nothing was taken. Fails as conflict where it was cancelled, and as refused
// where there has to be more memory, saying how much.
Result<std::optional<ScreenedRecords>> screen_records(Session& session, const record::BatchSource& records,
                                                      const model::RecordType& type,
                                                      std::vector<PreparedControl>& controls,
                                                      std::int64_t memory, const TakeScreened& take);

}  // namespace cadran::app
