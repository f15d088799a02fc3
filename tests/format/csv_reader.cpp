// SPDX-License-Identifier: Apache-2.0
#include "format/csv_reader.h"

#include <fstream>

#include <fmt/format.h>
#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/catalogue.h"
#include "format/csv_writer.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;

namespace {

// `line: cell|cell` or `line! fault`, one record a line; `?` behind the line where some cell is not UTF-8.
std::string brief(CsvReader reader) {
    std::string text;
    CsvRecord record;
    while (reader.next(record)) {
        text += std::to_string(record.line) + (record.utf8 ? "" : "?");
        if (record.fault)
            text += "! " + record.fault->id.substr(std::string_view("format.csv_").size());
        else
            text += fmt::format(": {}", fmt::join(record.cells, "|"));
        text += '\n';
    }
    return text;
}

std::string brief(std::string_view bytes, char separator = ';', Encoding encoding = Encoding::utf8) {
    return brief(CsvReader::over(bytes, separator, encoding));
}

std::filesystem::path written(const TemporaryFolder& folder, std::string_view bytes) {
    const std::filesystem::path file = folder.path() / "records.csv";
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
}

constexpr std::size_t mebibyte = std::size_t{1} << 20;

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_reader)

BOOST_AUTO_TEST_CASE(splits_records_at_each_separator) {
    BOOST_TEST(brief("a;b;c\n1;;3\n") == "1: a|b|c\n2: 1||3\n");
    BOOST_TEST(brief("a,b\n1;2,3\n", ',') == "1: a|b\n2: 1;2|3\n");
    BOOST_TEST(brief("a\tb\n1\t2", '\t') == "1: a|b\n2: 1|2\n");
}

BOOST_AUTO_TEST_CASE(ends_lines_as_every_system_does) {
    BOOST_TEST(brief("a;b\r\n1;2\r\n") == "1: a|b\n2: 1|2\n");
    BOOST_TEST(brief("\xEF\xBB\xBF"
                     "a\n\r\n\nb\r\n\"c\"\r\n\n") == "1: a\n4: b\n5: c\n");
    BOOST_TEST(brief("a\r") == "1: a\n");
    BOOST_TEST(brief("") == "");
    BOOST_TEST(brief("\n\r\n\n") == "");
}

BOOST_AUTO_TEST_CASE(reads_quotes) {
    BOOST_TEST(brief("\"a;b\";\"say \"\"hi\"\"\";\"\"\n") == "1: a;b|say \"hi\"|\n");
    BOOST_TEST(brief("\"two\nlines\";x\r\ny;\"\r\n\"\n") == "1: two\nlines|x\n3: y|\r\n\n");
    BOOST_TEST(brief("\"a\"") == "1: a\n");
    BOOST_TEST(brief("\"\"\n") == "1: \n");
}

BOOST_AUTO_TEST_CASE(takes_a_quote_inside_bare_cells_as_it_is) {
    BOOST_TEST(brief("a;5\" pipe;b\nc;d;e\n") == "1: a|5\" pipe|b\n2: c|d|e\n");
}

BOOST_AUTO_TEST_CASE(loses_one_line_to_a_stray_quote) {
    BOOST_TEST(brief("a;\"b\nc;d\ne;f\n") == "1! quote_not_closed\n2: c|d\n3: e|f\n");
    BOOST_TEST(brief("a;\"b\" c\nd;e\n") == "1! stray_quote\n2: d|e\n");
    BOOST_TEST(brief("\"a\";5\" pipe\nd;e\n") == "1! stray_quote\n2: d|e\n");
    BOOST_TEST(brief("a;\"b\nc;\"d\"\n") == "1! stray_quote\n2: c|d\n");
    BOOST_TEST(brief("a;\"") == "1! quote_not_closed\n");
}

