// SPDX-License-Identifier: Apache-2.0
#include "app/journal.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> journal_verify(Invocation& invocation) {
    const auto proof = app::verify_journal(invocation.session());
    if (!proof) return tl::unexpected(proof.error());
    Output& output = invocation.output();
    output.faults(proof->faults);
    output.say({"cli.journal_verified",
                {{"entries", proof->entries},
                 {"subjects", proof->subjects},
                 {"files", proof->archived_files},
                 {"count", std::ssize(proof->faults)},
                 {"head", proof->head.hex()}}});
    return proof->faults.empty() ? exit_fine : exit_found;
}

}  // namespace cadran::cli
