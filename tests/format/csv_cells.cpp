// SPDX-License-Identifier: Apache-2.0
#include "format/csv_cells.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "format/csv_reader.h"

using namespace cadran;
using namespace cadran::format;

namespace {

using Records = std::vector<std::vector<std::string>>;

std::optional<Records> found(std::string_view bytes) {
    CsvCells cells;
    if (!cells.find(bytes, ';')) return {};
    Records records;
    std::vector<std::string_view> texts;
    for (std::uint32_t record = 0; record < cells.records(); ++record) {
        records.emplace_back();
        for (std::size_t cell = 0; cell < cells.cells(record); ++cell) {
            cells.texts(cell, {&record, 1}, texts);
            records.back().emplace_back(texts.front());
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
}

BOOST_AUTO_TEST_CASE(leaves_what_does_not_keep_to_the_rules_to_the_reader) {
    for (const char* bytes : {"12\" pipe\n", "\"a\"b;c\n", "\"open;\n", "a;\"b\n", "caf\xE9\n", "\"a\"\"\n"})
        BOOST_TEST(!found(bytes).has_value(), bytes);
    BOOST_TEST(!found(std::string_view("a\0b\n", 4)).has_value());
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
    BOOST_TEST(rc::check("any texts", [] {
        const std::string text = joined(60, {"a", ";", "\n", "\r", "\"", "\"\"", " ", "é", "\xE9"});
        if (const auto cells = found(text)) RC_ASSERT(cells == read(text));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
