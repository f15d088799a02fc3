// SPDX-License-Identifier: Apache-2.0
#include "format/csv_writer.h"

#include <boost/test/unit_test.hpp>

using namespace cadran::format;

namespace {

std::string for_programs(std::string_view cell) {
    CsvWriter writer(',', CsvWriter::Reader::program);
    writer.cell(cell);
    writer.cell("x");
    writer.end_line();
    return writer.take();
}

// Without the byte order mark.
std::string for_spreadsheets(std::string_view cell) {
    CsvWriter writer(';', CsvWriter::Reader::spreadsheet);
    writer.cell(cell);
    return writer.take().substr(3);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(csv_writer)

BOOST_AUTO_TEST_CASE(quotes_only_what_needs_it) {
    BOOST_TEST(for_programs("a;b") == "a;b,x\r\n");
    BOOST_TEST(for_programs("a,b") == "\"a,b\",x\r\n");
    BOOST_TEST(for_programs("say \"hi\"") == "\"say \"\"hi\"\"\",x\r\n");
    BOOST_TEST(for_programs("two\nlines") == "\"two\nlines\",x\r\n");
    BOOST_TEST(for_programs(" a") == "\" a\",x\r\n");
    BOOST_TEST(for_programs("") == ",x\r\n");
    BOOST_TEST(for_programs("=1+1") == "=1+1,x\r\n");
}

BOOST_AUTO_TEST_CASE(disarms_what_a_spreadsheet_would_compute) {
    for (const std::string cell : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "-", "+A1", "-1-1"}) {
        BOOST_TEST(for_spreadsheets(cell) == "'" + cell);
    }
    BOOST_TEST(for_spreadsheets("\t=1") == "'\t=1");
    BOOST_TEST(for_spreadsheets("\r=1") == "\"'\r=1\"");
    BOOST_TEST(for_spreadsheets("=\"a\"") == "\"'=\"\"a\"\"\"");
}

BOOST_AUTO_TEST_CASE(what_anybody_may_open_is_disarmed_without_a_mark) {
    CsvWriter writer(',', CsvWriter::Reader::anybody);
    for (const char* cell : {"=1+1", "+1 2", "-1", "@A1", "\t=1", "\r=1", "-"}) writer.cell(cell);
    writer.end_line();
    BOOST_TEST(writer.text() == "'=1+1,'+1 2,-1,'@A1,'\t=1,\"'\r=1\",'-\r\n");
}

BOOST_AUTO_TEST_CASE(leaves_numbers_numbers) {
    for (const std::string cell :
         {"-12,50", "+3", "1000.00", "-1\u202f234,56", "-1\u00a0234,56", "0", "a-b", "", "x=1"}) {
        BOOST_TEST(for_spreadsheets(cell) == cell);
    }
}

BOOST_AUTO_TEST_CASE(marks_files_for_spreadsheets_as_utf8) {
    CsvWriter writer(';', CsvWriter::Reader::spreadsheet);
    writer.cell("é");
    writer.end_line();
    BOOST_TEST(writer.text() == "\xEF\xBB\xBFé\r\n");
    BOOST_TEST(writer.take() == "\xEF\xBB\xBFé\r\n");
    writer.cell("à");
    BOOST_TEST(writer.take() == "à");
}

BOOST_AUTO_TEST_CASE(a_line_of_one_empty_cell_is_no_blank_line) {
    CsvWriter writer(',', CsvWriter::Reader::program);
    writer.cell("");
    writer.end_line();
    BOOST_TEST(writer.take() == "\"\"\r\n");
}

BOOST_AUTO_TEST_SUITE_END()
