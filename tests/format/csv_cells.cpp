// SPDX-License-Identifier: Apache-2.0
#include "format/csv_cells.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "format/csv_reader.h"

using namespace cadran;
using namespace cadran::format;

namespace {

using Records = std::vector<std::vector<std::string>>;

std::optional<Records> found(std::string_view bytes) {
    CsvCells cells;
    if (!cells.find(bytes, ';')) return {};
    Records records(cells.records());
    std::vector<std::string_view> texts;
    for (std::size_t record = 0; record < records.size(); ++record) {
        for (std::size_t cell = 0; cell < cells.cells(record); ++cell) {
            cells.texts(cell, texts);
            records[record].emplace_back(texts[record]);
        }
    }
    return records;
}

// None where some record is faulty.
std::optional<Records> read(std::string_view bytes) {
    CsvReader reader = CsvReader::over(bytes, ';', Encoding::utf8);
    CsvRecord record;
    Records records;
    while (reader.next(record)) {
        if (record.fault || !record.utf8) return {};
        records.emplace_back(record.cells.begin(), record.cells.end());
    }
    return records;
}

std::string joined(std::size_t most, const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = *rc::gen::inRange<std::size_t>(0, most); i > 0; --i)
        text += *rc::gen::elementOf(parts);
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_cells)

BOOST_AUTO_TEST_CASE(finds_the_cells_of_every_record) {
    BOOST_TEST((found("a;b\nc;\n") == Records{{"a", "b"}, {"c", ""}}));
    BOOST_TEST((found("a;b\r\n\r\n\nc") == Records{{"a", "b"}, {"c"}}));
    BOOST_TEST((found("\"a;\n b\";\"say \"\"é\"\"\"\n") == Records{{"a;\n b", "say \"é\""}}));
    BOOST_TEST((found("") == Records{}));
    for (std::size_t ahead = 0; ahead < 130; ++ahead) {
        const std::string first(ahead, 'a');
        BOOST_TEST((found(first + ";\"b\"\"c\"\r\n") == Records{{first, "b\"c"}}), ahead);
    }
}

BOOST_AUTO_TEST_CASE(leaves_what_does_not_keep_to_the_rules_to_the_reader) {
    for (const char* bytes : {"12\" pipe\n", "\"a\"b;c\n", "\"open;\n", "a;\"b\n", "caf\xE9\n", "\"a\"\"\n"})
        BOOST_TEST(!found(bytes).has_value(), bytes);
    BOOST_TEST(!found(std::string_view("a\0b\n", 4)).has_value());
    for (std::size_t ahead = 1; ahead < 130; ++ahead) {
        for (const char* bytes : {"\"b\"\n", ";\"b\"c\n", ";\"b\"\"\n", ";\"b\"\rc\n"})
            BOOST_TEST(!found(std::string(ahead, 'a') + bytes).has_value(), ahead << bytes);
    }
}

// Long enough for several strides, with quotes across their borders.
BOOST_AUTO_TEST_CASE(finds_what_the_reader_reads) {
    BOOST_TEST(rc::check("sound texts", [] {
        const std::string text =
            joined(80, {"a", "bcd ", ";", ";", "\n", "\r\n", "\"x\"", "\"y;\n\"\"z\"", "é", "\r"});
        const auto cells = found(text);
        if (cells) RC_ASSERT(cells == read(text));
        RC_CLASSIFY(cells.has_value());
    }));
    // More strides than are looked at at once, with a quote at every border.
    BOOST_TEST(rc::check("long texts", [] {
        std::string text(*rc::gen::inRange<std::size_t>(0, 64), 'x');
        text +=
            ';' + joined(9, {"a;", "\"b\";", ";", "a\n", "\"c;\"\n", "é;", "\"\"\r\n", "\"\n\"\"d\"\"\n\";"});
        const std::string lines = joined(9, {"a;", "\"\";", "\"b\"\n", "’;", "\"c;d\"\n", ";"}) + "\"z\"\n";
        while (text.size() < 3000) text += lines;
        RC_ASSERT(found(text) == read(text));
    }));
    BOOST_TEST(rc::check("any texts", [] {
        const std::string text = joined(60, {"a", ";", "\n", "\r", "\"", "\"\"", " ", "é", "\xE9"});
        if (const auto cells = found(text)) RC_ASSERT(cells == read(text));
    }));
}

BOOST_AUTO_TEST_CASE(knows_utf8) {
    BOOST_TEST(rc::check([] {
        const std::string text =
            joined(100, {"a", "bcdefgh", "é", "ß", "’", "€", "हि", "한", "\U0001F600", "\xE9", "\xC3", "\xA9",
                         "\xE2\x80", "\xE0\x80\x80", "\xED\xA0\x80", "\xC1\x81", "\xF5\x80\x80\x80",
                         "\xEF\xBF\xBF"});
        const std::string sound = joined(1000, {"a", "bcdefgh", "é", "’", "한", "ÿ"});
        RC_ASSERT(found(sound + text).has_value() == is_utf8(text));
    }));
}

BOOST_AUTO_TEST_CASE(finds_the_ends_of_lines) {
    std::vector<std::uint32_t> room;
    const auto ends_of = [&](std::string_view bytes) {
        const auto ends = find_line_ends(bytes, room);
        return std::vector(ends.begin(), ends.end());
    };
    BOOST_TEST((ends_of("") == std::vector<std::uint32_t>{}));
    BOOST_TEST((ends_of("a;b\n\nc") == std::vector<std::uint32_t>{3, 4, 6}));
    const std::string long_one(3000, 'x');
    BOOST_TEST((ends_of("\"" + long_one + "\n\"\n\"\"\n") == std::vector<std::uint32_t>{3003, 3006}));
}

BOOST_AUTO_TEST_SUITE_END()
