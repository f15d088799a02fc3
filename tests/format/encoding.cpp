// SPDX-License-Identifier: Apache-2.0
#include "format/encoding.h"

#include <fstream>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "format/csv_reader.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;

namespace {

// Of units, little end first.
std::string bytes_of(std::u16string_view units) {
    std::string bytes;
    for (const char16_t unit : units) {
        bytes += static_cast<char>(unit & 0xFF);
        bytes += static_cast<char>(unit >> 8);
    }
    return bytes;
}

std::string decoded(std::string_view bytes, std::size_t piece) {
    Utf16Decoder decoder(Encoding::utf16_le);
    std::string utf8;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
        decoder.append(utf8, bytes.substr(0, piece));
    return utf8;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(encoding)

BOOST_AUTO_TEST_CASE(has_the_names_of_the_registry) {
    for (const Encoding encoding :
         {Encoding::utf8, Encoding::windows_1252, Encoding::utf16_le, Encoding::utf16_be})
        BOOST_CHECK(parse_encoding(encoding_name(encoding)) == encoding);
    BOOST_CHECK(parse_encoding("utf-16le") == Encoding::utf16_le);
    BOOST_CHECK(!parse_encoding("latin-9"));
}

BOOST_AUTO_TEST_CASE(of_windows_reads_the_euro_and_the_accents) {
    std::string utf8;
    append_windows_1252(utf8, "\x80 \xE9t\xE9 \x9C");
    BOOST_TEST(utf8 == "€ été œ");
}

BOOST_AUTO_TEST_CASE(of_sixteen_bits_reads_pairs_wherever_pieces_are_cut) {
    const std::string bytes = bytes_of(u"été € 😀;fin");
    for (const std::size_t piece : {1u, 2u, 3u, 5u, 100u}) BOOST_TEST(decoded(bytes, piece) == "été € 😀;fin");
}

BOOST_AUTO_TEST_CASE(of_sixteen_bits_shows_a_lonely_half_of_a_pair) {
    BOOST_TEST(!is_utf8(decoded(bytes_of(std::u16string(1, char16_t{0xDC00}) + u"a"), 100)));
    BOOST_TEST(!is_utf8(decoded(bytes_of(std::u16string(1, char16_t{0xD800}) + u"a"), 100)));
}

BOOST_AUTO_TEST_CASE(of_a_file_makes_no_difference_to_its_records) {
    const TemporaryFolder folder;
    std::u16string text = u"\uFEFFnuméro;texte\r\n";
    for (int i = 0; i < 60'000; ++i) text += u"C1;\"été;\n😀\"\r\n";
    const auto file = folder.path() / "export.csv";
    std::ofstream(file, std::ios::binary) << bytes_of(text);
    auto reader = CsvReader::open(file, ';', Encoding::utf16_le).value();
    CsvRecord record;
    BOOST_REQUIRE(reader.next(record));
    BOOST_TEST(record.cells.at(0) == "numéro");
    int records = 0;
    while (reader.next(record)) {
        ++records;
        BOOST_REQUIRE(!record.fault);
        BOOST_REQUIRE(record.cells.at(1) == "été;\n😀");
        BOOST_REQUIRE(record.utf8);
    }
    BOOST_TEST(records == 60'000);
    reader.restart();
    BOOST_REQUIRE(reader.next(record));
    BOOST_TEST(record.cells.at(0) == "numéro");
}

BOOST_AUTO_TEST_SUITE_END()
