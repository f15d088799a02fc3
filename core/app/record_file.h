// SPDX-License-Identifier: Apache-2.0
// A file of records that is not imported, read as an import would be.
#pragma once

#include <filesystem>
#include <functional>

#include "app/session.h"
#include "record/dataset.h"
#include "record/file_form.h"
#include "record/reader.h"

namespace cadran::app {

// As record::Reading has them.
struct RecordTaker {
    std::function<void(std::shared_ptr<const column::RecordBatch>)> accept;
    std::function<void(const std::vector<record::Reject>&, std::string_view)> reject = {};
    std::function<void()> start_over = {};
    std::size_t batch_rows = column::RecordBatch::greatest_rows;
    std::optional<record::Spill> spill = {};
};

// Of the form that was found out or given; keeps nothing.
Result<record::Summary> read_record_file(Session& session, const std::filesystem::path& file,
                                         const record::FileForm& form, const model::RecordType& type,
                                         const HashKey& secrets, const RecordTaker& taker);

// The same as a dataset, which must be empty.
Result<record::Summary> read_record_file(Session& session, const std::filesystem::path& file,
                                         const record::FileForm& form, const HashKey& secrets,
                                         record::Dataset& records);

}  // namespace cadran::app
