// SPDX-License-Identifier: Apache-2.0
#include "app/due_calendar.h"
#include "base/file.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> export_calendar(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto file = invocation.path("to");
    if (folded(file.extension().string()) != "ics")
        return invalid(Message{"cli.unknown_ending", {{"file", file.filename().string()}}},
                       Message{"cli.known_endings", {{"endings", std::string(".ics")}}});
    app::DueQuery query{arguments.has("everybody"), arguments.get("process"), {}};
    if (arguments.has("until")) {
        const auto date = arguments.date("until");
        if (!date) return tl::unexpected(date.error());
        query.until = *date;
    }
    const auto entries = app::calendar_of_due(invocation.session(), query);
    if (!entries) return tl::unexpected(entries.error());
    Output& output = invocation.output();
    write_durably(file,
                  report::calendar_file(*entries, output.catalogue().text(Message{"cli.calendar_name"}),
                                        invocation.clock().now()),
                  Access::owner);
    output.say({"cli.calendar_exported", {{"count", std::ssize(*entries)}, {"place", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