BOOST_AUTO_TEST_CASE(converts_windows_1252) {
    BOOST_TEST(brief("pr\xE9nom;1 234 \x80\n\"\x9Cuf\";\xA0\n", ';', Encoding::windows_1252) ==
               "1: prénom|1 234 €\n2: œuf|\u00a0\n");
}

// The table of the WHATWG Encoding Standard, without the five bytes that have no character.
BOOST_AUTO_TEST_CASE(knows_every_character_of_windows_1252) {
    BOOST_TEST(
        brief("\x80\x82\x83\x84\x85\x86\x87\x88\x89\x8A\x8B\x8C\x8E\x91\x92\x93\x94\x95\x96\x97\x98\x99\x9A"
              "\x9B\x9C\x9E\x9F\xA0\xBF\xC0\xFF",
              ';', Encoding::windows_1252) == "1: €‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\u00a0¿Àÿ\n");
}

BOOST_AUTO_TEST_CASE(tells_lines_that_are_not_utf8) {
    BOOST_TEST(brief("a;\xE9\nb;é\n\"c\";\"\xFF\"\n") == "1?: a|\xE9\n2: b|é\n3?: c|\xFF\n");
}

BOOST_AUTO_TEST_CASE(refuses_zero_bytes) {
    using namespace std::string_view_literals;
    BOOST_TEST(brief("a;b\nc;\0 and more\n0123456789012345\0;\n\"\0\"\nd"sv) ==
               "1: a|b\n2! zero_byte\n3! zero_byte\n4! zero_byte\n5: d\n");
}

BOOST_AUTO_TEST_CASE(refuses_too_many_columns) {
    BOOST_TEST(brief(repeated(";", 999)).starts_with("1: "));
    BOOST_TEST(brief(repeated(";", 1000) + "\na\n") == "1! too_many_columns\n2: a\n");
    BOOST_TEST(brief("\"\"" + repeated(";", 1000) + "\na\n") == "1! too_many_columns\n2: a\n");
}

BOOST_AUTO_TEST_CASE(refuses_lines_over_one_mebibyte_and_goes_on_behind_them) {
    const TemporaryFolder folder;
    const std::string longest(mebibyte - 1, 'x');
    for (const std::string& text :
         {"a\n" + longest + "\nb\n", "a\n" + longest + "xx\nb\n", "a\n" + repeated(longest, 5) + "\nb\n"}) {
        const std::string all = brief(CsvReader::open(written(folder, text), ';', Encoding::utf8).value());
        BOOST_TEST(all == brief(text));
        if (text.size() == longest.size() + 5)
            BOOST_TEST(all.size() == text.size() + 9);
        else
            BOOST_TEST(all == "1: a\n2! line_too_long\n3: b\n");
    }
    BOOST_TEST(brief("a\n\"" + repeated("x\n", mebibyte) + "\";b\n")
                   .starts_with("1: a\n2! quote_not_closed\n3: x\n4: x\n"));
}

BOOST_AUTO_TEST_CASE(gives_every_byte_of_a_faulty_line_back) {
    auto reader = CsvReader::over("a;\"b\r\nc\xFF\r\nd", ';', Encoding::utf8);
    CsvRecord record;
    std::string raw;
    while (reader.next(record)) raw += record.raw;
    BOOST_TEST(raw == "a;\"b\r\nc\xFF\r\nd");
}

BOOST_AUTO_TEST_CASE(reads_files_larger_than_its_buffer_the_same_as_memory) {
    const TemporaryFolder folder;
    std::string text;
    for (int i = 0; text.size() < 5 * mebibyte; ++i)
        text += fmt::format("{};\"quoted\n{}\";{}\r\n", i, i * i,
                            std::string(static_cast<std::size_t>(i % 700), 'x'));
    auto reader = CsvReader::open(written(folder, text), ';', Encoding::utf8).value();
    BOOST_TEST((brief(std::move(reader)) == brief(text)));
}

