// SPDX-License-Identifier: Apache-2.0
// Any bytes as a CSV file of records: its dialect is found out or refused, every line of it is either
// accepted or rejected for a reason, and what is read in blocks is the same.
#include <algorithm>
#include <cstdint>
#include <fstream>
#include <string_view>

#include "fuzz/claim.h"
#include "record/block_reader.h"
#include "record/claims.h"
#include "record/dialect.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::record;

namespace {

// A row without its line, which blocks do not know.
std::string content(const std::string& row) {
    return row.substr(row.find(' ') + 1);
}

// None where only the careful way can tell: a block says so, or a key stands twice.
std::optional<std::vector<std::string>> rows_of_blocks(const BlockFile& file, const model::RecordType& type) {
    BlockReader reader(file, std::vector<std::uint8_t>(type.schema->fields().size(), 1));
    std::vector<std::string> rows;
    std::vector<std::uint64_t> keys;
    for (std::uint32_t block = 0; block < file.blocks(); ++block) {
        if (!reader.read(block)) return {};
        for (std::uint32_t row = 0; row < reader.accepted().size(); ++row) {
            if (reader.accepted()[row] != 0) rows.push_back(content(row_text(reader.batch(), row)));
        }
        std::ranges::copy(reader.fingerprints(block).fingerprints, std::back_inserter(keys));
    }
    std::ranges::sort(keys);
    if (std::ranges::adjacent_find(keys) != keys.end()) return {};
    return rows;
}

void claim_same_in_blocks(const std::filesystem::path& file, const Dialect& dialect, const Outcome& outcome,
                          const model::RecordType& type) {
    constexpr std::int64_t block_bytes = 64;
    const auto opened = BlockFile::open(file, {.dialect = dialect}, type, test_key, block_bytes);
    fuzz::claim(opened.has_value(), "blocks are opened where records were read");
    if (!*opened) return;
    const auto rows = rows_of_blocks(**opened, type);
    if (!rows) return;
    std::vector<std::string> expected;
    std::ranges::transform(outcome.rows, std::back_inserter(expected), content);
    fuzz::claim(*rows == expected, "blocks give the same records");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const TemporaryFolder folder;
    static const model::RecordType type = claim_type();
    const auto file = write_file(folder, {reinterpret_cast<const char*>(data), size});
    const auto dialect = detect_dialect(file, type);
    if (!dialect) {
        fuzz::claim_told(dialect.error().diagnostics);
        return 0;
    }
    const auto again = Dialect::parse(dialect->to_json().canonical_text());
    fuzz::claim(again && *again == *dialect, "a dialect is remembered as it was found");
    const Outcome outcome = read_file(file, *dialect, type);
    if (!outcome.summary) {
        fuzz::claim_told(outcome.summary.error().diagnostics);
        return 0;
    }
    fuzz::claim(std::ssize(outcome.rows) == outcome.summary->accepted, "accepted records are counted");
    for (const Reject& reject : outcome.reasons)
        fuzz::claim_told({{{"claims.csv"}, reject.reason, std::nullopt}});
    claim_same_in_blocks(file, *dialect, outcome, type);
    return 0;
}
