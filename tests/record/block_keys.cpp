// SPDX-License-Identifier: Apache-2.0
#include "record/block_keys.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <set>

using namespace cadran::record;

namespace {

using Keys = std::vector<std::string_view>;

bool apart(const std::vector<Keys>& blocks) {
    std::vector<BlockKeys> told;
    for (const Keys& keys : blocks)
        told.push_back(BlockKeys::of(static_cast<std::uint32_t>(told.size()), keys));
    return are_apart(told);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(block_keys)

BOOST_AUTO_TEST_CASE(that_ascend_are_told_by_the_first_and_the_last) {
    const BlockKeys keys = BlockKeys::of(3, Keys{"C8", "C9", "C10"});
    BOOST_TEST(keys.ascends);
    BOOST_TEST(keys.block == 3u);
    BOOST_TEST(keys.first == "C8");
    BOOST_TEST(keys.last == "C10");
}

BOOST_AUTO_TEST_CASE(that_do_not_ascend_are_told_by_fingerprints) {
    for (const Keys& keys : {Keys{"C2", "C1"}, Keys{"C1", "C1"}, Keys{"C1", "C3", "C2"}}) {
        const BlockKeys told = BlockKeys::of(0, keys);
        BOOST_TEST(!told.ascends);
        BOOST_TEST(told.fingerprints.size() == keys.size());
    }
}

BOOST_AUTO_TEST_CASE(are_apart_where_no_range_meets_another) {
    BOOST_TEST(apart({{"C1", "C2"}, {"C3"}, {}}));
    BOOST_TEST(apart({{"C8", "C10"}, {"C1", "C7"}}));
    BOOST_TEST(!apart({{"C1", "C3"}, {"C2"}}));
    BOOST_TEST(!apart({{"C1", "C2"}, {"C2", "C3"}}));
    BOOST_TEST(!apart({{"C1", "C2"}, {"C4", "C3"}}));
}

BOOST_AUTO_TEST_CASE(that_repeat_are_never_apart) {
    BOOST_TEST(rc::check("any keys in any blocks", [] {
        const Keys all{"1", "2", "3", "10", "A", "é", "10A"};
        std::vector<Keys> blocks;
        std::set<std::string_view> seen;
        bool repeats = false;
        for (int block = *rc::gen::inRange(0, 4); block > 0; --block) {
            blocks.emplace_back();
            for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
                blocks.back().push_back(*rc::gen::elementOf(all));
                repeats = repeats || !seen.insert(blocks.back().back()).second;
            }
        }
        if (repeats) RC_ASSERT(!apart(blocks));
        RC_CLASSIFY(apart(blocks));
    }));
}

BOOST_AUTO_TEST_SUITE_END()