BOOST_AUTO_TEST_CASE(starts_again_and_knows_how_far_it_is) {
    const TemporaryFolder folder;
    auto reader = CsvReader::open(written(folder,
                                          "\xEF\xBB\xBF"
                                          "a\nbc\n"),
                                  ';', Encoding::utf8)
                      .value();
    CsvRecord record;
    for (int round = 0; round < 2; ++round) {
        BOOST_TEST(reader.next(record));
        BOOST_TEST(record.cells.front() == "a");
        BOOST_TEST(reader.position() == 5);
        BOOST_TEST(reader.next(record));
        BOOST_TEST(record.line == 2);
        BOOST_TEST(!reader.next(record));
        BOOST_TEST(reader.position() == reader.size());
        reader.restart();
    }
}

BOOST_AUTO_TEST_CASE(fails_where_there_is_no_file) {
    const TemporaryFolder folder;
    const auto missing = CsvReader::open(folder.path() / "none.csv", ';', Encoding::utf8);
    BOOST_CHECK(missing.error().kind == Failure::Kind::not_found);
    const auto directory = CsvReader::open(folder.path(), ';', Encoding::utf8);
    BOOST_TEST(directory.error().diagnostics.front().what.id == "base.unreadable_file");
}

BOOST_AUTO_TEST_CASE(every_fault_has_a_text) {
    for (const Language language : {Language::french, Language::english}) {
        const Catalogue catalogue(language);
        for (const std::string& text : {std::string("\""), std::string("\"a\"b"), std::string(1, '\0'),
                                        repeated(";", 1000), std::string(mebibyte + 1, 'x')}) {
            auto reader = CsvReader::over(text, ';', Encoding::utf8);
            CsvRecord record;
            BOOST_TEST(reader.next(record));
            BOOST_TEST(!catalogue.text(record.fault.value()).empty());
        }
    }
}

BOOST_AUTO_TEST_CASE(no_byte_is_lost_whatever_the_file_holds) {
    BOOST_TEST(rc::check("records and blank lines make up the file", [] {
        const auto text = *rc::gen::container<std::string>(
            rc::gen::element('a', ';', '"', '"', '\n', '\r', ' ', '\xE9', '\0'));
        auto reader = CsvReader::over(text, ';', Encoding::utf8);
        CsvRecord record;
        std::size_t at = 0;
        while (reader.next(record)) {
            while (text.compare(at, record.raw.size(), record.raw) != 0 || text[at] == '\n' ||
                   text.compare(at, 2, "\r\n") == 0) {
                RC_ASSERT(at < text.size() && (text[at] == '\n' || text[at] == '\r'));
                ++at;
            }
            RC_ASSERT(record.line ==
                      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
            at += record.raw.size();
        }
        RC_ASSERT(text.find_first_not_of("\r\n", at) == std::string::npos);
    }));
}

BOOST_AUTO_TEST_CASE(reads_what_the_writer_wrote) {
    BOOST_TEST(rc::check("any cells come back", [] {
        const auto character =
            rc::gen::element<std::string>("a", ";", ",", "\t", "\"", "\n", "\r", " ", "é", "\uFEFF", "=", "");
        const auto text =
            rc::gen::map(rc::gen::container<std::vector<std::string>>(character),
                         [](const auto& parts) { return fmt::format("{}", fmt::join(parts, "")); });
        const auto records = *rc::gen::container<std::vector<std::vector<std::string>>>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(text)));
        const char separator = *rc::gen::element(';', ',', '\t');
        CsvWriter writer(separator, CsvWriter::Reader::program);
        for (const auto& cells : records) {
            for (const std::string& cell : cells) writer.cell(cell);
            writer.end_line();
        }
        auto reader = CsvReader::over(writer.text(), separator, Encoding::utf8);
        CsvRecord record;
        for (const auto& cells : records) {
            RC_ASSERT(reader.next(record));
            RC_ASSERT(!record.fault);
            RC_ASSERT(std::vector<std::string>(record.cells.begin(), record.cells.end()) == cells);
        }
        RC_ASSERT(!reader.next(record));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
