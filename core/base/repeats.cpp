// SPDX-License-Identifier: Apache-2.0
#include "base/repeats.h"

#include <algorithm>
#include <bit>

namespace cadran {

namespace {

constexpr std::size_t bits_each = 16;

}  // namespace

// A bit for each of many places: only fingerprints whose place was taken before are looked at closely.
std::vector<std::uint64_t> repeated(std::span<const std::span<const std::uint64_t>> parts) {
    std::size_t count = 0;
    for (const auto& part : parts) count += part.size();
    if (count < 2) return {};
    const int width = static_cast<int>(std::bit_width(count * bits_each - 1));
    const auto place = [width](std::uint64_t fingerprint) { return fingerprint >> (64 - width); };
    std::vector<bool> taken(std::size_t{1} << width), again(std::size_t{1} << width);
    for (const auto& part : parts) {
        for (const std::uint64_t fingerprint : part) {
            if (taken[place(fingerprint)]) again[place(fingerprint)] = true;
            taken[place(fingerprint)] = true;
        }
    }
    std::vector<std::uint64_t> found;
    for (const auto& part : parts) {
        std::ranges::copy_if(part, std::back_inserter(found),
                             [&](std::uint64_t fingerprint) { return again[place(fingerprint)]; });
    }
    std::ranges::sort(found);
    std::vector<std::uint64_t> repeats;
    for (std::size_t i = 1; i < found.size(); ++i) {
        const bool is_new = repeats.empty() || repeats.back() != found[i];
        if (found[i] == found[i - 1] && is_new) repeats.push_back(found[i]);
    }
    return repeats;
}

std::vector<std::uint64_t> repeated(std::span<const std::uint64_t> fingerprints) {
    return repeated(std::span<const std::span<const std::uint64_t>>(&fingerprints, 1));
}

}  // namespace cadran
