// SPDX-License-Identifier: Apache-2.0
#include "web/api_calls.h"

#include "app/decision.h"
#include "app/sheet.h"
#include "app/worklist.h"
#include "web/api_json.h"

namespace cadran::web {

namespace {

template <typename Values>
Json::Array list_of(const Values& values, const Catalogue& catalogue) {
    Json::Array list;
    for (const auto& value : values) list.push_back(json_of(value, catalogue));
    return list;
}

}  // namespace

Result<Json> api_me(const Request&, app::Session& session) {
    return json_of(session.actor);
}

Result<Json> api_due(const Request& request, app::Session& session) {
    const auto due = app::list_due(session, {.everybody = request.query.get("everybody") == "true",
                                             .process = request.query.get("process")});
    if (!due) return tl::unexpected(due.error());
    return list_of(*due, session.catalogue);
}

Result<Json> api_processes(const Request&, app::Session& session) {
    const auto map = app::show_map(session, {});
    if (!map) return tl::unexpected(map.error());
    return list_of(map->processes, session.catalogue);
}

Result<Json> api_process(const Request& request, app::Session& session) {
    const auto sheet = app::show_sheet(session, request.parameter("process"), {});
    if (!sheet) return tl::unexpected(sheet.error());
    return json_of(sheet->process, session.catalogue);
}

Result<Json> api_indicators(const Request& request, app::Session& session) {
    const auto standings = app::list_indicators(session, request.query.get("process"));
    if (!standings) return tl::unexpected(standings.error());
    return list_of(*standings, session.catalogue);
}

Result<Json> api_indicator(const Request& request, app::Session& session) {
    const auto standing =
        app::chart_indicator(session, {request.parameter("process"), request.parameter("indicator")});
    if (!standing) return tl::unexpected(standing.error());
    return json_of(*standing, session.catalogue);
}

Result<Json> api_worklist(const Request& request, app::Session& session) {
    const auto items = app::list_worklist(session, {.state = model::FindingState::open,
                                                    .control = request.query.get("control"),
                                                    .mine = request.query.get("mine") == "true",
                                                    .overdue = request.query.get("overdue") == "true"});
    if (!items) return tl::unexpected(items.error());
    return list_of(*items, session.catalogue);
}

Result<Json> api_work_item(const Request& request, app::Session& session) {
    const auto item = app::show_work_item(session, request.parameter("finding"));
    if (!item) return tl::unexpected(item.error());
    return json_of(*item, session.catalogue);
}

}  // namespace cadran::web
