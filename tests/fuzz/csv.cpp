// SPDX-License-Identifier: Apache-2.0
// Any bytes as a CSV file of records: its dialect is found out or refused, and every line of it is either
// accepted or rejected for a reason.
#include <cstdint>
#include <fstream>
#include <string_view>

#include "fuzz/claim.h"
#include "record/claims.h"
#include "record/dialect.h"
#include "temporary_folder.h"

using namespace cadran;
using namespace cadran::record;

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
    return 0;
}
