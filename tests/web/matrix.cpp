// SPDX-License-Identifier: Apache-2.0
// Every role at every route: what it is answered stands in matrix.txt. A route that is not in it, or a role
// that gets further than it did, fails.
#include <fstream>
#include <sstream>

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/action.h"
#include "app/indicator.h"
#include "app/management_review.h"
#include "app/personal_token.h"
#include "store/review_repository.h"
#include "store/state.h"
#include "web/api_route.h"
#include "web/served_audits.h"

using namespace cadran;
using namespace cadran::web;

namespace {

// Files wait, an action is proposed, an indicator has its figure, an audit is at its report.
struct Office : ServedAudits {
    Office() {
        set_clock("2026-07-24T08:00:00Z");
        import("claim", "claims-07.csv", app::july_claims);
        run();
        set_clock("2026-07-25T10:00:00Z");
        decide("luc.moreau", "P4", model::Verdict::refused);
        set_clock("2026-07-30T18:00:00Z");
        import("payment", "payments-07.csv", app::july_payments);
        plan("orbrelle", "2026-07-30", "2026-08-31");
        request(1, "2026-08-20");
        deliver(1, "affiliation_forms");
        begin(1);
        recommend(1, "Dater les bulletins", model::Severity::high, "2026-10-31", {"affiliation_forms"});
        report(1, "2026-08-15");
        app::Session hugo = as("hugo.lemaire");
        app::ProposeAction command;
        command.process = app::process_name;
        command.text = "Lire la liste";
        BOOST_REQUIRE(app::propose_action(hugo, command));
        BOOST_REQUIRE(app::measure_indicators(hugo, app::process_name, app::period("2026-07")));
        group_findings();
        app::Session sophie = as("sophie.garnier");
        BOOST_REQUIRE(app::prepare_management_review(sophie, app::period("2026-Q3")));
        prepare_review_early();
    }

    // A review that is prepared while files still wait: no turn comes that far.
    void prepare_review_early() {
        store::UnitOfWork work(workspace().database(), clock(), "claire.vasseur", "web");
        model::Review review;
        review.process = app::process_name;
        review.period = app::period("2026-Q3");
        review.prepared = work.mark();
        store::ReviewRepository(work.database()).insert(review);
        work.journal("review.prepare", store::subject(review), {}, store::state(review));
        work.commit();
    }

