// SPDX-License-Identifier: Apache-2.0
// Which column of a file is which field: by the field's name or its title in either language, whatever the
// case.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/csv_reader.h"
#include "model/record_type.h"

namespace cadran::record {

// Of keys, in bytes.
inline constexpr std::size_t greatest_key = 200;

// The field of each column; none where the type does not know it, or a title is that of several fields.
std::vector<std::optional<std::size_t>> column_fields(std::span<const std::string_view> names,
                                                      const column::Schema& schema);

struct Header {
    std::vector<std::optional<std::size_t>> fields;  // of each column
    std::size_t key_column = 0;
    bool hashed = false;               // the first column is the line in the received file
    std::vector<std::string> ignored;  // names of columns that are no field; `#3` of one without a name

    // The trimmed key of a record; empty where the record does not have the header's columns, or no sound
    // key.
    std::string_view key(const format::CsvRecord& record) const;
};

// Fails where the record is malformed, a required field has no column, or a field two; all at once. `hashed`
// asks for the archived form.
Result<Header> read_header(const format::CsvRecord& record, const model::RecordType& type, bool hashed,
                           const std::string& file);

}  // namespace cadran::record
