// SPDX-License-Identifier: Apache-2.0
// What programs may ask for, and what they are told.
#include "web/api.h"

#include <set>

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/personal_token.h"
#include "base/text.h"
#include "web/api_route.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

struct Served : ServedWorkspace {
    std::string token_of(const std::string& name, model::Role role) {
        app::Session admin = as("admin");
        BOOST_REQUIRE(app::add_account(admin, {name, name, {role}, {}, ""}));
        app::Session own = as(name);
        const auto token = app::create_token(own, {.name = "test", .days = 30});
        BOOST_REQUIRE_MESSAGE(token, app::told(token));
        return token->token;
    }

    Response call(const std::string& method, const std::string& path, const std::string& token,
                  const std::string& body = "", std::map<std::string, std::string> headers = {}) {
        Request request{.method = method, .path = path.substr(0, path.find('?'))};
        headers.emplace("host", "localhost:8413");
        headers.emplace("accept-language", "en");
        if (!token.empty()) headers.emplace("authorization", "Bearer " + token);
        for (auto& [name, value] : headers) request.headers[name] = value;
        if (!body.empty()) request.json = Json::parse(body).value();
        request.peer = "192.0.2.7";
        return site.answer(std::move(request));
    }

    Json said(const Response& response) { return Json::parse(response.body).value(); }
};

