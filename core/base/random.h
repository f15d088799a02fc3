// SPDX-License-Identifier: Apache-2.0
// Randomness enters through an interface, so that tests own it.
#pragma once

#include <cstdint>
#include <span>
#include <string>

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

// A token that nobody guesses and that fits a line: 192 bits as 48 hexadecimal digits.
std::string new_token(Randomness& randomness);

}  // namespace cadran
