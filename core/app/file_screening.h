// SPDX-License-Identifier: Apache-2.0
// Controls over a file that is read once, by all cores, and is never in memory as a whole.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "app/control_evaluation.h"
#include "record/file_form.h"

namespace cadran::app {

struct ScreenedFile {
    std::int64_t accepted = 0;  // lines
    std::int64_t rejected = 0;
};

// Takes what the control of that number finds, each once, on several threads.
using TakeEvaluation = std::function<void(std::size_t control, control::Evaluation)>;

// None where the file does not keep to the rules of CSV closely enough, keys repeat, or the records have to
// be looked at all at once: then it is to be read into memory, and nothing was taken. Whatever the number of
// cores, the result is the same. Fails as record::read_records does.
Result<std::optional<ScreenedFile>> screen_file(Session& session, const std::filesystem::path& file,
                                                const record::FileForm& form, const model::RecordType& type,
                                                const HashKey& secrets,
                                                std::vector<PreparedControl>& controls,
                                                const TakeEvaluation& take);

}  // namespace cadran::app
