// SPDX-License-Identifier: Apache-2.0
#include "base/memory.h"

#include <boost/test/unit_test.hpp>

#include <vector>

using namespace cadran;

BOOST_AUTO_TEST_SUITE(memory)

BOOST_AUTO_TEST_CASE(reads_sizes_in_both_languages) {
    BOOST_TEST(parse_memory("512MB").value() == 512'000'000);
    BOOST_TEST(parse_memory("512Mo").value() == 512'000'000);
    BOOST_TEST(parse_memory("2GB").value() == 2'000'000'000);
    BOOST_TEST(parse_memory("2Go").value() == 2'000'000'000);
    for (const char* other : {"", "512", "MB", "0MB", "-1MB", "1.5GB", "512 MB", "512mb", "99999999999999GB"})
        BOOST_TEST(!parse_memory(other).has_value(), other);
}

BOOST_AUTO_TEST_CASE(knows_what_the_process_has) {
    const std::int64_t before = resident_memory();
    BOOST_TEST(before > 1'000'000);
    const std::vector<char> more(64'000'000, 'x');
    BOOST_TEST(resident_memory() - before > 50'000'000);
    BOOST_TEST(more.back() == 'x');
    BOOST_TEST(usual_memory() >= 256'000'000);
}

BOOST_AUTO_TEST_SUITE_END()
