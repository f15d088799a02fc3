// SPDX-License-Identifier: Apache-2.0
// One cell of a file as a value of its field.
#pragma once

#include <string_view>

#include <tl/expected.hpp>

#include "base/hash.h"
#include "base/message.h"
#include "column/record_batch.h"
#include "record/dialect.h"

namespace cadran::record {

// Of a secret, in bytes without its spaces.
inline constexpr std::size_t greatest_secret = 200;

// A slot that borrows the cell's text, or why the cell is none; the reason names no value. The cell is
// trimmed, not empty and in UTF-8. A secret becomes its keyed hash, whatever its spaces and capitals. Nothing
// is allocated for a cell that is right.
tl::expected<column::Slot, Message> parse_value(std::string_view cell, const column::Field& field,
                                                const Dialect& dialect, const HashKey& secrets);

}  // namespace cadran::record
