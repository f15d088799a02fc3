// SPDX-License-Identifier: Apache-2.0
// `text "number" { … }` in a list → a field.
#pragma once

#include <string_view>
#include <vector>

#include "column/schema.h"
#include "script/table_reader.h"

namespace cadran::script {

// The fields listed at that key; a fault where there is none.
std::vector<column::Field> read_fields(const TableReader& reader, std::string_view key);

}  // namespace cadran::script
