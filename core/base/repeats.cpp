// SPDX-License-Identifier: Apache-2.0
#include "base/repeats.h"

#include <algorithm>
#include <bit>

namespace cadran {

namespace {

constexpr std::size_t bits_each = 16;

}  // namespace

// A bit for each of many places: only fingerprints whose place was taken before are looked at closely.
std::vector<std::uint64_t> repeated(std::span<const std::uint64_t> fingerprints) {
    if (fingerprints.size() < 2) return {};
    const int width = static_cast<int>(std::bit_width(fingerprints.size() * bits_each - 1));
    const auto place = [width](std::uint64_t fingerprint) { return fingerprint >> (64 - width); };
    std::vector<bool> taken(std::size_t{1} << width), again(std::size_t{1} << width);
    for (const std::uint64_t fingerprint : fingerprints) {
        if (taken[place(fingerprint)]) again[place(fingerprint)] = true;
        taken[place(fingerprint)] = true;
    }
    std::vector<std::uint64_t> found;
    for (const std::uint64_t fingerprint : fingerprints) {
        if (again[place(fingerprint)]) found.push_back(fingerprint);
    }
    std::ranges::sort(found);
    std::vector<std::uint64_t> repeats;
    for (std::size_t i = 1; i < found.size(); ++i) {
        const bool is_new = repeats.empty() || repeats.back() != found[i];
        if (found[i] == found[i - 1] && is_new) repeats.push_back(found[i]);
    }
    return repeats;
}

}  // namespace cadran
