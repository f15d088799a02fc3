// SPDX-License-Identifier: Apache-2.0
#include "record/batch_spill.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

// A row without its line, which blocks do not know.
std::string content(const column::RecordBatch& batch, std::size_t row) {
    const std::string text = row_text(batch, row);
    return text.substr(text.find(' ') + 1);
}

// Records with a value here and there, in batches of so many rows at most.
struct Example {
    TemporaryFolder folder;
    model::RecordType type = claim_type();
    BatchSpill spill{folder.path(), type};
    std::vector<std::string> rows;

    void fill(std::size_t records, std::size_t batch_rows) {
        std::string text(claim_columns);
        for (std::size_t i = 0; i < records; ++i)
            text += fmt::format("C{};optical;0{}/07/2026;{};{};{};;;{}\n", i, 1 + i % 9, i,
                                i % 3 == 0 ? "FR76" : "", i % 2 == 0 ? "4" : "", i % 5 == 0 ? "" : "Zoé");
        const auto path = folder.path() / "claims.csv";
        std::ofstream(path) << text;
        const auto read = read_records(path, {.type = type,
                                              .dialect = french_dialect,
                                              .secrets = test_key,
                                              .accept =
                                                  [&](const auto& batch) {
                                                      BOOST_TEST(batch->rows <= batch_rows);
                                                      spill.add(*batch);
                                                      for (std::size_t row = 0; row < batch->rows; ++row)
                                                          rows.push_back(content(*batch, row));
                                                  },
                                              .batch_rows = batch_rows});
        BOOST_REQUIRE(read.has_value());
    }

    std::unique_ptr<BatchReader> reader(std::uint8_t wanted) const {
        return spill.reader(std::vector<std::uint8_t>(type.schema->fields().size(), wanted));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(batch_spill, Example)

BOOST_AUTO_TEST_CASE(gives_back_what_it_was_given_as_often_as_it_is_asked) {
    fill(100, 7);
    BOOST_TEST(spill.blocks() == 15u);
    BOOST_TEST(spill.keys_differ());
    for (int time = 0; time < 2; ++time) {
        const auto reading = reader(1);
        std::vector<std::string> read;
        for (std::uint32_t block = spill.blocks(); block-- > 0;) {
            BOOST_REQUIRE(reading->read(block));
            BOOST_TEST(reading->accepted().size() == reading->batch().rows);
            for (std::size_t row = reading->batch().rows; row-- > 0;)
                read.push_back(content(reading->batch(), row));
        }
        std::ranges::reverse(read);
        BOOST_TEST(read == rows, boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(fetches_rows_whole_and_reads_the_wanted_columns_alone) {
    fill(20, 10);
    const auto reading = reader(0);
    BOOST_REQUIRE(reading->read(1));
    BOOST_TEST(column::plain_text(reading->batch().scalar(3, type.key)) == "C13");
    BOOST_TEST(!reading->batch().has(3, 3));
    const std::vector<BlockRow> wanted{{0, 0}, {0, 4}, {0, 9}, {1, 2}};
    const auto fetched = reading->fetch(wanted);
    BOOST_REQUIRE(fetched->rows == 4u);
    for (std::size_t i = 0; i < wanted.size(); ++i)
        BOOST_TEST(content(*fetched, i) == rows[wanted[i].block * 10 + wanted[i].row]);
    BOOST_TEST(column::plain_text(reading->batch().scalar(3, type.key)) == "C13");
}

BOOST_AUTO_TEST_CASE(is_seen_by_nobody) {
    fill(20, 10);
    std::filesystem::remove(folder.path() / "claims.csv");
    BOOST_TEST(std::filesystem::is_empty(folder.path()));
}

BOOST_AUTO_TEST_SUITE_END()
