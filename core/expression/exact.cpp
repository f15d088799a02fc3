// SPDX-License-Identifier: Apache-2.0
#include "expression/exact.h"

#include <limits>
#include <stdexcept>

namespace cadran::expression {

namespace {

[[noreturn]] void overflow() {
    throw std::overflow_error("a calculation is beyond 128 bits");
}

Wide product(Wide left, Wide right) {
    Wide result = 0;
    if (__builtin_mul_overflow(left, right, &result)) overflow();
    return result;
}

Wide sum(Wide left, Wide right) {
    Wide result = 0;
    if (__builtin_add_overflow(left, right, &result)) overflow();
    return result;
}

// Of a positive and any number.
Wide common_divisor(Wide a, Wide b) {
    while (b != 0) {
        const Wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

Wide floor_quotient(Wide numerator, Wide denominator) {
    const Wide quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

std::strong_ordering order(Wide left, Wide right) {
    return left < right   ? std::strong_ordering::less
           : left > right ? std::strong_ordering::greater
                          : std::strong_ordering::equal;
}

}  // namespace

Exact::Exact(Wide numerator, Wide denominator) {
    if (denominator <= 0) throw std::domain_error("a denominator that is not above 0");
    const Wide divisor = common_divisor(denominator, numerator);
    numerator_ = numerator / divisor;
    denominator_ = denominator / divisor;
}

std::int64_t Exact::rounded() const {
    const Wide magnitude = numerator_ < 0 ? -numerator_ : numerator_;
    Wide whole = magnitude / denominator_;
    const Wide rest = magnitude % denominator_;
    if (rest >= denominator_ - rest) ++whole;
    if (numerator_ < 0) whole = -whole;
    if (whole > std::numeric_limits<std::int64_t>::max() || whole < std::numeric_limits<std::int64_t>::min())
        overflow();
    return static_cast<std::int64_t>(whole);
}

Exact operator+(const Exact& left, const Exact& right) {
    if (left.denominator_ == right.denominator_)
        return {sum(left.numerator_, right.numerator_), left.denominator_};
    return {sum(product(left.numerator_, right.denominator_), product(right.numerator_, left.denominator_)),
            product(left.denominator_, right.denominator_)};
}

Exact operator-(const Exact& left, const Exact& right) {
    return left + Exact(-1) * right;
}

Exact operator*(const Exact& left, const Exact& right) {
    const Exact crossed(left.numerator_, right.denominator_);
    const Exact other(right.numerator_, left.denominator_);
    return {product(crossed.numerator_, other.numerator_), product(crossed.denominator_, other.denominator_)};
}

// By continued fractions, which need no wider numbers.
std::strong_ordering operator<=>(const Exact& left, const Exact& right) {
    Wide a = left.numerator_, b = left.denominator_, c = right.numerator_, d = right.denominator_;
    for (bool swapped = false;; swapped = !swapped) {
        const Wide whole_left = floor_quotient(a, b);
        const Wide whole_right = floor_quotient(c, d);
        const Wide rest_left = a - whole_left * b;
        const Wide rest_right = c - whole_right * d;
        std::strong_ordering result = order(whole_left, whole_right);
        const bool ends = rest_left == 0 || rest_right == 0;
        if (result == std::strong_ordering::equal && ends) result = order(rest_left, rest_right);
        if (result != std::strong_ordering::equal || ends)
            return swapped ? order(0, result < 0 ? -1 : result > 0 ? 1 : 0) : result;
        // Fractions below 1 stand in the contrary order of their inverses.
        a = b;
        b = rest_left;
        c = d;
        d = rest_right;
    }
}

}  // namespace cadran::expression