std::string new_action(const std::string& process = "pay-benefits") {
    return R"({"process": ")" + process + R"(", "text": "Train the new handlers", "level": "quick-win"})";
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(api, Served)

BOOST_AUTO_TEST_CASE(asks_for_a_token_that_is_somebodys) {
    for (const std::string token : {"", "wrong"}) {
        const Response answer = call("GET", "/api/v1/me", token);
        BOOST_TEST(answer.status == 401);
        BOOST_TEST(answer.type == "application/problem+json");
        BOOST_TEST(header_of(answer, "WWW-Authenticate") == "Bearer");
    }
    const std::string token = token_of("anne.delorme", model::Role::controller);
    const Response answer = call("GET", "/api/v1/me", token);
    BOOST_TEST(answer.status == 200);
    BOOST_TEST(said(answer).at("name").string() == "anne.delorme");
}

BOOST_AUTO_TEST_CASE(takes_no_cookie_for_a_token) {
    Visitor visitor(site);
    visitor.join(*this, "anne.delorme", model::Role::controller);
    BOOST_TEST(visitor.get("/").status == 200);
    BOOST_TEST(visitor.get("/api/v1/me").status == 401);
}

BOOST_AUTO_TEST_CASE(tells_every_fault_of_a_body_at_once) {
    const std::string token = token_of("anne.delorme", model::Role::quality_manager);
    const Response answer = call("POST", "/api/v1/actions", token,
                                 R"({"process": 7, "txt": "x", "due": "soon", "level": "huge"})");
    BOOST_TEST(answer.status == 422);
    std::set<std::string> details;
    const Json problem = said(answer);
    for (const Json& error : problem.at("errors").array()) details.insert(error.at("detail").string());
    BOOST_TEST(details.size() == 4u);
    BOOST_TEST(details.contains("“txt” is not known here"));
    BOOST_TEST(call("POST", "/api/v1/actions", token).status == 415);
    BOOST_TEST(call("POST", "/api/v1/actions", token, "[]").status == 422);
}

BOOST_AUTO_TEST_CASE(says_which_state_it_gives_and_changes_no_other) {
    accept_rules();
    const std::string token = token_of("anne.delorme", model::Role::quality_manager);
    const Response proposed = call("POST", "/api/v1/actions", token, new_action());
    BOOST_REQUIRE_MESSAGE(proposed.status == 200, proposed.body);
    const std::string place = "/api/v1/actions/" + std::to_string(said(proposed).at("number").integer());
    const Response read = call("GET", place, token);
    const std::string tag = header_of(read, "ETag");
    BOOST_TEST(tag == header_of(proposed, "ETag"));
    const Response again = call("GET", place, token, "", {{"if-none-match", "\"other\", " + tag}});
    BOOST_TEST(again.status == 304);
    BOOST_TEST(again.body.empty());
    const Response stale = call("POST", place + "/start", token, "", {{"if-match", "\"other\""}});
    BOOST_TEST(stale.status == 412);
    BOOST_TEST(header_of(call("GET", place, token), "ETag") == tag);
    // Not decided yet: the state is the right one, the step is not.
    BOOST_TEST(call("POST", place + "/start", token, "", {{"if-match", tag}}).status == 409);
}

BOOST_AUTO_TEST_CASE(refuses_what_the_account_may_not) {
    const std::string token = token_of("anne.delorme", model::Role::auditee);
    const Response refused = call("GET", "/api/v1/worklist", token);
    BOOST_TEST(refused.status == 403);
    BOOST_TEST(refused.type == "application/problem+json");
    BOOST_TEST(last_in_journal() == "anne.delorme request.refuse request/GET /api/v1/worklist");
    BOOST_TEST(call("GET", "/api/v1/due", token).status == 200);
}

BOOST_AUTO_TEST_CASE(tells_what_there_is_no_call_for) {
    const std::string token = token_of("anne.delorme", model::Role::controller);
    BOOST_TEST(call("GET", "/api/v1/nothing", token).status == 404);
    const Response posted = call("POST", "/api/v1/me", token, "{}");
    BOOST_TEST(posted.status == 405);
    BOOST_TEST(header_of(posted, "Allow") == "GET");
}

// Each role at each call that a right guards.
BOOST_AUTO_TEST_CASE(are_refused_by_role_as_the_rights_say) {
    accept_rules();
    const std::map<std::string_view, std::string> bodies{
        {"decide", R"({"verdict": "refused", "reason": "x"})"},
        {"proposeAction", new_action()},
        {"recordFigure", R"({"period": "2026-07", "value": "95", "comment": "x"})"}};
    const std::map<std::string_view, std::string_view> places{
        {"{process}", "pay-benefits"}, {"{indicator}", "none"}, {"{finding}", "none"}};
    for (const model::Role role : model::all_roles) {
        const std::string token = token_of("a." + std::string(model::role_name(role)), role);
        for (const ApiRoute& route : api_routes()) {
            if (!route.use_case) continue;
            std::string path(route.pattern);
            for (const auto& [place, value] : places) {
                if (const auto at = path.find(place); at != std::string::npos)
                    path.replace(at, place.size(), value);
            }
            const auto body = bodies.find(route.operation);
            const Response answer =
                call(std::string(route.method), path, token, body == bodies.end() ? "" : body->second);
            // The process is nobody's of theirs.
            const app::Scope scope = app::scope_of(role, *route.use_case);
            const bool may = scope != app::Scope::none && scope != app::Scope::own_process;
            BOOST_TEST((answer.status == 403) != may, model::role_name(role)
                                                          << " at " << route.operation << ": "
                                                          << answer.status << " " << answer.body);
            BOOST_TEST(answer.status != 500);
        }
    }
}

BOOST_AUTO_TEST_CASE(describes_every_call_to_everybody) {
    const Response answer = call("GET", "/api/v1/openapi.json", "");
    BOOST_TEST(answer.status == 200);
    const Json description = said(answer);
    const Json& schemas = description.at("components").at("schemas");
    std::set<std::string_view> operations;
    for (const ApiRoute& route : api_routes()) {
        const Json& operation =
            description.at("paths").at(route.pattern).at(route.method == "GET" ? "get" : "post");
        BOOST_TEST(operation.at("operationId").string() == route.operation);
        BOOST_TEST(operations.insert(route.operation).second, route.operation);
        BOOST_TEST(schemas.object().contains(route.gives), route.operation);
        BOOST_TEST((route.takes.empty() || schemas.object().contains(route.takes)), route.operation);
        BOOST_TEST(!route.summary.empty());
    }
}

BOOST_AUTO_TEST_SUITE_END()
