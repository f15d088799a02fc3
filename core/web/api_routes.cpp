// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/format.h>

#include "base/resource.h"
#include "base/text.h"
#include "web/api_calls.h"
#include "web/api_route.h"

namespace cadran::web {

namespace {

using app::UseCase;

constexpr std::array call_table{
    ApiRoute{"GET", "/api/v1/me", api_me, "showMe", "Whose token it is", "Account"},
    ApiRoute{"GET", "/api/v1/due", api_due, "listDue", "What falls due: of the caller, or of everybody",
             "DueList"},

    ApiRoute{"GET", "/api/v1/processes", api_processes, "listProcesses", "The processes in force",
             "ProcessList", UseCase::read_definitions},
    ApiRoute{"GET", "/api/v1/processes/{process}", api_process, "showProcess", "A process in force",
             "Process", UseCase::read_definitions},

    ApiRoute{"GET", "/api/v1/indicators", api_indicators, "listIndicators", "Where every indicator stands",
             "IndicatorList", UseCase::show_indicators},
    ApiRoute{"GET", "/api/v1/indicators/{process}/{indicator}", api_indicator, "showIndicator",
             "An indicator, period after period", "Indicator", UseCase::show_indicators},
    ApiRoute{"POST", "/api/v1/indicators/{process}/{indicator}/figures", api_record_figure, "recordFigure",
             "Record a figure that nothing measures, or why there is none", "Indicator",
             UseCase::record_indicator, "NewFigure"},

    ApiRoute{"GET", "/api/v1/worklist", api_worklist, "listWorklist", "Files that await a decision",
             "WorkItemList", UseCase::show_worklist},
    ApiRoute{"GET", "/api/v1/worklist/{finding}", api_work_item, "showWorkItem",
             "A file with its evidence and its decisions", "WorkItem", UseCase::show_worklist},
    ApiRoute{"POST", "/api/v1/worklist/{finding}/decision", api_decide, "decide", "Decide on a file",
             "WorkItem", UseCase::decide, "NewDecision"},

    ApiRoute{"GET", "/api/v1/actions", api_actions, "listActions", "Actions: all, or one's own",
             "ActionList"},
    ApiRoute{"POST", "/api/v1/actions", api_propose_action, "proposeAction", "Propose an action", "Action",
             UseCase::propose_action, "NewAction"},
    ApiRoute{"GET", "/api/v1/actions/{action}", api_action, "showAction", "An action", "Action"},
    ApiRoute{"POST", "/api/v1/actions/{action}/start", api_start_action, "startAction", "Start an action",
             "Action"},
    ApiRoute{"POST",
             "/api/v1/actions/{action}/progress",
             api_report_progress,
             "reportProgress",
             "Report progress on an action",
             "Action",
             {},
             "Progress"},
    ApiRoute{"POST",
             "/api/v1/actions/{action}/finish",
             api_finish_action,
             "finishAction",
             "Finish an action",
             "Action",
             {},
             "Finish"},

    ApiRoute{"GET", "/api/v1/nonconformities", api_nonconformities, "listNonconformities",
             "Requirements that were not met, with their findings", "NonconformityList"},
    ApiRoute{"GET", "/api/v1/audits", api_audits, "listAudits", "The audits that the caller may see",
             "AuditList", UseCase::show_audits},
    ApiRoute{"GET", "/api/v1/imports", api_imports, "listImports", "Files of records that were taken in",
             "ImportList", UseCase::list_imports},
    ApiRoute{"GET", "/api/v1/journal", api_journal, "listJournal", "Who did what, oldest first",
             "JournalEntryList", UseCase::read_journal},
};

Json reference(std::string_view kind, std::string_view name) {
    return Json::Object{{"$ref", fmt::format("#/components/{}/{}", kind, name)}};
}

Json json_content(std::string_view schema) {
    return Json::Object{{"application/json", Json::Object{{"schema", reference("schemas", schema)}}}};
}

// Those of the path, and what the query may say of it.
Json::Array parameters_of(const ApiRoute& route, const Json& queries) {
    Json::Array parameters;
    for (const std::string_view part : split(route.pattern, '/')) {
        if (!part.starts_with('{')) continue;
        parameters.push_back(Json::Object{{"in", "path"},
                                          {"name", part.substr(1, part.size() - 2)},
                                          {"required", true},
                                          {"schema", Json::Object{{"type", "string"}}}});
    }
    const auto own = queries.object().find(route.operation);
    if (own != queries.object().end()) {
        for (const Json& name : own->second.array())
            parameters.push_back(reference("parameters", name.string()));
    }
    parameters.push_back(reference("parameters", route.method == "GET" ? "IfNoneMatch" : "IfMatch"));
    return parameters;
}

Json operation_of(const ApiRoute& route, const Json& queries) {
    Json::Object responses{
        {"200", Json::Object{{"content", json_content(route.gives)},
                             {"description", route.summary},
                             {"headers", Json::Object{{"ETag", reference("headers", "ETag")}}}}},
        {"default", reference("responses", "Problem")}};
    if (route.method == "GET")
        responses["304"] = Json::Object{{"description", "What the caller has is still right"}};
    Json::Object operation{{"operationId", route.operation},
                           {"parameters", parameters_of(route, queries)},
                           {"responses", std::move(responses)},
                           {"summary", route.summary}};
    if (!route.takes.empty())
        operation["requestBody"] = Json::Object{{"content", json_content(route.takes)}, {"required", true}};
    if (route.use_case) operation["x-right"] = app::use_case_name(*route.use_case);
    return operation;
}

}  // namespace

std::span<const ApiRoute> api_routes() {
    return call_table;
}

Json openapi() {
    Json::Object description = Json::parse(resource("core/web/openapi.json")).value().object();
    const Json queries = description.at("x-queries");
    description.erase("x-queries");
    Json::Object paths;
    for (const ApiRoute& route : call_table) {
        Json& path = paths[std::string(route.pattern)];
        Json::Object methods = path.is_null() ? Json::Object() : path.object();
        methods[route.method == "GET" ? "get" : "post"] = operation_of(route, queries);
        path = std::move(methods);
    }
    description["paths"] = std::move(paths);
    return description;
}

}  // namespace cadran::web
