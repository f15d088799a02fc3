// SPDX-License-Identifier: Apache-2.0
#include "app/process_import.h"

#include <fmt/ranges.h>

#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> process_import(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto imported =
        app::import_process(invocation.session(), {invocation.path("FILE"), arguments.get("id"),
                                                   arguments.has("replace"), arguments.has("untranslated")});
    if (!imported) return tl::unexpected(imported.error());
    Output& output = invocation.output();
    if (!imported->ignored.empty()) {
        output.say({"cli.ignored_parts",
                    {{"count", std::ssize(imported->ignored)},
                     {"names", fmt::format("{}", fmt::join(imported->ignored, ", "))}}});
    }
    if (imported->untranslated > 0)
        output.say({"cli.untranslated", {{"count", std::int64_t{imported->untranslated}}}});
    output.say({"cli.draft_made", {{"draft", imported->draft}, {"process", imported->id}}});
    return exit_fine;
}

}  // namespace cadran::cli
