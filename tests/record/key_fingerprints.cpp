// SPDX-License-Identifier: Apache-2.0
#include "record/key_fingerprints.h"

#include <random>

#include <boost/test/unit_test.hpp>

#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

BOOST_AUTO_TEST_SUITE(key_fingerprints)

BOOST_AUTO_TEST_CASE(repeat_on_the_disk_as_in_memory) {
    const TemporaryFolder folder;
    KeyFingerprints in_memory({}), on_disk(Spill{folder.path(), 100'000});
    std::mt19937_64 chance(3);
    for (int i = 0; i < 200'000; ++i) {
        const std::uint64_t any = chance() % 10'000'000'000;
        const std::uint64_t one = i % 1000 == 0 ? any / 2'000'000'000 : any;
        in_memory.add(one);
        on_disk.add(one);
    }
    const std::vector<std::uint64_t> repeated = in_memory.repeated();
    BOOST_TEST(repeated.size() >= 5u);
    BOOST_TEST(on_disk.repeated() == repeated, boost::test_tools::per_element());
    BOOST_TEST(std::filesystem::is_empty(folder.path()));
}

BOOST_AUTO_TEST_CASE(lead_to_the_same_rejects_from_the_disk) {
    std::string text(claim_columns);
    for (int i = 0; i < 70'000; ++i)
        text += fmt::format("C{};optical;01/07/2026;1;;;;;\n", i == 69'000 ? 12 : i);
    const TemporaryFolder folder;
    const auto path = folder.path() / "claims.csv";
    std::ofstream(path) << text;
    const model::RecordType type = claim_type();
    const auto rejected = [&](std::optional<Spill> spill, bool at_once) {
        std::vector<std::int64_t> lines;
        Reading reading{.type = type,
                        .dialect = french_dialect,
                        .secrets = test_key,
                        .accept = [](const auto&) {},
                        .reject = [&](const auto& rejects, auto) { lines.push_back(rejects.front().line); },
                        .spill = std::move(spill)};
        if (at_once) reading.start_over = [&] { lines.clear(); };
        BOOST_TEST(read_records(path, reading)->rejected == 2);
        return lines;
    };
    const std::vector<std::int64_t> expected{14, 69'002};
    for (const bool at_once : {false, true}) {
        BOOST_TEST(rejected({}, at_once) == expected, boost::test_tools::per_element());
        BOOST_TEST(rejected(Spill{folder.path(), 1000}, at_once) == expected,
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_SUITE_END()
