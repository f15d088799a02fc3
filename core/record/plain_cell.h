// SPDX-License-Identifier: Apache-2.0
// Cells in the forms that nearly all of them have, read at a glance.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "column/record_batch.h"
#include "record/dialect.h"

namespace cadran::record {

// What parse_value says of the cell. False, and nothing is read, where only parse_value can tell, which is
// all there is to it: the cell may be right or wrong. The cell is as parse_value takes it.
bool read_plain_cell(std::string_view cell, const column::Field& field, const Dialect& dialect,
                     const HashKey& secrets, column::Slot& slot);

// The same of a column of numbers, codes or secrets: a number for each cell, 0 for an empty one. `careful`
// are the rows of which only parse_value can tell, sorted.
void read_plain_cells(std::span<const std::string_view> cells, const column::Field& field,
                      const Dialect& dialect, const HashKey& secrets, std::span<std::int64_t> numbers,
                      std::vector<std::uint32_t>& careful);

}  // namespace cadran::record
