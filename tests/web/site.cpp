// SPDX-License-Identifier: Apache-2.0
// Who comes in, who is kept out, and what every answer says to browsers.
#include "web/site.h"

#include <boost/test/unit_test.hpp>

#include "app/journal.h"
#include "web/cookies.h"
#include "web/form_guard.h"
#include "web/static_file.h"
#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;

namespace {

struct Served : ServedWorkspace {
    Visitor visitor{site};
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(site, Served)

BOOST_AUTO_TEST_CASE(sends_whoever_is_not_signed_in_to_the_door) {
    BOOST_TEST(header_of(visitor.get("/"), "Location") == "/sign-in");
    BOOST_TEST(header_of(visitor.get("/worklist"), "Location") == "/sign-in?next=%2Fworklist");
    // What exists is nobody else's business.
    BOOST_TEST(header_of(visitor.get("/no-such-page"), "Location") == "/sign-in?next=%2Fno-such-page");
    BOOST_TEST(visitor.get("/sign-in").status == 200);
}

BOOST_AUTO_TEST_CASE(lets_in_by_invitation_then_by_password_and_out_again) {
    visitor.join(*this, "anne.delorme", model::Role::controller);
    BOOST_TEST(holds(visitor.get("/"), "anne.delorme"));
    BOOST_TEST(header_of(visitor.post("/sign-out"), "Location") == "/sign-in");
    BOOST_TEST(visitor.get("/").status == 303);
    visitor.get("/sign-in");
    const Response wrong = visitor.post("/sign-in", {{"account", "anne.delorme"}, {"password", "not that"}});
    BOOST_TEST(wrong.status == 403);
    BOOST_TEST(holds(wrong, "role=\"alert\""));
    BOOST_TEST(holds(wrong, "value=\"anne.delorme\""));
    BOOST_TEST(!holds(wrong, "not that"));
    const Response right = visitor.post(
        "/sign-in", {{"account", "anne.delorme"}, {"password", good_password}, {"next", "/worklist"}});
    BOOST_TEST(header_of(right, "Location") == "/worklist");
    BOOST_TEST(visitor.follow(right).status == 200);
}

BOOST_AUTO_TEST_CASE(asks_for_the_new_password_twice) {
    visitor.get("/invitation");
    const Response answer = visitor.post(
        "/invitation", {{"code", "any"}, {"password", good_password}, {"again", "something else"}});
    BOOST_TEST(answer.status == 422);
    BOOST_TEST(holds(answer, "ne sont pas les mêmes"));
    BOOST_TEST(!holds(answer, good_password));
}

BOOST_AUTO_TEST_CASE(takes_no_form_that_no_page_of_its_own_sent) {
    visitor.join(*this, "anne.delorme", model::Role::controller);
    const auto refused = [&](std::map<std::string, std::string> fields) {
        const Response answer = visitor.post("/sign-out", std::move(fields));
        return answer.status == 403 && visitor.get("/").status == 200;
    };
    BOOST_TEST(refused({{"form_token", ""}}));
    BOOST_TEST(refused({{"form_token", std::string(64, '0')}}));
    BOOST_TEST(refused({{"form_token", form_token("another session")}}));
    for (const auto& [name, value] : std::map<std::string, std::string>{{"origin", "http://evil.example"},
                                                                        {"origin", "null"},
                                                                        {"sec-fetch-site", "cross-site"},
                                                                        {"sec-fetch-site", "same-site"}}) {
        visitor.headers = {{name, value}};
        BOOST_TEST(visitor.post("/sign-out").status == 403, name << ": " << value);
    }
    visitor.headers = {{"origin", "http://localhost:8413"}, {"sec-fetch-site", "same-origin"}};
    visitor.get("/");
    BOOST_TEST(visitor.post("/sign-out").status == 303);
}

BOOST_AUTO_TEST_CASE(answers_by_its_own_names_alone) {
    for (const std::string host : {"evil.example", "localhost.evil.example:8413", "127.0.0.1", "localhos"}) {
        visitor.headers = {{"host", host}};
        BOOST_TEST(visitor.get("/sign-in").status == 421, host);
    }
    visitor.headers = {{"host", "localhost"}};
    BOOST_TEST(visitor.get("/sign-in").status == 200);
}

BOOST_AUTO_TEST_CASE(knows_which_methods_a_page_takes) {
    const auto status = [&](const std::string& method, const std::string& path) {
        return visitor.send({.method = method, .path = path});
    };
    BOOST_TEST(status("DELETE", "/sign-in").status == 405);
    BOOST_TEST(header_of(status("DELETE", "/sign-in"), "Allow") == "GET, POST");
    BOOST_TEST(status("GET", "/sign-out").status == 405);
    BOOST_TEST(status("TRACE", "/sign-in").status == 405);
    BOOST_TEST(status("BREW", "/sign-in").status == 501);
    BOOST_TEST(status("HEAD", "/sign-in").status == 200);
}

BOOST_AUTO_TEST_CASE(tells_browsers_to_trust_nothing_but_itself) {
    for (const Response& response :
         {visitor.get("/sign-in"), visitor.get("/"), visitor.get("/static/none"),
          visitor.send({.method = "BREW", .path = "/"}), visitor.post("/sign-in", {{"form_token", ""}})}) {
        const std::string policy = header_of(response, "Content-Security-Policy");
        BOOST_TEST(policy.starts_with("default-src 'none'"));
        BOOST_TEST(policy.find("unsafe") == std::string::npos);
        BOOST_TEST(policy.find("frame-ancestors 'none'") != std::string::npos);
        BOOST_TEST(header_of(response, "X-Content-Type-Options") == "nosniff");
        BOOST_TEST(header_of(response, "Referrer-Policy") == "same-origin");
        BOOST_TEST(header_of(response, "Cache-Control") == "no-store");
    }
}

BOOST_AUTO_TEST_CASE(keeps_its_cookies_from_scripts_and_other_sites) {
    visitor.get("/sign-in");
    Request request{.method = "GET", .path = "/sign-in", .secure = true};
    const std::string cookie = header_of(Visitor(site).send(request), "Set-Cookie");
    for (const char* part : {"; HttpOnly", "; SameSite=Strict", "; Path=/", "; Secure"})
        BOOST_TEST(cookie.find(part) != std::string::npos, part);
    BOOST_TEST(header_of(Visitor(site).get("/sign-in"), "Set-Cookie").find("Secure") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(serves_its_files_for_ever_under_the_hash_of_their_content) {
    const std::string address = static_address("style.css");
    const Response style = visitor.get(address);
    BOOST_TEST(style.status == 200);
    BOOST_TEST(style.type.starts_with("text/css"));
    BOOST_TEST(header_of(style, "Cache-Control") == "public, max-age=31536000, immutable");
    BOOST_TEST(visitor.get("/static/0000000000000000-style.css").status == 404);
    BOOST_TEST(visitor.get("/static/style.css").status == 404);
}

BOOST_AUTO_TEST_CASE(speaks_the_language_that_was_chosen) {
    BOOST_TEST(holds(visitor.get("/sign-in"), "<html lang=\"fr\">"));
    visitor.headers = {{"accept-language", "de, en-GB;q=0.8, fr;q=0.5"}};
    BOOST_TEST(holds(visitor.get("/sign-in"), "<html lang=\"en\">"));
    const Response chosen = visitor.post("/language", {{"to", "fr"}, {"back", "/sign-in"}});
    BOOST_TEST(header_of(chosen, "Location") == "/sign-in");
    BOOST_TEST(holds(visitor.get("/sign-in"), "<html lang=\"fr\">"));
}

BOOST_AUTO_TEST_CASE(leads_nowhere_else) {
    for (const std::string place : {"https://evil.example", "//evil.example", "/\\evil.example", "evil", "",
                                    "/a\r\nSet-Cookie: x=1", "/../x"})
        BOOST_TEST(own_place(place) == "/", place);
    BOOST_TEST(own_place("/worklist/F-1") == "/worklist/F-1");
    visitor.get("/sign-in");
    BOOST_TEST(header_of(visitor.post("/language", {{"to", "en"}, {"back", "//evil.example"}}), "Location") ==
               "/");
}

BOOST_AUTO_TEST_CASE(shows_markup_of_people_as_text) {
    visitor.get("/sign-in");
    const Response answer = visitor.post(
        "/sign-in", {{"account", "<script>alert(1)</script>"}, {"password", "x"}, {"next", "\"><b>"}});
    BOOST_TEST(!holds(answer, "<script"));
    BOOST_TEST(holds(answer, "&lt;script&gt;"));
    BOOST_TEST(!holds(answer, "\"><b>"));
}

BOOST_AUTO_TEST_CASE(a_file_to_keep_has_a_name_that_every_browser_reads) {
    const Response response = attachment("relevé \"été\"/1.csv", "text/csv; charset=utf-8", "a;b");
    BOOST_TEST(header_of(response, "Content-Disposition") ==
               "attachment; filename=\"relev__ ___t____1.csv\"; "
               "filename*=UTF-8''relev%C3%A9%20%22%C3%A9t%C3%A9%22%2F1.csv");
    BOOST_TEST(response.body == "a;b");
}

BOOST_AUTO_TEST_CASE(writes_no_second_answer_into_the_first) {
    const Response response{.headers = {{"Location", "/x\r\nSet-Cookie: a=1"}}};
    BOOST_CHECK_THROW(wire_text(response, false, true), std::logic_error);
    BOOST_TEST(wire_text({.body = "ok"}, true, false) ==
               "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 2\r\n"
               "Connection: close\r\n\r\n");
}

BOOST_AUTO_TEST_CASE(says_nothing_of_what_goes_wrong_inside_but_to_the_log) {
    Site broken({root() / "nowhere", keys_home(), {"localhost"}}, clock(), randomness(),
                [this](const std::string& line) { log += line; });
    const Response answer = Visitor(broken).get("/sign-in");
    BOOST_TEST(answer.status == 500);
    BOOST_TEST(!holds(answer, "nowhere"));
    BOOST_TEST(log.find("GET /sign-in: ") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(tells_the_journal_of_what_it_refuses_without_saying_about_what) {
    visitor.join(*this, "anne.delorme", model::Role::auditee);
    BOOST_TEST(visitor.get("/worklist/F-0123456789abcdef").status == 403);
    BOOST_TEST(last_in_journal() == "anne.delorme request.refuse request/GET /worklist/{finding}");
    app::Session sophie = as("sophie.garnier");
    BOOST_TEST(app::verify_journal(sophie)->faults.empty());
}

BOOST_AUTO_TEST_CASE(asks_again_who_it_is_before_it_gives_lasting_access) {
    visitor.join(*this, "anne.delorme", model::Role::controller);
    visitor.get("/account");
    BOOST_TEST(visitor.post("/account/second-factor").status == 200);
    pass(std::chrono::minutes{11});
    visitor.get("/account");
    const Response asked = visitor.post("/account/second-factor");
    BOOST_TEST(header_of(asked, "Location") == "/account/proof?next=/account");
    const std::string before = visitor.cookies["cadran_session"];
    BOOST_TEST(visitor.follow(asked).status == 200);
    BOOST_TEST(visitor.post("/account/proof", {{"password", "not that"}, {"next", "/account"}}).status ==
               403);
    const Response proved =
        visitor.post("/account/proof", {{"password", good_password}, {"next", "/account"}});
    BOOST_TEST(header_of(proved, "Location") == "/account");
    BOOST_TEST(visitor.cookies["cadran_session"] != before);
    visitor.get("/account");
    BOOST_TEST(visitor.post("/account/second-factor").status == 200);
}

BOOST_AUTO_TEST_CASE(leads_to_no_provider_where_none_is_set) {
    BOOST_TEST(!holds(visitor.get("/sign-in"), "/sign-in/provider"));
    BOOST_TEST(visitor.get("/sign-in/provider").status == 404);
    BOOST_TEST(visitor.get("/sign-in/provider/return?code=x&state=y").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
