// SPDX-License-Identifier: Apache-2.0
// Bytes that only the holder of a key can read, or change unnoticed: XChaCha20-Poly1305.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/random.h"

namespace cadran {

using SecretKey = std::array<std::uint8_t, 32>;

// A key for one purpose out of a key that serves others (BLAKE2b): neither tells anything about the other.
// `purpose` has at most 16 bytes.
SecretKey derived_key(std::span<const std::uint8_t> master, std::string_view purpose);

// `about` is not enciphered; what was sealed about one thing cannot be opened as if it were about another.
std::string seal(const SecretKey& key, std::string_view bytes, std::string_view about,
                 Randomness& randomness);
// None where key, bytes or `about` are not those of `seal`.
std::optional<std::string> unseal(const SecretKey& key, std::string_view sealed, std::string_view about);

// What nobody can make, or test guesses against, without the key (BLAKE2b).
Digest keyed_digest(const SecretKey& key, std::string_view bytes);

// Compares all of it, however early a difference comes; texts of different length differ at once.
bool same_secret(std::string_view left, std::string_view right);

}  // namespace cadran
