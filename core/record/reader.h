// SPDX-License-Identifier: Apache-2.0
// Files of records → typed batches; what cannot be read is rejected line by line, with the reason.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/progress.h"
#include "column/record_batch.h"
#include "model/record_type.h"
#include "record/dialect.h"
#include "record/key_fingerprints.h"
#include "record/row_source.h"

namespace cadran::record {

// One thing that is wrong with a line.
struct Reject {
    std::int64_t line = 0;  // where the record starts, counting from 1
    std::string field;      // empty: the whole line
    std::string
        value;  // for people: cut after 80 characters, without control characters; `(secret)` of a secret
    Message reason;          // never holds a secret
    std::string place = {};  // `Claims!C4` of a spreadsheet; empty where the line says it
};

struct Summary {
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;             // lines
    std::optional<Date> first_event = {};  // of the accepted records
    std::optional<Date> last_event = {};
    std::vector<std::string> ignored_columns = {};  // of the file, which the type does not know
};

struct Reading {
    const model::RecordType& type;
    const Dialect& dialect;
    const HashKey& secrets;
    std::int64_t import = 0;  // said in every batch
    // Takes each batch; it may keep it, else its memory serves again.
    std::function<void(std::shared_ptr<const column::RecordBatch>)> accept;
    // Takes everything that is wrong with one line, and its bytes as they stand, secrets included; of what is
    // no CSV, the line of CSV it would be. Lines in order.
    std::function<void(const std::vector<Reject>&, std::string_view raw)> reject = {};
    // Where it is set, the file is read once, and what was told is final when read_records returns: where
    // keys repeat, it calls this, so that all that was accepted and rejected is forgotten, and tells
    // everything anew. Without it the file is searched for such keys first.
    std::function<void()> start_over = {};
    std::size_t batch_rows = column::RecordBatch::greatest_rows;  // at most
    std::optional<Spill> spill = {};  // without it, eight bytes of each key are in memory
    Progress* progress = nullptr;
    Message step = {};  // what progress calls it; it counts bytes
    std::stop_token cancellation = {};
};

// Keys that stand on several lines of the file reject all those lines, each naming the others; a line that is
// faulty besides counts as long as its key can be read. Fails on a file without records, unless it is
// archived, and a header that does not fit, calling the file by that name; a cancelled reading fails as
// conflict.
Result<Summary> read_records(RowSource& rows, const std::string& name, const Reading& reading);

// The same of a file of CSV.
Result<Summary> read_records(const std::filesystem::path& file, const Reading& reading);

}  // namespace cadran::record
