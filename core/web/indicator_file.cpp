// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/indicator_export.h"
#include "report/indicators.h"
#include "web/indicator_pages.h"
#include "web/meeting.h"

namespace cadran::web {

Result<Response> indicators_file(const Request& request, app::Session& session) {
    app::ExportIndicators command;
    if (const std::string text = request.query.get("period"); !text.empty()) {
        command.period = calendar::Period::parse(text);
        if (!command.period) return invalid(Message{"web.no_such_period", {{"period", text}}});
    }
    const std::string format = request.query.get("format");
    const std::string name =
        fmt::format("indicators{}", command.period ? "-" + command.period->text() : std::string());
    if (format != "csv" && format != "json") {
        const auto book = app::book_indicators(session, command);
        if (!book) return tl::unexpected(book.error());
        return pack_file(name + ".xlsx", report::indicator_book(*book, session.catalogue));
    }
    const auto measurements = app::export_indicators(session, command);
    if (!measurements) return tl::unexpected(measurements.error());
    return pack_file(name + "." + format, format == "json"
                                              ? report::indicators_json(*measurements).pretty_text()
                                              : report::indicators_csv(*measurements));
}

}  // namespace cadran::web
