// SPDX-License-Identifier: Apache-2.0
// Controls over a file that is read once, by all cores, and is never in memory as a whole.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "app/control_evaluation.h"
#include "record/file_form.h"

namespace cadran::app {

struct ScreenedFile {
    std::int64_t accepted = 0;  // lines
    std::int64_t rejected = 0;
    std::vector<control::Evaluation> evaluations;  // by control
};

// None where the file does not keep to the rules of CSV closely enough, keys repeat, or the records have to be
// looked at all at once: then it is to be read into memory. Whatever the number of cores, the result is the same.
// Fails as record::read_records does.
Result<std::optional<ScreenedFile>> screen_file(Session& session, const std::filesystem::path& file,
                                                const record::FileForm& form, const model::RecordType& type,
                                                const HashKey& secrets, std::vector<PreparedControl>& controls);

// Calls for each number below the count, on all cores; of what was thrown, throws one.
void on_all_cores(std::size_t count, const std::function<void(std::size_t)>& call);

}  // namespace cadran::app
