// SPDX-License-Identifier: Apache-2.0
#include "format/byte_scan.h"

#include <array>
#include <bit>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace cadran::format {

namespace {

constexpr int usual_places = 8;  // in a stride, at most
constexpr std::uint64_t highest_bit = std::uint64_t{1} << (ByteScan::stride - 1);
constexpr unsigned char first_start = 0xC2, first_of_three = 0xE0, first_of_four = 0xF0;
// Behind these not every further byte may stand.
constexpr unsigned char low_of_three = 0xE0, surrogates = 0xED;

// From where bytes are at least so much; of the first three only bits of bytes beyond ASCII count.
struct Levels {
    std::uint64_t start = 0;
    std::uint64_t three = 0;
    std::uint64_t four = 0;
    std::uint64_t particular = 0;  // one of those two
};

[[gnu::always_inline]] inline CharacterBits characters_of(std::uint64_t beyond_ascii, std::uint64_t further,
                                                          const Levels& levels) {
    const std::uint64_t starts = levels.start & beyond_ascii & ~(levels.four | levels.particular);
    return {further, starts, starts & levels.three, beyond_ascii & ~further & ~starts};
}

// So many at once as are usual are written without a look at how many there are.
[[gnu::always_inline]] inline std::uint32_t* append_places_of(std::uint64_t bits, std::uint32_t base,
                                                              std::uint32_t* to) {
    const int count = std::popcount(bits);
    // Without a branch, as long as some bit is set.
    const auto append_two = [&](std::uint32_t* two) {
        two[0] = base + static_cast<std::uint32_t>(std::countr_zero(bits | highest_bit));
        bits &= bits - 1;
        two[1] = base + static_cast<std::uint32_t>(std::countr_zero(bits | highest_bit));
        bits &= bits - 1;
    };
    for (int done = 0; done < count; done += usual_places) {
        append_two(to + done);
        append_two(to + done + 2);
        append_two(to + done + 4);
        append_two(to + done + 6);
    }
    return to + count;
}

// Eight bytes as a number, by any processor; what is asked is answered in the highest bit of each byte.
class Word {
  public:
    explicit Word(const char* bytes) {
        static_assert(std::endian::native == std::endian::little);
        std::memcpy(&word_, bytes, sizeof word_);
    }

    std::uint64_t equals(unsigned char byte) const {
        const std::uint64_t other = word_ ^ byte * ones;
        return ~(((other & low) + low) | other | low);
    }
    // Of ASCII.
    std::uint64_t is_at_most(unsigned char byte) const {
        return ~(((word_ & low) + (0x7FU - byte) * ones) | word_) & high;
    }
    std::uint64_t is_beyond_ascii() const { return word_ & high; }
    // Beyond ASCII.
    std::uint64_t is_at_least(unsigned char byte) const {
        return ((word_ & low) + (0x100U - byte) * ones) & word_ & high;
    }

  private:
    static constexpr std::uint64_t ones = 0x0101010101010101;
    static constexpr std::uint64_t low = 0x7F * ones, high = 0x80 * ones;
    std::uint64_t word_ = 0;
};

template <typename Question>
std::uint64_t ask(const char* bytes, const Question& question) {
    std::uint64_t bits = 0;
    for (unsigned at = 0; at < ByteScan::stride; at += sizeof bits)
        bits |= (question(Word(bytes + at)) >> 7) * 0x0102040810204080 >> 56 << at;
    return bits;
}

ByteScan::Seen look_by_words(const char* bytes, std::size_t strides, char separator, CsvBits* bits) {
    ByteScan::Seen seen;
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const auto where = [&](char byte) {
            return ask(bytes,
                       [&](const Word& word) { return word.equals(static_cast<unsigned char>(byte)); });
        };
        bits[i] = {where(separator), where('\n'), where('\r'), where('"'),
                   ask(bytes, [](const Word& word) { return word.is_at_most(' '); })};
        seen.zero |= where('\0') != 0;
        seen.beyond_ascii |= ask(bytes, [](const Word& word) { return word.is_beyond_ascii(); }) != 0;
    }
    return seen;
}

