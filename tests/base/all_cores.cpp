// SPDX-License-Identifier: Apache-2.0
#include "base/all_cores.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace cadran;

BOOST_AUTO_TEST_SUITE(all_cores)

BOOST_AUTO_TEST_CASE(share_each_number_once) {
    std::vector<std::atomic<int>> calls(100);
    on_all_cores(calls.size(), [&](std::size_t i) { ++calls[i]; });
    for (const auto& count : calls) BOOST_TEST(count == 1);
    on_all_cores(0, [](std::size_t) { BOOST_ERROR("nothing to do"); });
}

BOOST_AUTO_TEST_CASE(pass_on_what_was_thrown) {
    BOOST_CHECK_THROW(on_all_cores(10,
                                   [](std::size_t i) {
                                       if (i == 7) throw std::runtime_error("7");
                                   }),
                      std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
