// SPDX-License-Identifier: Apache-2.0
// Parts of bad lines as they may be shown to people.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "column/schema.h"

namespace cadran::record {

// Valid UTF-8 of at most 80 characters, whatever the bytes; what cannot be shown becomes U+FFFD.
std::string printable(std::string_view bytes);

// The value of a cell, `(secret)` of a secret field.
std::string shown(std::string_view cell, const column::Field& field);

// `4, 9, 12` without that line itself; at most ten, then an ellipsis.
std::string other_lines(std::span<const std::int64_t> lines, std::int64_t line);

}  // namespace cadran::record
