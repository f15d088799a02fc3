// SPDX-License-Identifier: Apache-2.0
#include "app/indicator.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "report/indicators.h"

namespace cadran::cli {

Result<int> export_indicators(Invocation& invocation) {
    const auto measurements =
        app::show_indicators(invocation.session(), invocation.arguments().get("PROCESS"), "");
    if (!measurements) return tl::unexpected(measurements.error());
    Output& output = invocation.output();
    const std::string text = output.format() == Format::json
                                 ? report::indicators_json(*measurements).pretty_text()
                                 : report::indicators_csv(*measurements);
    if (!invocation.arguments().has("to")) {
        output.text(text);
        return exit_fine;
    }
    write_durably(invocation.path("to"), text);
    output.say({"cli.exported", {{"count", std::int64_t{1}}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
