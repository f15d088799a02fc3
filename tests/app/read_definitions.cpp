// SPDX-License-Identifier: Apache-2.0
#include "app/read_definitions.h"

#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::app;

BOOST_AUTO_TEST_SUITE(read_definitions)

BOOST_AUTO_TEST_CASE(stay_for_whoever_asks_next) {
    ByDigest<std::string> read;
    const Digest manifest = sha256("manifest");
    BOOST_TEST(read.find(manifest) == nullptr);
    const auto kept = read.keep(manifest, "content");
    BOOST_TEST(*kept == "content");
    BOOST_TEST(read.find(manifest) == kept);
    BOOST_TEST(read.find(sha256("another")) == nullptr);
}

BOOST_AUTO_TEST_CASE(are_let_go_of_before_they_become_many) {
    ByDigest<int> read;
    for (int i = 0; i < 1000; ++i) read.keep(sha256(std::to_string(i)), i);
    BOOST_TEST(read.find(sha256("0")) == nullptr);
    BOOST_TEST(*read.find(sha256("999")) == 999);
}

BOOST_AUTO_TEST_SUITE_END()
