// SPDX-License-Identifier: Apache-2.0
#include "record/dialect.h"

#include <boost/test/unit_test.hpp>

#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

// `; utf-8 comma french`, or the fault.
std::string detected(std::string_view text, const KnownDialect& known = {}) {
    const TemporaryFolder folder;
    const auto dialect = detect_dialect(write_file(folder, text), claim_type(), known);
    if (!dialect) return dialect.error().diagnostics.front().what.id;
    const Json json = dialect->to_json();
    return fmt::format("{} {} {} {}", json.at("separator").string(), json.at("encoding").string(),
                       json.at("decimal").string(), json.at("dates").string());
}

// Of ASCII.
std::string utf16(std::string_view text, bool big_endian) {
    std::string bytes;
    for (const char c : text) bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dialect)

BOOST_AUTO_TEST_CASE(recognises_how_a_file_is_written) {
    BOOST_TEST(detected("number;amount;received_on\nC1;1,50;31/07/2026\n") == "semicolon utf-8 comma french");
    BOOST_TEST(detected("number,amount,received_on\nC1,1.50,2026-07-31\n") == "comma utf-8 point iso");
    BOOST_TEST(detected("number\tamount\treceived_on\nC1\t1,50\t2026-07-31\n") == "tab utf-8 comma iso");
    BOOST_TEST(detected("number;amount;received_on\nC1;1.50;2026-07-31\n") == "semicolon utf-8 point iso");
    BOOST_TEST(detected("number,amount,received_on\nC1,\"1,50\",31/07/2026\n") == "comma utf-8 comma french");
}

BOOST_AUTO_TEST_CASE(follows_the_habit_of_the_separator_in_doubt) {
    BOOST_TEST(detected("number;amount;received_on\n") == "semicolon utf-8 comma french");
    BOOST_TEST(detected("number,amount,received_on\nC1,10,\n") == "comma utf-8 point iso");
}

BOOST_AUTO_TEST_CASE(finds_columns_by_title_whatever_case_accents_and_encoding) {
    BOOST_TEST(detected("Num\xE9ro;MONTANT,x;\"DATE D'EFFET\"\nC1;1;31/07/2026\n") ==
               "semicolon windows-1252 comma french");
    BOOST_TEST(detected("\xEF\xBB\xBF\"BÉNÉFICIAIRE\";x,y\n") == "semicolon utf-8 comma french");
}

BOOST_AUTO_TEST_CASE(lets_the_lines_vote_on_the_encoding) {
    BOOST_TEST(detected("number;beneficiary\nC1;\xE9t\xE9\n") == "semicolon windows-1252 comma french");
    BOOST_TEST(detected("number;beneficiary\nC1;été\nC2;\xE9t\xE9\n") == "semicolon utf-8 comma french");
    BOOST_TEST(detected("\xEF\xBB\xBFnumber;beneficiary\nC1;\xE9t\xE9\n") == "semicolon utf-8 comma french");
}

