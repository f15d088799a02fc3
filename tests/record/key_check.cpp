// SPDX-License-Identifier: Apache-2.0
#include "record/key_check.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include <set>

#include "record/block_reader.h"
#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

struct Example {
    TemporaryFolder folder;
    model::RecordType type = claim_type();

    bool repeated(const std::vector<int>& keys, std::int64_t block_bytes) const {
        std::string text(claim_columns);
        for (const int key : keys) text += fmt::format("C{};optical;01/07/2026;1;;;;;\n", key);
        const auto path = folder.path() / "claims.csv";
        std::ofstream(path) << text;
        const BlockFile file =
            BlockFile::open(path, {.dialect = french_dialect}, type, test_key, block_bytes).value().value();
        const auto first = file.reader(std::vector<std::uint8_t>(type.schema->fields().size(), 0));
        const auto second = file.reader(std::vector<std::uint8_t>(type.schema->fields().size(), 0));
        KeyCheck check({folder.path(), 1});
        check.start_over();
        for (std::uint32_t block = 0; block < file.blocks(); ++block) {
            RC_ASSERT(first->read(block));
            check.note(first->keys());
        }
        const std::vector<BatchReader*> readers{first.get(), second.get()};
        return check.repeated(readers);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(key_check, Example)

BOOST_AUTO_TEST_CASE(knows_whether_keys_repeat_in_whatever_order_they_stand) {
    std::size_t repeating = 0;
    BOOST_TEST(rc::check([&] {
        const auto keys = *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 300));
        const bool expected = std::set<int>(keys.begin(), keys.end()).size() < keys.size();
        if (expected) ++repeating;
        RC_ASSERT(repeated(keys, *rc::gen::inRange(1, 200)) == expected);
    }));
    BOOST_TEST(repeating > 10u);
}

BOOST_AUTO_TEST_SUITE_END()
