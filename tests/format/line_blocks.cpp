// SPDX-License-Identifier: Apache-2.0
#include "format/line_blocks.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "format/csv_reader.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::format;

namespace {

struct Example {
    TemporaryFolder folder;
    std::filesystem::path file = folder.path() / "lines.csv";

    LineBlocks blocks(const std::string& text, std::int64_t from, std::int64_t bytes) const {
        write_durably(file, text);
        return LineBlocks::open(file, from, bytes).value();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(line_blocks, Example)

BOOST_AUTO_TEST_CASE(hold_every_line_whole_and_once) {
    BOOST_TEST(rc::check([&] {
        std::string text = "titles\n";
        for (int i = *rc::gen::inRange(0, 30); i > 0; --i)
            text += std::string(*rc::gen::inRange<std::size_t>(0, 12), 'x') + "\n";
        if (*rc::gen::arbitrary<bool>()) text += "last";
        const LineBlocks read = blocks(text, 7, *rc::gen::inRange(1, 20));
        std::string together;
        std::vector<char> buffer;
        for (std::uint32_t i = 0; i < read.count(); ++i) {
            const std::string_view block = read.read(i, buffer).value();
            RC_ASSERT(block.empty() || block.ends_with('\n') || i + 1 == read.count() ||
                      together.size() + block.size() + 7 == text.size());
            together += block;
        }
        RC_ASSERT(together == text.substr(7));
    }));
}

BOOST_AUTO_TEST_CASE(leave_lines_that_are_too_long_to_the_reader) {
    std::vector<char> buffer;
    const std::string fits(greatest_csv_record / 2, 'x');
    BOOST_TEST(blocks(fits + "\ny\n", 0, 100).read(0, buffer).value().size() == fits.size() + 1);
    BOOST_TEST(
        !blocks(std::string(greatest_csv_record * 2, 'x') + "\ny\n", 0, 100).read(0, buffer).has_value());
}

BOOST_AUTO_TEST_CASE(fail_where_there_is_no_file) {
    const auto none = LineBlocks::open(folder.path() / "none.csv", 0),
               of_folder = LineBlocks::open(folder.path(), 0);
    BOOST_REQUIRE((!none && !of_folder));
    BOOST_CHECK(none.error().kind == Failure::Kind::not_found);
    BOOST_TEST(of_folder.error().diagnostics.front().what.id == "base.unreadable_file");
}

BOOST_AUTO_TEST_SUITE_END()
