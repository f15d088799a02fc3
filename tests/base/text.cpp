// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <rapidcheck.h>

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace std::chrono;

BOOST_AUTO_TEST_SUITE(text)

BOOST_AUTO_TEST_CASE(accepts_the_first_and_last_character_of_every_length) {
    for (const std::string_view bytes :
         {"", "\x01", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
          "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        BOOST_TEST(is_utf8(bytes));
    }
}

BOOST_AUTO_TEST_CASE(refuses_what_is_not_utf8) {
    struct Faulty {
        std::string_view name;
        std::string_view bytes;
    };
    for (const auto& [name, bytes] : std::vector<Faulty>{
             {"continuation alone", "\x80"},
             {"end inside a character", "a\xC3"},
             {"ASCII inside a character", "\xE2\x82z"},
             {"Latin-1", "d\xE9j\xE0"},
             {"overlong slash in two bytes", "\xC0\xAF"},
             {"overlong in three bytes", "\xE0\x9F\xBF"},
             {"overlong in four bytes", "\xF0\x8F\xBF\xBF"},
             {"first surrogate", "\xED\xA0\x80"},
             {"last surrogate", "\xED\xBF\xBF"},
             {"above U+10FFFF", "\xF4\x90\x80\x80"},
             {"byte that UTF-8 never uses", "\xFF"},
         }) {
        BOOST_TEST(!is_utf8(bytes), name);
    }
}

BOOST_AUTO_TEST_CASE(counts_characters_and_not_bytes) {
    BOOST_TEST(length_in_characters("") == 0);
    BOOST_TEST(length_in_characters("élève") == 5);
    BOOST_TEST(length_in_characters("1\u202f000 € 😀") == 9);
}

BOOST_AUTO_TEST_CASE(finds_the_name_that_was_meant) {
    const std::vector<std::string> known{"amount", "member", "paid_on", "payer"};
    BOOST_CHECK(nearest_name("ammount", known) == "amount");
    BOOST_CHECK(nearest_name("paidon", known) == "paid_on");
    BOOST_CHECK(nearest_name("amount", known) == "amount");
    BOOST_CHECK(nearest_name("membre", known) == "member");
}

BOOST_AUTO_TEST_CASE(proposes_nothing_where_nothing_is_near) {
    const std::vector<std::string> known{"amount", "member"};
    BOOST_CHECK(!nearest_name("beneficiary", known));
    BOOST_CHECK(!nearest_name("amo", known));
    BOOST_CHECK(!nearest_name("", known));
    BOOST_CHECK(!nearest_name("amount", std::vector<std::string>{}));
}

BOOST_AUTO_TEST_CASE(trims_white_space_at_both_ends_only) {
    BOOST_TEST(trimmed(" \t a b\r\n") == "a b");
    BOOST_TEST(trimmed("ab") == "ab");
    BOOST_TEST(trimmed(" \n").empty());
    BOOST_TEST(trimmed("\u00a0a") == "\u00a0a");
}

BOOST_AUTO_TEST_CASE(splits_into_one_part_more_than_separators) {
    BOOST_TEST((split("a;;b;", ';') == std::vector<std::string_view>{"a", "", "b", ""}));
    BOOST_TEST((split("", ';') == std::vector<std::string_view>{""}));
}

BOOST_AUTO_TEST_CASE(reads_whole_numbers_of_digits_only) {
    BOOST_CHECK(parse_integer("0042") == 42);
    BOOST_CHECK(parse_integer("9223372036854775807") == 9223372036854775807);
    for (const std::string_view faulty : {"", "-1", "+1", " 1", "1 ", "1.0", "0x1", "9223372036854775808"}) {
        BOOST_TEST(!parse_integer(faulty), faulty);
    }
}

BOOST_AUTO_TEST_CASE(reads_dates_that_exist) {
    BOOST_CHECK(parse_date("2026-07-31") == 2026y / July / 31);
    BOOST_CHECK(parse_date("2028-02-29") == 2028y / February / 29);
    for (const std::string_view faulty :
         {"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-07-00", "2026-07-32", "2026-7-31", "31/07/2026",
          "2026-07-31 ", "2026/07/31", "+026-07-31", "2026-07--1"}) {
        BOOST_TEST(!parse_date(faulty), faulty);
    }
}

BOOST_AUTO_TEST_CASE(writes_dates_as_it_reads_them) {
    BOOST_TEST(rc::check("a date survives its text", [] {
        const Date date = sys_days{days{*rc::gen::inRange(-719'528, 2'932'897)}};  // years 0 to 9999
        RC_ASSERT(parse_date(iso_text(date)) == date);
    }));
}

BOOST_AUTO_TEST_CASE(folded_words_are_the_same_whatever_case_and_accents) {
    BOOST_TEST(folded("  Échéance — (DATE) ") == "echeance date");
    BOOST_TEST(folded("L’œuvre Ævar straße Łódź") == "l oeuvre aevar strasse lodz");
    BOOST_TEST(folded("e\u0301te\u0301") == "ete");
    BOOST_TEST(folded("plan d'action") == folded("Plan d’action"));
    BOOST_TEST(folded("n\u00a0° 12") == "n 12");
    BOOST_TEST(folded("…") == "");
}

BOOST_AUTO_TEST_SUITE_END()
