// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> restore(Invocation& invocation) {
    StreamProgress progress(invocation.surroundings().notes, invocation.output().catalogue(),
                            invocation.surroundings().notes_on_terminal);
    const auto done =
        app::restore({invocation.path("BACKUP"), invocation.path("DIR"), invocation.keys_home()}, progress);
    if (!done) return tl::unexpected(done.error());
    invocation.output().say(
        {"cli.restored",
         {{"files", done->files}, {"folder", done->folder.string()}, {"head", done->head.hex()}}});
    return exit_fine;
}

}  // namespace cadran::cli
