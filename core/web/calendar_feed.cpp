// SPDX-License-Identifier: Apache-2.0
#include "web/calendar_feed.h"

#include "app/due_calendar.h"
#include "app/personal_token.h"

namespace cadran::web {

namespace {

constexpr std::string_view ending = ".ics";

Response nothing(int status) {
    return {.status = status, .type = "text/plain; charset=utf-8", .body = std::to_string(status) + "\n"};
}

}  // namespace

Response calendar_feed(const Request& request, app::Workspace& workspace, const Clock& clock,
                       const std::function<app::Session(const model::Account&)>& open) {
    if (request.method != "GET" && request.method != "HEAD") return nothing(405);
    std::string_view token = std::string_view(request.path).substr(calendar_folder.size());
    if (!token.ends_with(ending)) return nothing(404);
    token.remove_suffix(ending.size());
    const auto account = app::account_of_calendar_token(workspace, token, clock);
    if (!account) return nothing(404);
    app::Session session = open(*account);
    const auto entries = app::calendar_of_due(session, {});
    if (!entries) return nothing(404);
    const std::string name =
        session.catalogue.text(Message{"web.calendar_name", {{"person", account->person}}});
    return {.type = "text/calendar; charset=utf-8",
            .body = report::calendar_file(*entries, name, clock.now())};
}

}  // namespace cadran::web
