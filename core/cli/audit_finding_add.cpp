// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/choice.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_finding_add(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto kind =
        choice(arguments, "kind", model::all_audit_finding_kinds, model::audit_finding_kind_name);
    const auto level = optional_level(arguments);
    const auto expected = arguments.optional_date("expected");
    const auto repeats = arguments.count("repeats");
    if (!kind) return tl::unexpected(kind.error());
    if (!level) return tl::unexpected(level.error());
    if (!expected) return tl::unexpected(expected.error());
    if (!repeats) return tl::unexpected(repeats.error());
    const auto done = app::add_audit_finding(
        invocation.session(),
        {*number, *kind, arguments.all("item"), arguments.get("what"), arguments.get("comment"),
         arguments.get("reference"), *level, arguments.get("owner"), *expected, *repeats});
    if (!done) return tl::unexpected(done.error());
    Output& output = invocation.output();
    say_state(output, *done);
    if (done->repeats != 0)
        output.say({"cli.repeats_finding",
                    {{"earlier", model::audit_finding_name(done->repeats)}, {"times", done->times}}});
    return exit_fine;
}

}  // namespace cadran::cli
