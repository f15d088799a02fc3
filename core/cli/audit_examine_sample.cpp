// SPDX-License-Identifier: Apache-2.0
#include "app/audit_sample.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_examine_sample(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const std::vector<std::string> nonconforming = arguments.all("nonconforming");
    auto done = app::examine_sample(invocation.session(), *number,
                                    {arguments.get("SAMPLE"), nonconforming, arguments.get("conclusion")});
    if (!done) return tl::unexpected(done.error());
    invocation.output().say({"cli.sample_examined",
                             {{"count", std::ssize(nonconforming)},
                              {"drawn", std::ssize(done->sampling(arguments.get("SAMPLE"))->drawn)}}});
    return exit_fine;
}

}  // namespace cadran::cli
