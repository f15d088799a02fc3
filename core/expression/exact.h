// SPDX-License-Identifier: Apache-2.0
// Numbers without any rounding, between the values of a record and the result of a calculation; only this
// layer sees it.
#pragma once

#include <compare>
#include <cstdint>

namespace cadran::expression {

// g++ 12 offers 128-bit integers as an extension.
__extension__ using Wide = __int128;

// A fraction of two 128-bit integers in lowest terms. What does not fit throws std::overflow_error.
class Exact {
  public:
    Exact(std::int64_t whole = 0) : numerator_(whole) {}
    // Throws std::domain_error where the denominator is not above 0.
    Exact(Wide numerator, Wide denominator);

    Wide numerator() const { return numerator_; }
    Wide denominator() const { return denominator_; }
    // The nearest whole number, half away from zero.
    std::int64_t rounded() const;

    friend Exact operator+(const Exact& left, const Exact& right);
    friend Exact operator-(const Exact& left, const Exact& right);
    friend Exact operator*(const Exact& left, const Exact& right);
    friend bool operator==(const Exact&, const Exact&) = default;
    friend std::strong_ordering operator<=>(const Exact& left, const Exact& right);

  private:
    Wide numerator_;
    Wide denominator_ = 1;
};

}  // namespace cadran::expression
