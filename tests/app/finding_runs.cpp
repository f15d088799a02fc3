// SPDX-License-Identifier: Apache-2.0
#include "app/finding_runs.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <algorithm>

#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::app;

BOOST_AUTO_TEST_SUITE(finding_runs)

BOOST_AUTO_TEST_CASE(give_all_lines_in_their_order_however_many_runs_there_were) {
    const TemporaryFolder folder;
    BOOST_TEST(rc::check([&] {
        std::vector<std::string> orders = *rc::gen::unique<std::vector<std::string>>(
            rc::gen::container<std::string>(rc::gen::arbitrary<char>()));
        const std::size_t count = *rc::gen::inRange<std::size_t>(1, 5);
        std::vector<std::vector<std::string>> runs(count);
        for (const std::string& order : orders)
            runs[*rc::gen::inRange<std::size_t>(0, count)].push_back(order);
        FindingRuns lines(folder.path());
        for (std::vector<std::string>& run : runs) {
            std::ranges::sort(run);
            for (const std::string& order : run) lines.add(order, "line of " + order);
            lines.end_run();
        }
        std::ranges::sort(orders);
        std::vector<std::string> expected, given;
        for (const std::string& order : orders) expected.push_back("line of " + order);
        lines.for_each([&](std::string_view line) { given.emplace_back(line); });
        RC_ASSERT(given == expected);
    }));
}

BOOST_AUTO_TEST_CASE(come_back_from_the_disk_by_the_thousands) {
    constexpr std::size_t count = 30'000;  // more than a run keeps in memory
    for (const std::size_t runs : {1U, 3U}) {
        const TemporaryFolder folder;
        FindingRuns lines(folder.path());
        for (std::size_t run = 0; run < runs; ++run) {
            for (std::size_t i = run; i < count; i += runs)
                lines.add(fmt::format("{:06}", i), fmt::format("{:06} {}", i, std::string(i % 300, 'x')));
            lines.end_run();
        }
        std::size_t next = 0;
        lines.for_each([&](std::string_view line) {
            if (line != fmt::format("{:06} {}", next, std::string(next % 300, 'x'))) BOOST_FAIL(line);
            ++next;
        });
        BOOST_TEST(next == count);
    }
}

BOOST_AUTO_TEST_SUITE_END()
