// SPDX-License-Identifier: Apache-2.0
// Records by column: what readers produce and conditions are evaluated over.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "column/schema.h"

namespace cadran::column {

// booleans as 0 and 1, integers, decimals in units of the last digit that their field keeps, money in cents,
// durations in their field's unit, dates in days and times in microseconds since 1970, secrets
// as the bits of their hash
using Numbers = std::vector<std::int64_t>;

// Text that rarely repeats: the bytes of row r lie between offsets r and r + 1.
struct Texts {
    std::vector<std::uint32_t> offsets = {0};
    std::string bytes;

    void append(std::string_view text);
    // Those and no others.
    void assign(std::span<const std::string_view> texts);
    void clear();
    std::string_view at(std::size_t row) const {
        return std::string_view(bytes).substr(offsets[row], offsets[row + 1] - offsets[row]);
    }
};

// Codes: the index of each row's value in the schema's list.
using Codes = std::vector<std::uint32_t>;

struct Column {
    std::variant<Numbers, Texts, Codes> values;
    std::vector<std::uint8_t> present;  // 0 where the row has no value; then `values` holds a filler

    // An empty column of that type.
    explicit Column(Type type);
};

// One value on its way into a column, as the column holds it.
struct Slot {
    bool present = false;
    std::int64_t number = 0;  // of what is kept in Numbers, and the index of a code
    std::string_view text = {};
};

// Immutable once its builder lets go of it; a reader that reuses batches hands one out only during a
// call-back.
struct RecordBatch {
    static constexpr std::size_t greatest_rows = 65'536;

    explicit RecordBatch(std::shared_ptr<const Schema> schema);

    std::shared_ptr<const Schema> schema;
    std::vector<Column> columns;  // one for each field of the schema
    std::size_t rows = 0;
    std::int64_t import = 0;                  // number of the import that brought them; 0 for none
    std::int64_t first_line = 0;              // line of row 0 in the received file, counting from 1
    std::vector<std::uint32_t> line_offsets;  // of each row from first_line; rejected lines leave gaps

    // Adds one record, a scalar for each field, of its type or missing. Throws std::invalid_argument on
    // another type and on a code that the schema does not list.
    void append(const std::vector<Scalar>& record, std::int64_t line);

    // The same from values in the columns' own form, one for each field; for readers that checked them.
    void append(std::span<const Slot> record, std::int64_t line);

    // No rows again; the memory stays.
    void clear();

    bool has(std::size_t row, std::size_t field) const { return columns[field].present[row] != 0; }
    Scalar scalar(std::size_t row, std::size_t field) const;
    std::int64_t line(std::size_t row) const { return first_line + line_offsets[row]; }

  private:
    void end_row(std::int64_t line);
};

}  // namespace cadran::column
