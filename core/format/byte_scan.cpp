// SPDX-License-Identifier: Apache-2.0
#include "format/byte_scan.h"

#include <array>
#include <bit>

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

// One after the other, by any processor.
template <typename Question>
std::uint64_t ask(const char* bytes, const Question& question) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < ByteScan::stride; ++i)
        bits |= std::uint64_t{question(static_cast<unsigned char>(bytes[i]))} << i;
    return bits;
}

ByteScan::Seen look_at_each(const char* bytes, std::size_t strides, char separator, CsvBits* bits) {
    ByteScan::Seen seen;
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const auto where = [&](char one) {
            return ask(bytes, [&](unsigned char byte) { return byte == static_cast<unsigned char>(one); });
        };
        bits[i] = {where(separator), where('\n'), where('\r'), where('"'),
                   ask(bytes, [](unsigned char byte) { return byte <= ' '; })};
        seen.zero |= where('\0') != 0;
        seen.beyond_ascii |= ask(bytes, [](unsigned char byte) { return byte >= 0x80; }) != 0;
    }
    return seen;
}

void look_at_characters_of_each(const char* bytes, std::size_t strides, CharacterBits* bits) {
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const auto from = [&](unsigned char least) {
            return ask(bytes, [&](unsigned char byte) { return byte >= least; });
        };
        const auto is_particular = [](unsigned char byte) {
            return byte == low_of_three || byte == surrogates;
        };
        const Levels levels{from(first_start), from(first_of_three), from(first_of_four),
                            ask(bytes, is_particular)};
        bits[i] = characters_of(from(0x80), from(0x80) & ~from(0xC0), levels);
    }
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
[[gnu::target_clones("arch=x86-64-v3", "default")]]
#endif
std::uint32_t*
append_each_place(const std::uint64_t* bits, std::size_t strides, std::uint32_t base, std::uint32_t* to) {
    for (std::size_t i = 0; i < strides; ++i, base += ByteScan::stride)
        to = append_places_of(bits[i], base, to);
    return to;
}

constexpr ByteScan one_by_one{look_at_each, look_at_characters_of_each, append_each_place};

#if defined(__x86_64__)

// Four times 16 bytes, for every processor of this kind.
class Quarters {
  public:
    explicit Quarters(const char* bytes)
        : first_(at(bytes, 0)), second_(at(bytes, 1)), third_(at(bytes, 2)), fourth_(at(bytes, 3)) {}

    std::uint64_t beyond_ascii() const { return bits_of(first_, second_, third_, fourth_); }
    std::uint64_t equal(unsigned char byte) const {
        const __m128i all = _mm_set1_epi8(static_cast<char>(byte));
        return bits_of(_mm_cmpeq_epi8(first_, all), _mm_cmpeq_epi8(second_, all), _mm_cmpeq_epi8(third_, all),
                       _mm_cmpeq_epi8(fourth_, all));
    }
    // As signed numbers, of which those beyond ASCII are the least.
    std::uint64_t less(unsigned char byte) const {
        const __m128i all = _mm_set1_epi8(static_cast<char>(byte));
        return bits_of(_mm_cmplt_epi8(first_, all), _mm_cmplt_epi8(second_, all), _mm_cmplt_epi8(third_, all),
                       _mm_cmplt_epi8(fourth_, all));
    }

  private:
    static __m128i at(const char* bytes, std::size_t quarter) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + quarter * sizeof(__m128i)));
    }
    static std::uint64_t bits_of(__m128i first, __m128i second, __m128i third, __m128i fourth) {
        const int low = _mm_movemask_epi8(second) << 16 | _mm_movemask_epi8(first);
        const int high = _mm_movemask_epi8(fourth) << 16 | _mm_movemask_epi8(third);
        return std::uint64_t{static_cast<unsigned>(high)} << 32 | static_cast<unsigned>(low);
    }

    __m128i first_, second_, third_, fourth_;
};

ByteScan::Seen look_by_quarters(const char* bytes, std::size_t strides, char separator, CsvBits* bits) {
    ByteScan::Seen seen;
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const Quarters all(bytes);
        const std::uint64_t beyond_ascii = all.beyond_ascii();
        bits[i] = {all.equal(static_cast<unsigned char>(separator)), all.equal('\n'), all.equal('\r'),
                   all.equal('"'), all.less(' ' + 1) & ~beyond_ascii};
        seen.zero |= all.equal('\0') != 0;
        seen.beyond_ascii |= beyond_ascii != 0;
    }
    return seen;
}

void look_at_characters_by_quarters(const char* bytes, std::size_t strides, CharacterBits* bits) {
    for (std::size_t i = 0; i < strides; ++i, bytes += ByteScan::stride) {
        const Quarters all(bytes);
        const Levels levels{~all.less(first_start), ~all.less(first_of_three), ~all.less(first_of_four),
                            all.equal(low_of_three) | all.equal(surrogates)};
        bits[i] = characters_of(all.beyond_ascii(), all.less(0xC0), levels);
    }
}

constexpr ByteScan by_quarters{look_by_quarters, look_at_characters_by_quarters, append_each_place};

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

constexpr ByteScan by_halves{look_by_halves, look_at_characters_by_halves, append_each_place};

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
    std::vector<ByteScan> ways{one_by_one};
#if defined(__x86_64__)
    ways.push_back(by_quarters);
    if (__builtin_cpu_supports("avx2")) ways.push_back(by_halves);
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2") &&
        __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt"))
        ways.push_back(in_one_go);
#endif
    return ways;
}

const ByteScan& ByteScan::widest() {
    static const ByteScan widest = all().back();
    return widest;
}

}  // namespace cadran::format
