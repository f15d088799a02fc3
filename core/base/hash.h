// SPDX-License-Identifier: Apache-2.0
// SHA-256 for what must be provable, SipHash for what must be compared without being known.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cadran {

// 256 bits; written as 64 lower-case hexadecimal digits.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    std::string hex() const;
    static std::optional<Digest> from_hex(std::string_view hex);

    friend auto operator<=>(const Digest&, const Digest&) = default;
};

// SHA-256 (FIPS 180-4) of data that arrives in pieces.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::string_view bytes);
    // The digest of all pieces so far; afterwards the object starts anew.
    Digest finish();

  private:
    struct Engine;
    std::unique_ptr<Engine> engine_;
};

Digest sha256(std::string_view bytes);

using HashKey = std::array<std::uint8_t, 16>;

// SipHash-2-4 (Aumasson and Bernstein, 2012). Without the key a value cannot be guessed from its hash.
std::uint64_t keyed_hash(const HashKey& key, std::string_view bytes);

// Lower-case hexadecimal digits, two a byte.
std::string hex_text(std::span<const std::uint8_t> bytes);
// 32 of them.
std::optional<HashKey> parse_hash_key(std::string_view hex);

}  // namespace cadran
