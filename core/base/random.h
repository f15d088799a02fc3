// SPDX-License-Identifier: Apache-2.0
// Randomness enters through an interface, so that tests own it.
#pragma once

#include <cstdint>
#include <span>

namespace cadran {

class Randomness {
  public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

// The operating system's, fit for keys.
class SystemRandomness final : public Randomness {
  public:
    void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace cadran