BOOST_AUTO_TEST_CASE(is_not_misled_by_where_the_head_of_a_large_file_ends) {
    std::string text = "number;beneficiary\n";
    while (text.size() < 600'000) text += "C1;étéééé\n";
    BOOST_TEST(detected(text) == "semicolon utf-8 comma french");
}

BOOST_AUTO_TEST_CASE(recognises_utf_16_with_and_without_its_mark) {
    const std::string text = "number;amount;received_on\nC1;1,50;31/07/2026\n";
    BOOST_TEST(detected(utf16(text, false)) == "semicolon utf-16le comma french");
    BOOST_TEST(detected(utf16(text, true)) == "semicolon utf-16be comma french");
    BOOST_TEST(detected("\xFF\xFE" + utf16(text, false)) == "semicolon utf-16le comma french");
    BOOST_TEST(detected("\xFE\xFF" + utf16(text, true)) == "semicolon utf-16be comma french");
}

BOOST_AUTO_TEST_CASE(remembers_what_people_know_better) {
    KnownDialect known;
    BOOST_TEST(known.set("decimal", "comma").has_value());
    BOOST_TEST(known.set("encoding", "windows-1252").has_value());
    const KnownDialect read = KnownDialect::parse(known.to_json().canonical_text()).value();
    BOOST_CHECK(read.decimal == ',' && read.encoding == format::Encoding::windows_1252 && !read.separator);
    BOOST_TEST(known.set("decimal", "detect").has_value());
    BOOST_TEST(known.to_json().canonical_text() == R"({"encoding":"windows-1252"})");
    const Done wrong = known.set("dates", "american");
    BOOST_REQUIRE(!wrong);
    BOOST_TEST(wrong.error().diagnostics.front().what.id == "record.unknown_style");
}

BOOST_AUTO_TEST_CASE(believes_its_caller) {
    const std::string text = "number;amount;received_on\nC1;1,50;31/07/2026\n";
    BOOST_TEST(detected(text, {.separator = ','}) == "comma utf-8 point iso");
    BOOST_TEST(detected(text, {.encoding = format::Encoding::windows_1252}) ==
               "semicolon windows-1252 comma french");
    BOOST_TEST(detected(text, {.decimal = '.', .dates = DateStyle::iso}) == "semicolon utf-8 point iso");
}

BOOST_AUTO_TEST_CASE(refuses_dates_with_the_month_first) {
    const std::string text = "number;received_on\nC1;07/31/2026\nC2;07/01/2026\n";
    BOOST_TEST(detected(text) == "record.month_before_day");
    BOOST_TEST(detected(text, {.dates = DateStyle::french}) == "semicolon utf-8 comma french");
    BOOST_TEST(detected(text + "C3;31/07/2026\n") == "semicolon utf-8 comma french");
}

BOOST_AUTO_TEST_CASE(refuses_files_that_are_no_records) {
    BOOST_TEST(detected("") == "record.empty_file");
    BOOST_TEST(detected("\xEF\xBB\xBF") == "record.no_known_column");
    BOOST_TEST(detected(" \r\n") == "record.empty_file");
    BOOST_TEST(detected({"PK\x03\x04\0\0", 6}) == "record.not_text");
    BOOST_TEST(detected({"n\0\0u\0\0r", 7}) == "record.not_text");
    BOOST_TEST(detected(std::string(300'000, 'x')) == "record.not_text");
    BOOST_TEST(detected("colour;size\nred;10\n") == "record.no_known_column");
    const TemporaryFolder folder;
    BOOST_TEST(detect_dialect(folder.path(), claim_type()).error().diagnostics.front().what.id ==
               "base.unreadable_file");
    BOOST_CHECK(detect_dialect(folder.path() / "none", claim_type()).error().kind ==
                Failure::Kind::not_found);
}

BOOST_AUTO_TEST_CASE(is_remembered_as_json) {
    for (const Dialect& dialect : {french_dialect, plain_dialect, archived_dialect(),
                                   Dialect{.separator = '\t', .encoding = format::Encoding::windows_1252}}) {
        BOOST_TEST((Dialect::parse(dialect.to_json().canonical_text()).value() == dialect));
    }
    BOOST_TEST(
        french_dialect.to_json().canonical_text() ==
        R"({"dates":"french","decimal":"comma","encoding":"utf-8","hashed":false,"separator":"semicolon"})");
    for (const std::string_view text :
         {"{}", "[]", "7", "{",
          R"({"dates":"french","decimal":"comma","encoding":"utf-8","hashed":false,"separator":"|"})",
          R"({"dates":1,"decimal":"comma","encoding":"utf-8","hashed":false,"separator":"tab"})"}) {
        BOOST_TEST(!Dialect::parse(text).has_value());
    }
}

BOOST_AUTO_TEST_SUITE_END()
