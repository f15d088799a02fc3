// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> backup(Invocation& invocation) {
    const auto done = app::back_up(invocation.session(), invocation.path("DIR"));
    if (!done) return tl::unexpected(done.error());
    invocation.output().say(
        {"cli.backed_up",
         {{"files", done->files}, {"folder", done->folder.string()}, {"head", done->head.hex()}}});
    return exit_fine;
}

}  // namespace cadran::cli
