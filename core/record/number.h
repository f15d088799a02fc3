// SPDX-License-Identifier: Apache-2.0
// Numbers as people write them in files: groups parted by spaces, a comma, a currency behind.
#pragma once

#include <cstdint>
#include <string_view>

#include <tl/expected.hpp>

#include "base/message.h"

namespace cadran::record {

// Bytes of the space at the front: ordinary, no-break, narrow no-break or thin. 0 where there is none.
std::size_t space_length(std::string_view utf8);

// `-1 234`, or why it is no whole number.
tl::expected<std::int64_t, Message> parse_integer_cell(std::string_view cell);

// `1 234,56 €` in cents, or why it is no amount of that currency. At most two decimals, `decimal` before
// them.
tl::expected<std::int64_t, Message> parse_amount_cell(std::string_view cell, const Currency& currency,
                                                      char decimal);

// `-1 234,56` in units of the last of `decimals` digits, or why it is no such number.
tl::expected<std::int64_t, Message> parse_decimal_cell(std::string_view cell, int decimals, char decimal);

}  // namespace cadran::record
