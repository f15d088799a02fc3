// SPDX-License-Identifier: Apache-2.0
#include "model/appearance.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace cadran::model {

namespace {

constexpr double greatest_part = 255;

// From 0, black, to 1, white (WCAG 2.1, relative luminance).
double luminance(const Tint& tint) {
    const auto linear = [](int part) {
        const double value = part / greatest_part;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(tint.red) + 0.7152 * linear(tint.green) + 0.0722 * linear(tint.blue);
}

}  // namespace

std::optional<Tint> parse_tint(std::string_view text) {
    unsigned value = 0;
    if (text.size() != 7 || text.front() != '#') return {};
    const auto read = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return {};
    return Tint{static_cast<int>(value >> 16), static_cast<int>(value >> 8 & 0xFF),
                static_cast<int>(value & 0xFF)};
}

std::string tint_text(const Tint& tint) {
    return fmt::format("#{:02x}{:02x}{:02x}", tint.red, tint.green, tint.blue);
}

Tint mixed(const Tint& from, const Tint& to, double part) {
    const auto between = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
    return {between(from.red, to.red), between(from.green, to.green), between(from.blue, to.blue)};
}

double contrast(const Tint& letters, const Tint& ground) {
    const auto [darker, lighter] = std::minmax({luminance(letters), luminance(ground)});
    return (lighter + 0.05) / (darker + 0.05);
}

Tint legible(const Tint& letters, const Tint& ground) {
    constexpr int steps = 100;
    const bool light = contrast(black_tint, ground) > contrast(white_tint, ground);
    for (int step = 0; step < steps; ++step) {
        const Tint tint = mixed(letters, light ? black_tint : white_tint, static_cast<double>(step) / steps);
        if (contrast(tint, ground) >= least_contrast) return tint;
    }
    return light ? black_tint : white_tint;
}

}  // namespace cadran::model
