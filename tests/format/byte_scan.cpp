// SPDX-License-Identifier: Apache-2.0
#include "format/byte_scan.h"

#include <rapidcheck.h>
#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace cadran::format;

namespace {

constexpr std::size_t most_strides = 4;

std::string any_strides() {
    static const std::string telling{
        "\0\t\n\r !\";a\x7F\x80\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xFF", 24};
    const std::size_t size = ByteScan::stride * *rc::gen::inRange<std::size_t>(1, most_strides + 1);
    const auto any_byte =
        rc::gen::weightedOneOf<char>({{3, rc::gen::elementOf(telling)}, {1, rc::gen::arbitrary<char>()}});
    const auto only_ascii = *rc::gen::arbitrary<bool>();
    std::string bytes = *rc::gen::container<std::string>(size, any_byte);
    if (only_ascii)
        std::ranges::replace_if(
            bytes, [](char c) { return c < ' '; }, 'b');
    return bytes;
}

// A bit for each of those 64 bytes.
template <typename Question>
std::uint64_t bits_of(std::string_view bytes, const Question& question) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < ByteScan::stride; ++i) {
        if (question(static_cast<unsigned char>(bytes[i]))) bits |= std::uint64_t{1} << i;
    }
    return bits;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(byte_scan)

BOOST_AUTO_TEST_CASE(tells_bytes_of_csv_in_every_way) {
    for (const ByteScan& way : ByteScan::all()) {
        BOOST_TEST(rc::check([&] {
            const std::string bytes = any_strides();
            const char separator = *rc::gen::element(';', ',', '\t');
            std::vector<CsvBits> bits(bytes.size() / ByteScan::stride);
            const auto seen = way.look(bytes.data(), bits.size(), separator, bits.data());
            RC_ASSERT(seen.zero == (bytes.find('\0') != std::string::npos));
            RC_ASSERT(seen.beyond_ascii == std::ranges::any_of(bytes, [](char c) { return c < 0; }));
            for (std::size_t i = 0; i < bits.size(); ++i) {
                const auto where = [&](auto question) {
                    return bits_of(std::string_view(bytes).substr(i * ByteScan::stride), question);
                };
                RC_ASSERT(bits[i].separators == where([&](unsigned char c) { return c == separator; }));
                RC_ASSERT(bits[i].line_feeds == where([](unsigned char c) { return c == '\n'; }));
                RC_ASSERT(bits[i].returns == where([](unsigned char c) { return c == '\r'; }));
                RC_ASSERT(bits[i].quotes == where([](unsigned char c) { return c == '"'; }));
                RC_ASSERT(bits[i].white == where([](unsigned char c) { return c <= ' '; }));
            }
        }));
    }
}

BOOST_AUTO_TEST_CASE(tells_bytes_of_characters_in_every_way) {
    for (const ByteScan& way : ByteScan::all()) {
        BOOST_TEST(rc::check([&] {
            const std::string bytes = any_strides();
            std::vector<CharacterBits> bits(bytes.size() / ByteScan::stride);
            way.look_at_characters(bytes.data(), bits.size(), bits.data());
            for (std::size_t i = 0; i < bits.size(); ++i) {
                const auto where = [&](auto question) {
                    return bits_of(std::string_view(bytes).substr(i * ByteScan::stride), question);
                };
                const auto is_further = [](unsigned char c) { return c >= 0x80 && c < 0xC0; };
                const auto starts_three = [](unsigned char c) { return c > 0xE0 && c < 0xF0 && c != 0xED; };
                const auto starts = [&](unsigned char c) {
                    return (c >= 0xC2 && c < 0xE0) || starts_three(c);
                };
                const auto is_other = [&](unsigned char c) {
                    return c >= 0x80 && !is_further(c) && !starts(c);
                };
                RC_ASSERT(bits[i].further == where(is_further));
                RC_ASSERT(bits[i].starts == where(starts));
                RC_ASSERT(bits[i].starts_of_three == where(starts_three));
                RC_ASSERT(bits[i].others == where(is_other));
            }
        }));
    }
}

BOOST_AUTO_TEST_CASE(appends_the_place_of_each_bit_in_every_way) {
    for (const ByteScan& way : ByteScan::all()) {
        BOOST_TEST(rc::check([&] {
            std::vector<std::uint64_t> bits(*rc::gen::inRange<std::size_t>(1, most_strides + 1));
            for (std::uint64_t& stride : bits) {
                stride = *rc::gen::arbitrary<std::uint64_t>();
                if (*rc::gen::arbitrary<bool>())
                    stride &= *rc::gen::arbitrary<std::uint64_t>() & 0x8000100010101001;
            }
            const auto base = *rc::gen::inRange<std::uint32_t>(0, 100'000);
            std::vector<std::uint32_t> expected;
            for (std::uint32_t at = 0; at < bits.size() * ByteScan::stride; ++at) {
                if ((bits[at / ByteScan::stride] >> at % ByteScan::stride & 1) != 0)
                    expected.push_back(base + at);
            }
            std::vector<std::uint32_t> places(expected.size() + ByteScan::stride);
            const auto* end = way.append_places(bits.data(), bits.size(), base, places.data());
            places.resize(static_cast<std::size_t>(end - places.data()));
            RC_ASSERT(places == expected);
        }));
    }
}

BOOST_AUTO_TEST_SUITE_END()
