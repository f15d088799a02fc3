// SPDX-License-Identifier: Apache-2.0
// Ed25519 signatures (RFC 8032), in the forms that public tools read.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/random.h"

namespace cadran {

using Signature = std::array<std::uint8_t, 64>;
using PublicKey = std::array<std::uint8_t, 32>;

class SigningKey {
  public:
    static constexpr std::size_t seed_size = 32;
    using Seed = std::array<std::uint8_t, seed_size>;

    static SigningKey generate(Randomness& randomness);
    explicit SigningKey(const Seed& seed);

    Signature sign(std::string_view bytes) const;
    const PublicKey& public_key() const { return public_key_; }
    // What must be kept secret, and is enough to make the key again.
    const Seed& seed() const { return seed_; }

  private:
    Seed seed_;
    PublicKey public_key_;
};

bool verifies(const PublicKey& key, std::string_view bytes, const Signature& signature);

// The PEM form (RFC 8410) that `openssl pkey -pubin` reads. Its SHA-256 is the fingerprint that `init`
// prints.
std::string pem_text(const PublicKey& key);

}  // namespace cadran
