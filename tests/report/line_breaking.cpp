// SPDX-License-Identifier: Apache-2.0
#include "report/line_breaking.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"

using namespace cadran;
using namespace cadran::report;

BOOST_AUTO_TEST_SUITE(line_breaking)

BOOST_AUTO_TEST_CASE(breaks_at_spaces) {
    const std::vector<std::string> expected{"Payer les", "prestations"};
    BOOST_TEST(broken_lines("Payer les prestations", 80, 12) == expected, boost::test_tools::per_element());
    BOOST_TEST(broken_lines("", 80, 12).size() == 1u);
}

BOOST_AUTO_TEST_CASE(breaks_a_word_that_is_too_long_between_characters) {
    std::string whole;
    for (const std::string& line : broken_lines("ééééééééééééééééééééé", 40, 12)) {
        BOOST_TEST(is_utf8(line));
        BOOST_TEST(estimated_width(line, 12) <= 40);
        whole += line;
    }
    BOOST_TEST(whole == "ééééééééééééééééééééé");
}

BOOST_AUTO_TEST_CASE(loses_nothing_even_where_nothing_fits) {
    const auto lines = broken_lines("W ab", 1, 12);
    const std::vector<std::string> expected{"W", "a", "b"};
    std::vector<std::string> words;
    for (const std::string& line : lines) {
        if (!line.empty()) words.push_back(line);
    }
    BOOST_TEST(words == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
