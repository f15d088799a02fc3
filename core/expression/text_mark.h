// SPDX-License-Identifier: Apache-2.0
// Sixteen bytes that stand for a text where many are compared; only this layer sees it.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>

#include "expression/value.h"

namespace cadran::expression {

// The same for equal texts; of a short one, for no others. One that is made without a text is of none.
struct alignas(16) TextMark {
    std::uint64_t first = ~std::uint64_t{0};
    std::uint64_t last = ~std::uint64_t{0};

    static TextMark of(std::string_view text) {
        const char* bytes = text.data();
        const std::size_t size = text.size();
        if (size > longest_short) return of_fingerprint(std::hash<std::string_view>()(text));
        TextMark mark{0, std::uint64_t{size} << behind_text};
        if (size >= 8) {
            mark.first = number_at<std::uint64_t>(bytes);
            // All of the last eight bytes but those that are among the first.
            mark.last |= number_at<std::uint64_t>(bytes + size - 8) >> 1 >> (8 * (16 - size) - 1);
        } else if (size >= 4) {
            mark.first = number_at<std::uint32_t>(bytes) | number_at<std::uint32_t>(bytes + size - 4) << 32;
        } else {
            for (const char byte : text) mark.first = mark.first << 8 | static_cast<unsigned char>(byte);
        }
        return mark;
    }
    // Of what is not a short text, and compared besides.
    static TextMark of_fingerprint(std::uint64_t fingerprint) { return {fingerprint, uncertain}; }

    bool is_certain() const { return last < uncertain; }
    // Its first bits depend on all of the text.
    std::uint64_t hash() const { return mixed(first ^ std::rotl(last, 23)); }

    friend bool operator==(const TextMark&, const TextMark&) = default;

  private:
    static constexpr std::size_t longest_short = 15;
    static constexpr int behind_text = 56;
    static constexpr std::uint64_t uncertain = std::uint64_t{0x80} << behind_text;

    template <typename Number>
    static std::uint64_t number_at(const char* bytes) {
        static_assert(std::endian::native == std::endian::little);
        Number number = 0;
        std::memcpy(&number, bytes, sizeof number);
        return number;
    }
};

}  // namespace cadran::expression
