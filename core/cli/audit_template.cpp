// SPDX-License-Identifier: Apache-2.0
#include "app/audit_report.h"
#include "cli/audit_commands.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_template(Invocation& invocation) {
    const Done written = app::write_report_template(invocation.session(), invocation.path("to"));
    if (!written) return tl::unexpected(written.error());
    invocation.output().say({"cli.report_template_written", {{"file", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
