// SPDX-License-Identifier: Apache-2.0
#include "base/repeats.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <map>

using namespace cadran;

namespace {

using Fingerprints = std::vector<std::uint64_t>;

Fingerprints counted(const Fingerprints& fingerprints) {
    std::map<std::uint64_t, int> counts;
    for (const std::uint64_t fingerprint : fingerprints) ++counts[fingerprint];
    Fingerprints repeats;
    for (const auto& [fingerprint, count] : counts) {
        if (count > 1) repeats.push_back(fingerprint);
    }
    return repeats;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeats)

BOOST_AUTO_TEST_CASE(are_found_once_each_in_order) {
    BOOST_CHECK(repeated(Fingerprints{9, 5, 9, 7, 5, 9}) == (Fingerprints{5, 9}));
    BOOST_CHECK(repeated(Fingerprints{}).empty());
    BOOST_CHECK(repeated(Fingerprints{3}).empty());
    BOOST_CHECK(repeated(Fingerprints{~std::uint64_t{0}, ~std::uint64_t{0}}) ==
                Fingerprints{~std::uint64_t{0}});
}

BOOST_AUTO_TEST_CASE(are_those_that_counting_finds) {
    BOOST_TEST(rc::check("poorly and well mixed", [] {
        const auto shift = *rc::gen::inRange(0, 64);
        Fingerprints fingerprints;
        for (const int small : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30)))
            fingerprints.push_back(static_cast<std::uint64_t>(small) << shift);
        RC_ASSERT(repeated(fingerprints) == counted(fingerprints));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
