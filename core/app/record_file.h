// SPDX-License-Identifier: Apache-2.0
// A file of records that is not imported, read as an import would be.
#pragma once

#include <filesystem>
#include <functional>

#include "app/session.h"
#include "record/reader.h"

namespace cadran::app {

// As record::Reading has them.
struct RecordTaker {
    std::function<void(std::shared_ptr<const column::RecordBatch>)> accept;
    std::function<void(const std::vector<record::Reject>&, std::string_view)> reject = {};
    std::function<void()> start_over = {};
};

// In any form that can be imported, which is found out; keeps nothing.
Result<record::Summary> read_record_file(Session& session, const std::filesystem::path& file,
                                         const model::RecordType& type, const HashKey& secrets,
                                         const RecordTaker& taker);

}  // namespace cadran::app
