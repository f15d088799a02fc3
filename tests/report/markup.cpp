// SPDX-License-Identifier: Apache-2.0
#include "report/markup.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "report/read_markup.h"

using namespace cadran;
using namespace cadran::report;

BOOST_AUTO_TEST_SUITE(markup)

BOOST_AUTO_TEST_CASE(keeps_ordinary_text) {
    BOOST_TEST(escaped("Où ? 1 000,00 € \U0001F600") == "Où ? 1 000,00 € \U0001F600");
}

BOOST_AUTO_TEST_CASE(takes_the_meaning_from_markup) {
    BOOST_TEST(escaped("<a href=\"x\" b='y'>&amp;") == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
}

BOOST_AUTO_TEST_CASE(replaces_what_xml_cannot_carry) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {std::string("a\0b", 3), "a\uFFFDb"},  // NUL
        {"\x01\x1F\x7F", "\uFFFD\uFFFD\uFFFD"},
        {"\xC3", "\uFFFD"},  // truncated
        {"\xC3x", "\uFFFDx"},
        {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},  // a surrogate
        {"\xEF\xBF\xBE", "\uFFFD"},              // U+FFFE
        {"a\r\n\tb", "a&#13;\n\tb"},
    };
    for (const auto& [text, expected] : cases) BOOST_TEST(escaped(text) == expected);
}

BOOST_AUTO_TEST_CASE(makes_any_bytes_well_formed) {
    BOOST_TEST(rc::check("any bytes, in text and in an attribute", [](const std::string& bytes) {
        const std::string safe = escaped(bytes);
        RC_ASSERT(is_utf8(safe));
        RC_ASSERT(read_markup("<p title=\"" + safe + "\">" + safe + "</p>").front().text == safe);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
