// SPDX-License-Identifier: Apache-2.0
#include "record/block_reader.h"

#include <rapidcheck.h>
#include <boost/test/unit_test.hpp>

#include "base/file.h"
#include "record/claims.h"

using namespace cadran;
using namespace cadran::record;

namespace {

// A row without its line, which blocks do not know.
std::string content(const column::RecordBatch& batch, std::size_t row) {
    const std::string text = row_text(batch, row);
    return text.substr(text.find(' ') + 1);
}

struct Told {
    std::vector<std::string> rows;
    std::int64_t rejected = 0;
    std::vector<BlockKeys> keys;
};

struct Example {
    TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "claims.csv";
    model::RecordType type = claim_type();

    BlockFile blocks(const std::string& text, std::int64_t bytes) const {
        write_durably(path, text);
        return BlockFile::open(path, {.dialect = french_dialect}, type, test_key, bytes).value().value();
    }

    // Row by row as read, and once more as fetched; none where only the careful way can tell.
    std::optional<Told> told(const std::string& text, std::int64_t bytes) const {
        const BlockFile file = blocks(text, bytes);
        BlockReader reader(file, std::vector<std::uint8_t>(type.schema->fields().size(), 1));
        BlockReader fetching(file, std::vector<std::uint8_t>(type.schema->fields().size(), 0));
        Told told;
        std::vector<BlockRow> wanted;
        for (std::uint32_t block = 0; block < file.blocks(); ++block) {
            if (!reader.read(block)) return {};
            told.keys.push_back(reader.keys());
            std::vector<BlockRow> accepted;
            for (std::uint32_t row = 0; row < reader.accepted().size(); ++row) {
                if (reader.accepted()[row] == 0) ++told.rejected;
                if (reader.accepted()[row] == 0) continue;
                told.rows.push_back(content(reader.batch(), row));
                accepted.push_back({block, row});
            }
            const auto fetched = fetching.fetch(accepted);
            for (std::size_t i = 0; i < accepted.size(); ++i)
                RC_ASSERT(content(*fetched, i) == content(reader.batch(), accepted[i].row));
            wanted.insert(wanted.end(), accepted.begin(), accepted.end());
        }
        // The same of all blocks at once.
        const auto fetched = fetching.fetch(wanted);
        for (std::size_t i = 0; i < wanted.size(); ++i) RC_ASSERT(content(*fetched, i) == told.rows[i]);
        return told;
    }
};

std::string any_cell(const std::vector<std::string>& cells) {
    return *rc::gen::elementOf(cells);
}

// Of a record with something of every kind, sound or not.
std::string any_line(int number) {
    return any_cell({fmt::format("C{}", number), fmt::format("C{}", number), fmt::format("\"C{}\"", number),
                     fmt::format(" C{} ", number), "", std::string(201, 'x')}) +
           ";" + any_cell({"optical", "consultation", "optcal", "\"hospital-stay\"", ""}) + ";" +
           any_cell({"01/07/2026", "1/7/2026", "31/06/2026", "\"02/07/2026\"", "2026-07-01", ""}) + ";" +
           any_cell({"10", "1 234,56", "-0,5", "12,345", "ten", "\"3,20 €\""}) + ";" +
           any_cell({"", "FR76", "fr76 1", std::string(201, 'A')}) + ";" + any_cell({"", "2", "x"}) + ";" +
           any_cell({"", "oui", "non", "maybe"}) + ";" + any_cell({"", "2026-07-31T17:00:00Z", "17:00"}) +
           ";" + any_cell({"", "Ève", "\"Ève; \"\"Roux\"\"\"", "Zoé ", "\"Zoé\n\""}) +
           any_cell({"\n", "\n", "\r\n", "\n\n", "\r\n\r\n", ";\n"});
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(block_reader, Example)

BOOST_AUTO_TEST_CASE(reads_what_read_records_reads_in_blocks_of_any_size) {
    std::size_t tried = 0, read_in_blocks = 0;
    BOOST_TEST(rc::check([&] {
        ++tried;
        std::string text(claim_columns);
        for (int i = *rc::gen::inRange(1, 12); i > 0; --i) text += any_line(i);
        const auto told_of = told(text, *rc::gen::inRange(1, 400));
        if (!told_of) return;
        ++read_in_blocks;
        const Outcome outcome = record::read(text, french_dialect);
        if (!outcome.summary) {
            RC_ASSERT(told_of->rows.empty());
            return;
        }
        std::vector<std::string> rows;
        for (const std::string& row : outcome.rows) rows.push_back(row.substr(row.find(' ') + 1));
        RC_ASSERT(told_of->rows == rows);
        RC_ASSERT(told_of->rejected == outcome.summary->rejected);
    }));
    BOOST_TEST(2 * read_in_blocks > tried);
}

// Each alone in its block, so that no other cell has the block looked at more closely.
BOOST_AUTO_TEST_CASE(trims_what_read_records_trims) {
    for (const char* end : {"Zoé\n", "Zoé\r\n", "Zoé \r\n", "Zoé\r\r\n", "\"Zoé\n\"\n", "\"Zoé\r\n\"\r\n",
                            "\"\tZoé\"\r\n", "\"Z\"\"oé\"\"\"\r\n", "\"\"\r\n", "\r\n", " \n"}) {
        const std::string text = std::string(claim_columns) + "C1;optical;01/07/2026;10;;;;;" + end +
                                 "C2;optical;01/07/2026;10;;;;;" + end;
        const Outcome outcome = record::read(text, french_dialect);
        const auto told_of = told(text, 1000);
        BOOST_REQUIRE(told_of.has_value());
        BOOST_REQUIRE(outcome.rows.size() == 2u);
        BOOST_REQUIRE(told_of->rows.size() == 2u);
        for (std::size_t row = 0; row < 2; ++row)
            BOOST_TEST(outcome.rows[row].ends_with(' ' + told_of->rows[row]),
                       outcome.rows[row] << told_of->rows[row]);
    }
}

BOOST_AUTO_TEST_CASE(fills_the_wanted_columns_alone) {
    const BlockFile file =
        blocks(std::string(claim_columns) + "C1;optical;01/07/2026;10;FR76;;;;Zoé\n", 1000);
    BlockReader reader(file, std::vector<std::uint8_t>(type.schema->fields().size(), 0));
    BOOST_REQUIRE(reader.read(0));
    BOOST_TEST(reader.accepted().size() == 1u);
    BOOST_TEST(std::get<column::Texts>(reader.batch().columns[8].values).bytes.empty());
    BOOST_TEST(std::get<column::Numbers>(reader.batch().columns[4].values).front() == 0);
    BOOST_TEST(column::plain_text(reader.batch().scalar(0, type.key)) == "C1");
    BOOST_TEST(column::plain_text(reader.batch().scalar(0, type.event_date)) == "2026-07-01");
}

BOOST_AUTO_TEST_CASE(notes_keys_of_rejected_lines_too) {
    const auto told_of =
        told(std::string(claim_columns) + "C1;optical;01/07/2026;10;;;;;\nC1;what;;;;;;;\n;;\n", 1000);
    BOOST_REQUIRE(told_of.has_value());
    BOOST_TEST(told_of->rows.size() == 1u);
    BOOST_TEST(told_of->rejected == 2);
    BOOST_REQUIRE(told_of->keys.size() == 1u);
    const std::vector<std::uint64_t>& fingerprints = told_of->keys.front().fingerprints;
    BOOST_REQUIRE(fingerprints.size() == 2u);
    BOOST_TEST(fingerprints[0] == fingerprints[1]);
}

BOOST_AUTO_TEST_CASE(reads_the_keys_of_a_block_again) {
    const BlockFile file = blocks(
        std::string(claim_columns) + "C1;optical;01/07/2026;10;;;;;\n C2 ;optical;01/07/2026;10;;;;;\n",
        1000);
    BlockReader reader(file, std::vector<std::uint8_t>(type.schema->fields().size(), 0));
    BOOST_REQUIRE(reader.read(0));
    const BlockKeys keys = reader.keys();
    BOOST_TEST(keys.ascends);
    BOOST_TEST(keys.first == "C1");
    BOOST_TEST(keys.last == "C2");
    const std::vector<std::string_view> both{"C1", "C2"};
    BOOST_TEST((reader.fingerprints(0).fingerprints == BlockKeys::with_fingerprints(0, both).fingerprints));
}

BOOST_AUTO_TEST_CASE(leaves_other_forms_to_the_careful_way) {
    write_durably(path, claim_columns);
    const auto opens = [&](const FileForm& form) {
        return BlockFile::open(path, form, type, test_key).value().has_value();
    };
    BOOST_TEST(opens({.dialect = french_dialect}));
    BOOST_TEST(!opens({.format = FileFormat::xlsx, .dialect = french_dialect}));
    BOOST_TEST(!opens({.dialect = {.separator = ';', .encoding = format::Encoding::windows_1252}}));
    BOOST_TEST(!opens({.dialect = {.separator = ';', .hashed = true}}));
}

BOOST_AUTO_TEST_SUITE_END()
