// SPDX-License-Identifier: Apache-2.0
#include "expression/sample.h"

#include <algorithm>

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

using namespace cadran;
using namespace cadran::expression;

BOOST_AUTO_TEST_SUITE(sample)

BOOST_AUTO_TEST_CASE(a_rate_is_rounded_up_with_exact_decimals) {
    const auto size = [](const Decimal& rate, std::size_t population) {
        return sample_size(rate, 0, population);
    };
    BOOST_TEST(size({2, 2}, 50) == 1U);
    BOOST_TEST(size({2, 2}, 51) == 2U);
    BOOST_TEST(size({1, 1}, 30) == 3U);  // in binary, 0.1 times 30 is more than 3
    BOOST_TEST(size({1, 9}, 7) == 1U);
    BOOST_TEST(size({1, 0}, 7) == 7U);
    BOOST_TEST(size({2, 2}, 0) == 0U);
}

BOOST_AUTO_TEST_CASE(a_size_is_at_most_the_population) {
    BOOST_TEST(sample_size({}, 50, 80) == 50U);
    BOOST_TEST(sample_size({}, 50, 8) == 8U);
}

BOOST_AUTO_TEST_CASE(takes_the_smallest_hashes_and_breaks_ties_by_name) {
    const HashKey seed{4, 2};
    const std::vector<std::string> names{"c", "a", "b", "a"};
    std::vector<std::string> sorted = names;
    std::ranges::sort(sorted, {},
                      [&](const std::string& name) { return std::pair(keyed_hash(seed, name), name); });
    const auto drawn = sample_of(names, 3, seed);
    BOOST_REQUIRE(drawn.size() == 3U);
    for (std::size_t i = 0; i < drawn.size(); ++i) BOOST_TEST(names[drawn[i]] == sorted[i]);
}

BOOST_AUTO_TEST_CASE(a_larger_sample_holds_the_smaller_one) {
    BOOST_TEST(rc::check("prefix", [] {
        const auto names = *rc::gen::unique<std::vector<std::string>>(rc::gen::arbitrary<std::string>());
        const auto size = *rc::gen::inRange<std::size_t>(0, names.size() + 1);
        const auto all = sample_of(names, names.size(), {});
        const auto some = sample_of(names, size, {});
        RC_ASSERT(std::equal(some.begin(), some.end(), all.begin()));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
