// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"

#include <stdexcept>

#include <sodium.h>

namespace cadran {

void SystemRandomness::fill(std::span<std::uint8_t> bytes) {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot be initialised");
    randombytes_buf(bytes.data(), bytes.size());
}

}  // namespace cadran