void look_at_characters_by_words(const char* bytes, std::size_t strides, CharacterBits* bits) {
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const auto from = [&](unsigned char byte) {
            return ask(bytes, [&](const Word& word) { return word.is_at_least(byte); });
        };
        const auto where = [&](unsigned char byte) {
            return ask(bytes, [&](const Word& word) { return word.equals(byte); });
        };
        const std::uint64_t beyond_ascii = from(0x80);
        const Levels levels{from(first_start), from(first_of_three), from(first_of_four),
                            where(low_of_three) | where(surrogates)};
        bits[i] = characters_of(beyond_ascii, beyond_ascii & ~from(0xC0), levels);
    }
}

std::uint32_t* append_places_by_words(const std::uint64_t* bits, std::size_t strides, std::uint32_t base,
                                      std::uint32_t* to) {
    for (std::size_t i = 0; i < strides; ++i, base += ByteScan::stride)
        to = append_places_of(bits[i], base, to);
    return to;
}

constexpr ByteScan by_words{look_by_words, look_at_characters_by_words, append_places_by_words};

#if defined(__x86_64__)

// Two times 32 bytes, for processors with AVX2.
struct Halves {
    __m256i first, second;
};

[[gnu::target("avx2"), gnu::always_inline]] inline Halves halves_at(const char* bytes) {
    return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes)),
            _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes + sizeof(__m256i)))};
}

[[gnu::target("avx2"), gnu::always_inline]] inline std::uint64_t bits_of(__m256i first, __m256i second) {
    return std::uint64_t{static_cast<unsigned>(_mm256_movemask_epi8(second))} << 32 |
           static_cast<unsigned>(_mm256_movemask_epi8(first));
}

[[gnu::target("avx2"), gnu::always_inline]] inline std::uint64_t where_equal(const Halves& halves,
                                                                             unsigned char byte) {
    const __m256i all = _mm256_set1_epi8(static_cast<char>(byte));
    return bits_of(_mm256_cmpeq_epi8(halves.first, all), _mm256_cmpeq_epi8(halves.second, all));
}

// As signed numbers, of which those beyond ASCII are the least.
[[gnu::target("avx2"), gnu::always_inline]] inline std::uint64_t where_less(const Halves& halves,
                                                                            unsigned char byte) {
    const __m256i all = _mm256_set1_epi8(static_cast<char>(byte));
    return bits_of(_mm256_cmpgt_epi8(all, halves.first), _mm256_cmpgt_epi8(all, halves.second));
}

[[gnu::target("avx2")]] ByteScan::Seen look_by_halves(const char* bytes, std::size_t strides, char separator,
                                                      CsvBits* bits) {
    ByteScan::Seen seen;
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const Halves halves = halves_at(bytes);
        const std::uint64_t beyond_ascii = bits_of(halves.first, halves.second);
        bits[i] = {where_equal(halves, static_cast<unsigned char>(separator)), where_equal(halves, '\n'),
                   where_equal(halves, '\r'), where_equal(halves, '"'),
                   where_less(halves, ' ' + 1) & ~beyond_ascii};
        seen.zero |= where_equal(halves, '\0') != 0;
        seen.beyond_ascii |= beyond_ascii != 0;
    }
    return seen;
}

[[gnu::target("avx2")]] void look_at_characters_by_halves(const char* bytes, std::size_t strides,
                                                          CharacterBits* bits) {
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const Halves halves = halves_at(bytes);
        const Levels levels{~where_less(halves, first_start), ~where_less(halves, first_of_three),
                            ~where_less(halves, first_of_four),
                            where_equal(halves, low_of_three) | where_equal(halves, surrogates)};
        bits[i] = characters_of(bits_of(halves.first, halves.second), where_less(halves, 0xC0), levels);
    }
}

[[gnu::target("avx2,bmi,bmi2,popcnt")]] std::uint32_t* append_places_by_halves(const std::uint64_t* bits,
                                                                               std::size_t strides,
                                                                               std::uint32_t base,
                                                                               std::uint32_t* to) {
    for (std::size_t i = 0; i < strides; ++i, base += ByteScan::stride)
        to = append_places_of(bits[i], base, to);
    return to;
}

