// SPDX-License-Identifier: Apache-2.0
// Passwords that follow from a secret and the time (RFC 6238, with SHA-1 and steps of 30 seconds).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"

namespace cadran {

// How many whole steps have gone by since 1970.
std::int64_t time_step(Instant instant);

// With leading zeros; from 6 to 8 digits.
std::string one_time_password(std::string_view secret, std::int64_t step, int digits = 6);

// The step of that password, where it is that of the instant, of the one before or of the one after, and
// comes after the last one that was used; none otherwise.
std::optional<std::int64_t> matching_step(std::string_view secret, std::string_view password, Instant instant,
                                          std::int64_t last_used);

// Upper-case letters and digits from 2 to 7, without padding (RFC 4648, section 6): what authenticators read.
std::string base32_text(std::string_view bytes);

// `otpauth://totp/…`: what authenticators scan. Issuer and account are any text.
std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view secret);

}  // namespace cadran
