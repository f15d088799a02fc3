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

BOOST_AUTO_TEST_SUITE_END()
