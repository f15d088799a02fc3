// SPDX-License-Identifier: Apache-2.0
#include "web/api.h"

#include <fmt/format.h>

#include "app/refusal.h"
#include "base/hash.h"
#include "base/text.h"
#include "web/api_route.h"
#include "web/error_page.h"
#include "web/route.h"

namespace cadran::web {

namespace {

constexpr std::string_view description_path = "/api/v1/openapi.json";

Response json_response(const Json& json, int status = 200) {
    return {.status = status, .type = "application/json", .body = json.canonical_text() + "\n"};
}

std::string etag_of(const Response& response) {
    return fmt::format("\"{}\"", sha256(response.body).hex().substr(0, 32));
}

// Whether a list of tags, or `*`, names that one (RFC 9110, section 8.8.3). Weak ones count where `weakly`.
bool names(const std::string& tags, const std::string& tag, bool weakly) {
    for (std::string_view one : split(tags, ',')) {
        one = trimmed(one);
        if (weakly && one.starts_with("W/")) one.remove_prefix(2);
        if (one == "*" || one == tag) return true;
    }
    return false;
}

struct ApiMatch {
    const ApiRoute* route = nullptr;
    std::map<std::string, std::string, std::less<>> parameters = {};
    std::vector<std::string_view> methods = {};  // that the path takes
};

ApiMatch find_api_route(std::string_view method, std::string_view path) {
    const std::string_view sought = method == "HEAD" ? "GET" : method;
    ApiMatch match;
    for (const ApiRoute& route : api_routes()) {
        auto parameters = path_parameters(route.pattern, path);
        if (!parameters) continue;
        match.methods.push_back(route.method);
        if (route.method != sought) continue;
        match.route = &route;
        match.parameters = std::move(*parameters);
    }
    return match;
}

std::string bearer_token(const Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string header = request.header("authorization");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string();
}

Response unknown_caller(const Catalogue& catalogue) {
    Response response = problem(401, {{{}, {"web.token_wanted"}, Message{"web.make_a_token"}}}, catalogue);
    response.headers.emplace_back("WWW-Authenticate", "Bearer");
    return response;
}

// Whoever says which state they saw changes no other: `/actions/12/start` is asked of `/actions/12`.
std::optional<Response> changed_meanwhile(const Request& request, app::Session& session) {
    const std::string tags = request.header("if-match");
    if (tags.empty()) return {};
    ApiMatch seen = find_api_route("GET", request.path);
    if (seen.route == nullptr) seen = find_api_route("GET", request.path.substr(0, request.path.rfind('/')));
    if (seen.route == nullptr) return {};
    Request again = request;
    again.parameters = std::move(seen.parameters);
    const auto state = seen.route->call(again, session);
    if (!state || names(tags, etag_of(json_response(*state)), false)) return {};
    return problem(412, {{{}, {"web.changed_meanwhile"}, Message{"web.read_it_again"}}}, session.catalogue);
}

Response called(const ApiRoute& route, const Request& request, app::Session& session) {
    if (route.method == "POST") {
        if (!route.takes.empty() && !request.json)
            return problem(415, {{{}, {"web.json_wanted"}}}, session.catalogue);
        if (auto changed = changed_meanwhile(request, session)) return std::move(*changed);
    }
    const auto moment = request.method == "POST" ? nullptr : session.workspace.one_moment();
    const auto answer = route.call(request, session);
    if (!answer) return problem(status_of(answer.error()), answer.error().diagnostics, session.catalogue);
    Response response = json_response(*answer);
    const std::string tag = etag_of(response);
    if (route.method == "GET" && names(request.header("if-none-match"), tag, true))
        response = {.status = 304, .type = response.type};
    response.headers.emplace_back("ETag", tag);
    return response;
}

}  // namespace

Response problem(int status, const Diagnostics& faults, const Catalogue& catalogue) {
    Json::Array errors;
    for (const Diagnostic& fault : faults) {
        Json::Object error{{"detail", catalogue.text(fault.what)}, {"id", fault.what.id}};
        if (fault.hint) error["hint"] = catalogue.text(*fault.hint);
        errors.push_back(std::move(error));
    }
    Json::Object problem{{"status", status}, {"title", reason_phrase(status)}, {"type", "about:blank"}};
    if (!errors.empty()) {
        problem["detail"] = errors.front().at("detail");
        problem["errors"] = std::move(errors);
    }
    Response response = json_response(problem, status);
    response.type = "application/problem+json";
    return response;
}

Response api_answer(Request& request, app::Workspace& workspace, const Clock& clock,
                    const Catalogue& catalogue,
                    const std::function<app::Session(const model::Account&)>& open) {
    const bool reads = request.method == "GET" || request.method == "HEAD";
    if (request.path == description_path && reads) return json_response(openapi());
    const std::string token = bearer_token(request);
    const auto account = app::account_of_token(workspace, token, clock);
    if (token.empty() || !account) return unknown_caller(catalogue);
    ApiMatch match = find_api_route(request.method, request.path);
    if (match.methods.empty()) return problem(404, {{{}, {"web.no_such_call"}}}, catalogue);
    if (match.route == nullptr) {
        Response response = problem(405, {}, catalogue);
        response.headers.emplace_back("Allow", fmt::format("{}", fmt::join(match.methods, ", ")));
        return response;
    }
    request.parameters = std::move(match.parameters);
    app::Session session = open(*account);
    Response response = called(*match.route, request, session);
    if (response.status == 403)
        app::journal_refusal(session, fmt::format("{} {}", match.route->method, match.route->pattern));
    return response;
}

}  // namespace cadran::web
