// SPDX-License-Identifier: Apache-2.0
#include "app/indicator_export.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/edition.h"
#include "report/indicators.h"

namespace cadran::cli {

namespace {

Result<std::string> data(Invocation& invocation, const app::ExportIndicators& command, bool as_json) {
    const auto measurements = app::export_indicators(invocation.session(), command);
    if (!measurements) return tl::unexpected(measurements.error());
    return as_json ? report::indicators_json(*measurements).pretty_text()
                   : report::indicators_csv(*measurements);
}

Done write_book(Invocation& invocation, const app::ExportIndicators& command,
                const std::filesystem::path& place) {
    const auto book = app::book_indicators(invocation.session(), command);
    if (!book) return tl::unexpected(book.error());
    write_durably(place, report::indicator_book(*book, invocation.output().catalogue()));
    return {};
}

}  // namespace

Result<int> export_indicators(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    app::ExportIndicators command{.process = arguments.get("PROCESS"), .period = {}};
    if (arguments.has("period")) {
        const auto period = arguments.period("period");
        if (!period) return tl::unexpected(period.error());
        command.period = *period;
    }
    Output& output = invocation.output();
    if (!arguments.has("to")) {
        const auto text = data(invocation, command, output.format() == Format::json);
        if (!text) return tl::unexpected(text.error());
        output.text(*text);
        return exit_fine;
    }
    const auto place = document_path(invocation, {".xlsx", ".csv", ".json"});
    if (!place) return tl::unexpected(place.error());
    if (place->extension() == ".xlsx") {
        if (const Done written = write_book(invocation, command, *place); !written)
            return tl::unexpected(written.error());
    } else {
        const auto text = data(invocation, command, place->extension() == ".json");
        if (!text) return tl::unexpected(text.error());
        write_durably(*place, *text);
    }
    output.say({"cli.exported", {{"count", std::int64_t{1}}, {"place", arguments.get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
