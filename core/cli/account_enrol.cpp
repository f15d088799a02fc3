// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> account_enrol(Invocation& invocation) {
    const Result<std::string> code = read_file(invocation.path("code-file"), 4096);
    if (!code) return tl::unexpected(code.error());
    const auto enrolment = app::enrol(invocation.workspace(), *code, invocation.clock(),
                                      invocation.surroundings().randomness, "cli");
    if (!enrolment) return tl::unexpected(enrolment.error());
    write_durably(invocation.path("FILE"), enrolment->token + "\n", Access::owner);
    invocation.output().say(
        {"cli.enrolled",
         {{"person", enrolment->account.person}, {"file", invocation.arguments().get("FILE")}}});
    return exit_fine;
}

}  // namespace cadran::cli