constexpr ByteScan by_halves{look_by_halves, look_at_characters_by_halves, append_places_by_halves};

// All 64 bytes at once, for processors with AVX-512 for bytes.
[[gnu::target("avx512bw"), gnu::always_inline]] inline __m512i all_of(unsigned char byte) {
    return _mm512_set1_epi8(static_cast<char>(byte));
}

[[gnu::target("avx512bw")]] ByteScan::Seen look_at_once(const char* bytes, std::size_t strides,
                                                        char separator, CsvBits* bits) {
    const __m512i separators = _mm512_set1_epi8(separator);
    __m512i any = _mm512_setzero_si512(), least = all_of(0xFF);
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const __m512i at = _mm512_loadu_si512(bytes);
        bits[i] = {_mm512_cmpeq_epi8_mask(at, separators), _mm512_cmpeq_epi8_mask(at, all_of('\n')),
                   _mm512_cmpeq_epi8_mask(at, all_of('\r')), _mm512_cmpeq_epi8_mask(at, all_of('"')),
                   _mm512_cmple_epu8_mask(at, all_of(' '))};
        any = _mm512_or_si512(any, at);
        least = _mm512_min_epu8(least, at);
    }
    return {_mm512_testn_epi8_mask(least, least) != 0, _mm512_movepi8_mask(any) != 0};
}

[[gnu::target("avx512bw")]] void look_at_characters_at_once(const char* bytes, std::size_t strides,
                                                            CharacterBits* bits) {
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const __m512i at = _mm512_loadu_si512(bytes);
        const Levels levels{_mm512_cmpge_epu8_mask(at, all_of(first_start)),
                            _mm512_cmpge_epu8_mask(at, all_of(first_of_three)),
                            _mm512_cmpge_epu8_mask(at, all_of(first_of_four)),
                            _mm512_cmpeq_epi8_mask(at, all_of(low_of_three)) |
                                _mm512_cmpeq_epi8_mask(at, all_of(surrogates))};
        bits[i] = characters_of(_mm512_movepi8_mask(at), _mm512_cmplt_epi8_mask(at, all_of(0xC0)), levels);
    }
}

constexpr auto numbers_of_bytes = [] {
    std::array<unsigned char, ByteScan::stride> numbers{};
    for (unsigned char i = 0; i < numbers.size(); ++i) numbers[i] = i;
    return numbers;
}();

[[gnu::target("avx512bw,avx512vbmi2,bmi,bmi2,popcnt")]] std::uint32_t* append_places_at_once(
    const std::uint64_t* bits, std::size_t strides, std::uint32_t base, std::uint32_t* to) {
    constexpr int at_once = sizeof(__m512i) / sizeof(std::uint32_t);
    const __m512i numbers = _mm512_loadu_si512(numbers_of_bytes.data());
    for (std::size_t i = 0; i < strides; ++i, base += ByteScan::stride) {
        const int count = std::popcount(bits[i]);
        if (count > at_once) {
            to = append_places_of(bits[i], base, to);
            continue;
        }
        const __m512i found = _mm512_maskz_compress_epi8(bits[i], numbers);
        const __m512i places = _mm512_cvtepu8_epi32(_mm512_castsi512_si128(found));
        _mm512_storeu_si512(to, _mm512_add_epi32(places, _mm512_set1_epi32(static_cast<int>(base))));
        to += count;
    }
    return to;
}

constexpr ByteScan in_one_go{look_at_once, look_at_characters_at_once, append_places_at_once};

#endif

}  // namespace

std::vector<ByteScan> ByteScan::all() {
    std::vector<ByteScan> ways{by_words};
#if defined(__x86_64__)
    const bool has_small_ones =
        __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    if (has_small_ones && __builtin_cpu_supports("avx2")) ways.push_back(by_halves);
    if (has_small_ones && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2"))
        ways.push_back(in_one_go);
#endif
    return ways;
}

const ByteScan& ByteScan::widest() {
    static const ByteScan widest = all().back();
    return widest;
}

}  // namespace cadran::format
