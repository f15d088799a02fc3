// SPDX-License-Identifier: Apache-2.0
// Bytes as letters, for what carries text alone (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cadran {

// On one line, padded.
std::string base64_text(std::string_view bytes);

// The inverse; none of anything that base64_text does not write.
std::optional<std::string> bytes_of_base64(std::string_view text);

// The letters that need no escape in an address, not padded (section 5), and the inverse of that.
std::string base64url_text(std::string_view bytes);
std::optional<std::string> bytes_of_base64url(std::string_view text);

}  // namespace cadran
