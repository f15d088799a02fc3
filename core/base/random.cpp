// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"

#include <array>
#include <stdexcept>

#include <sodium.h>

#include "base/hash.h"

namespace cadran {

void SystemRandomness::fill(std::span<std::uint8_t> bytes) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
    randombytes_buf(bytes.data(), bytes.size());
}

std::string new_token(Randomness& randomness) {
    std::array<std::uint8_t, 24> bytes;
    randomness.fill(bytes);
    return hex_text(bytes);
}

}  // namespace cadran
