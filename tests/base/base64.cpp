// SPDX-License-Identifier: Apache-2.0
#include "base/base64.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;

BOOST_AUTO_TEST_SUITE(base64)

// RFC 4648, section 10.
BOOST_AUTO_TEST_CASE(writes_the_examples_of_its_standard) {
    BOOST_TEST(base64_text("") == "");
    BOOST_TEST(base64_text("f") == "Zg==");
    BOOST_TEST(base64_text("fo") == "Zm8=");
    BOOST_TEST(base64_text("foo") == "Zm9v");
    BOOST_TEST(base64_text("foobar") == "Zm9vYmFy");
}

BOOST_AUTO_TEST_CASE(writes_bytes_that_are_no_text) {
    BOOST_TEST(base64_text({"\x00\xFF\xFE", 3}) == "AP/+");
}

BOOST_AUTO_TEST_CASE(reads_what_it_wrote) {
    const std::string bytes("\x00\xFF\xFE photo", 9);
    BOOST_TEST(bytes_of_base64(base64_text(bytes)).value() == bytes);
    BOOST_TEST(bytes_of_base64("").value().empty());
}

BOOST_AUTO_TEST_CASE(reads_nothing_else) {
    for (const char* text : {"Zg", "Zg=", "Zg===", "Z===", "Zm9v\n", "Zm9v Zm9v", "Zm9_", "é"})
        BOOST_TEST(!bytes_of_base64(text).has_value(), text);
}

BOOST_AUTO_TEST_SUITE_END()
