// SPDX-License-Identifier: Apache-2.0
#include "base/keyed_hashes.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace cadran {

namespace {

constexpr std::size_t lanes = 8;
// One of each text, for what the processor does with all of them at once.
using Words = std::uint64_t __attribute__((vector_size(lanes * sizeof(std::uint64_t))));

// SipHash-2-4 as its authors write it.
struct SipStates {
    Words a, b, c, d;

    SipStates(std::uint64_t first, std::uint64_t second)
        : a(Words{} + (first ^ 0x736f6d6570736575U)),
          b(Words{} + (second ^ 0x646f72616e646f6dU)),
          c(Words{} + (first ^ 0x6c7967656e657261U)),
          d(Words{} + (second ^ 0x7465646279746573U)) {}

    [[gnu::always_inline]] static void rotate(Words& word, int by) { word = word << by | word >> (64 - by); }

    [[gnu::always_inline]] void round() {
        a += b, rotate(b, 13), b ^= a, rotate(a, 32);
        c += d, rotate(d, 16), d ^= c;
        a += d, rotate(d, 21), d ^= a;
        c += b, rotate(b, 17), b ^= c, rotate(c, 32);
    }

    [[gnu::always_inline]] void take(const Words& message) {
        d ^= message;
        round();
        round();
        a ^= message;
    }

    [[gnu::always_inline]] void finish() {
        c ^= 0xff;
        for (int i = 0; i < 4; ++i) round();
        a ^= b ^ c ^ d;
    }
};

// So many bytes, behind which there is nothing to read; before them there is as much as that.
[[gnu::always_inline]] inline std::uint64_t word_at(const char* bytes, std::size_t count,
                                                    std::size_t before) {
    std::uint64_t word = 0;
    if (count + before < sizeof word) {
        for (std::size_t i = count; i-- > 0;) word = word << 8 | static_cast<unsigned char>(bytes[i]);
        return word;
    }
    std::memcpy(&word, bytes + count - sizeof word, sizeof word);
    return count == 0 ? 0 : word >> (8 * (sizeof word - count));
}

// Eight texts of that length.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
[[gnu::target_clones("avx512f", "avx2", "default")]]
#endif
void hash_eight(const HashKey& key, const std::string_view* texts, std::size_t length, std::uint64_t* hashes) {
    static_assert(std::endian::native == std::endian::little);
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), key.data(), key.size());
    SipStates states(halves[0], halves[1]);
    const auto take = [&](std::size_t from, std::size_t count, std::uint64_t further)
        __attribute__((always_inline)) {
        std::array<std::uint64_t, lanes> words{};
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            words[lane] = word_at(texts[lane].data() + from, count, from) | further;
        }
        Words message;
        std::memcpy(&message, words.data(), sizeof message);
        states.take(message);
    };
    std::size_t from = 0;
    for (; from + sizeof(std::uint64_t) <= length; from += sizeof(std::uint64_t))
        take(from, sizeof(std::uint64_t), 0);
    take(from, length - from, std::uint64_t{length} << 56);
    states.finish();
    std::memcpy(hashes, &states.a, sizeof states.a);
}

}  // namespace

void keyed_hashes(const HashKey& key, std::span<const std::string_view> texts,
                  std::span<std::uint64_t> hashes) {
    for (std::size_t i = 0; i < texts.size();) {
        const std::size_t length = texts[i].size();
        const auto is_as_long = [&](std::string_view text) { return text.size() == length; };
        if (i + lanes <= texts.size() && std::ranges::all_of(texts.subspan(i, lanes), is_as_long)) {
            hash_eight(key, &texts[i], length, &hashes[i]);
            i += lanes;
        } else {
            hashes[i] = keyed_hash(key, texts[i]);
            ++i;
        }
    }
}

}  // namespace cadran
