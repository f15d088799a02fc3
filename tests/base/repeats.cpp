// SPDX-License-Identifier: Apache-2.0
#include "base/repeats.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <array>
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
        // The same in halves, in two parts.
        std::vector<std::uint32_t> halves;
        for (const std::uint64_t one : fingerprints) halves.push_back(static_cast<std::uint32_t>(one >> 16));
        const Fingerprints wide(halves.begin(), halves.end());
        const std::span<const std::uint32_t> all(halves);
        const std::array<std::span<const std::uint32_t>, 2> parts{all.first(all.size() / 2),
                                                                  all.subspan(all.size() / 2)};
        const std::vector<std::uint32_t> found = repeated(parts);
        RC_ASSERT(Fingerprints(found.begin(), found.end()) == counted(wide));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
