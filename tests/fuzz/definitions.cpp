// SPDX-License-Identifier: Apache-2.0
// Any bytes as process sheet, workspace.xml and catalogue of clauses: refused with sentences, or read; and a
// sheet that was read is the same when it is written and read again.
#include <cstdint>
#include <string_view>

#include "definition/clause_file.h"
#include "definition/organisation_file.h"
#include "definition/process_file.h"
#include "definition/process_text.h"
#include "fuzz/claim.h"

using namespace cadran;
using namespace cadran::definition;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto process = read_process(bytes, "input.xml"); !process) {
        fuzz::claim_told(process.error().diagnostics);
    } else {
        const auto again = read_process(process_text(process->process), "again.xml");
        fuzz::claim(again && again->process == process->process, "a sheet is written as it was read");
    }
    if (const auto workspace = read_organisation(bytes, "input.xml"); !workspace)
        fuzz::claim_told(workspace.error().diagnostics);
    if (const auto clauses = read_clauses(bytes, "input.xml"); !clauses)
        fuzz::claim_told(clauses.error().diagnostics);
    return 0;
}