    // The path of the route, with something that exists in its places.
    std::string place_of(const Route& route) const {
        const std::map<std::string, std::string> examples{
            {"{account}", "lea.marchand"},
            {"{action}", "1"},
            {"{audit}", "1"},
            {"{audit_finding}", "1"},
            {"{control}", "over-threshold"},
            {"{delivery}", "1"},
            {"{document}", "audit.json"},
            {"{errand}", "none"},
            {"{evidence}", "1"},
            {"{file}", route.pattern.starts_with("/reviews") ? "review.json" : "management-review.json"},
            {"{finding}", model::finding_id(app::control_name, {{"claim", "P3"}})},
            {"{indicator}", app::indicator_name},
            {"{item}", "affiliation_forms"},
            {"{list}", "released"},
            {"{nonconformity}", "1"},
            {"{period}", route.pattern.starts_with("/indicators") ? "2026-07" : "2026-Q3"},
            {"{plugin}", "claims"},
            {"{process}", app::process_name},
            {"{register}", "risks.csv"},
            {"{release}", "1"},
            {"{resolution}", "1"},
            {"{sample}", "affiliations"},
            {"{topic}", "conclusion"},
            {"{version}", "1"},
        };
        std::string path(route.pattern);
        for (const auto& [place, example] : examples) {
            if (const auto at = path.find(place); at != std::string::npos)
                path.replace(at, place.size(), example);
        }
        BOOST_REQUIRE_MESSAGE(path.find('{') == std::string::npos, "no example for " << path);
        return path;
    }
};

using Answers = std::map<std::string, std::map<int, std::vector<std::string>>>;  // route → status → roles

std::string text_of(const Answers& answers) {
    std::string text;
    for (const auto& [route, by_status] : answers) {
        text += route + "\n";
        for (const auto& [status, roles] : by_status)
            text += fmt::format("    {}: {}\n", status, fmt::join(roles, ", "));
    }
    return text;
}

std::string approved() {
    std::ostringstream text;
    text << std::ifstream(CADRAN_SOURCE_DIR "/tests/web/matrix.txt").rdbuf();
    return text.str();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(matrix, Office)

BOOST_AUTO_TEST_CASE(of_roles_and_routes_is_as_approved) {
    Answers answers;
    for (const model::Role role : model::all_roles) {
        const std::string name(model::role_name(role));
        Visitor visitor(site);
        visitor.join(*this, "role-" + name, role);
        // Enough to get as far as the use case, too little for any to succeed twice.
        const std::map<std::string, std::string> fields{
            {"percent", "10"}, {"result", "effective"}, {"verdict", "refused"}};
        for (const Route& route : routes()) {
            if (route.public_page != nullptr) continue;
            const std::string place = place_of(route);
            visitor.get("/account");
            const std::int64_t before = journal_number();
            const Response answer = route.method == "GET" ? visitor.get(place) : visitor.post(place, fields);
            answers[fmt::format("{} {}", route.method, route.pattern)][answer.status].push_back(name);
            if (answer.status == 403) {
                BOOST_TEST(journal_number() > before, name << " at " << route.pattern);
                BOOST_TEST(last_act(*this) == fmt::format("role-{} request.refuse request/{} {}", name,
                                                          route.method, route.pattern));
            }
            // The table of rights is the one that decides.
            const bool none = route.use_case && app::scope_of(role, *route.use_case) == app::Scope::none;
            BOOST_TEST((!none || answer.status == 403), name << " at " << route.pattern);
        }
    }
    BOOST_TEST(log == "");
    BOOST_TEST((text_of(answers) == approved()), "\n" + text_of(answers));
}

BOOST_AUTO_TEST_CASE(nobody_gets_in_without_signing_in) {
    Visitor stranger(site);
    for (const Route& route : routes()) {
        if (route.public_page != nullptr) continue;
        const std::string place = place_of(route);
        const Response answer = route.method == "GET" ? stranger.get(place) : stranger.post(place);
        BOOST_TEST(answer.status == 303, place);
        BOOST_TEST(header_of(answer, "Location").starts_with("/sign-in"), place);
    }
}

// What programs may call, by the same rights: what is refused is in the journal, call by call.
BOOST_AUTO_TEST_CASE(of_roles_and_calls_follows_the_table_of_rights) {
    const std::map<std::string_view, const char*> bodies{
        {"", "{}"},
        {"NewAction", R"({"process": "pay-benefits", "text": "Lire", "level": "sector"})"},
        {"NewDecision", R"({"verdict": "refused", "reason": ""})"},
        {"NewFigure", R"({"period": "2026-07", "value": "95", "comment": "x"})"},
        {"Progress", R"({"percent": 10, "comment": ""})"},
        {"Finish", R"({"comment": ""})"}};
    std::size_t refusals = 0;
    for (const model::Role role : model::all_roles) {
        const std::string name = fmt::format("role-{}", model::role_name(role));
        app::Session admin = as("admin");
        BOOST_REQUIRE(app::add_account(admin, {name, name, {role}, {}, ""}));
        app::Session own = as(name);
        const std::string token = app::create_token(own, {.name = "matrix", .days = 1})->token;
        for (const ApiRoute& route : api_routes()) {
            Route like{.method = route.method, .pattern = route.pattern};
            Request request{.method = std::string(route.method), .path = place_of(like)};
            request.headers = {{"host", "localhost:8413"}, {"authorization", "Bearer " + token}};
            const auto body = bodies.find(route.takes);
            if (!route.takes.empty())
                request.json = Json::parse(body == bodies.end() ? "{}" : body->second).value();
            const std::int64_t before = journal_number();
            const Response answer = site.answer(std::move(request));
            const bool none = route.use_case && app::scope_of(role, *route.use_case) == app::Scope::none;
            BOOST_TEST((!none || answer.status == 403), name << " at " << route.pattern);
            BOOST_TEST(answer.status < 500, name << " at " << route.pattern);
            if (answer.status != 403) continue;
            ++refusals;
            BOOST_TEST(journal_number() == before + 1, name << " at " << route.pattern);
            BOOST_TEST(last_act(*this) ==
                       fmt::format("{} request.refuse request/{} {}", name, route.method, route.pattern));
        }
    }
    BOOST_TEST(refusals > 50u);
    BOOST_TEST(log == "");
}

BOOST_AUTO_TEST_SUITE_END()
