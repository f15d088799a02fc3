// SPDX-License-Identifier: Apache-2.0
// What two readers could understand differently is understood by none.
#include "web/request_reader.h"
#include "base/text.h"

#include <boost/test/unit_test.hpp>

using namespace cadran::web;

namespace {

using State = RequestReader::State;

const std::string host = "Host: 127.0.0.1:8413\r\n";

std::string get(const std::string& target, const std::string& headers = host) {
    return "GET " + target + " HTTP/1.1\r\n" + headers + "\r\n";
}

std::string post(const std::string& headers, const std::string& body) {
    return "POST /x HTTP/1.1\r\n" + host + headers + "\r\n" + body;
}

constexpr const char* form_type = "Content-Type: application/x-www-form-urlencoded\r\n";

std::string form(const std::string& body) {
    return post(form_type + fmt::format("Content-Length: {}\r\n", body.size()), body);
}

// The status by which it is refused; 200 where it is whole, 0 where more is waited for.
int look(const std::string& bytes, const Limits& limits = {}) {
    RequestReader reader(limits);
    reader.feed(bytes);
    return reader.state() == State::refused ? reader.refusal() : reader.state() == State::complete ? 200 : 0;
}

// Likewise, byte by byte: what is refused must not hang on how the network cut it.
int look_slowly(const std::string& bytes) {
    RequestReader reader;
    for (const char byte : bytes) reader.feed({&byte, 1});
    return reader.state() == State::refused ? reader.refusal() : reader.state() == State::complete ? 200 : 0;
}

Request whole(const std::string& bytes) {
    RequestReader reader;
    BOOST_REQUIRE(reader.feed(bytes) == State::complete);
    return reader.take();
}

struct Hostile {
    std::string bytes;
    int status;
};

const std::string nul("\0", 1);

const std::vector<Hostile>& hostile() {
    static const std::vector<Hostile> table{
        // lengths: request smuggling
        {post(std::string(form_type) + "Content-Length: 3\r\nContent-Length: 3\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: 3\r\nContent-Length: 30\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: 3, 3\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: -3\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: +3\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: 0x3\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: 3 \t3\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length:\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: 3;q=1\r\n", "a=1"), 400},
        {post(std::string(form_type) + "Content-Length: 99999999999999999999\r\n", ""), 413},
        {post(std::string(form_type) + "Content-Length: 18446744073709551619\r\n", ""), 413},
        {post(std::string(form_type) + "Content-Length: 1048577\r\n", ""), 413},
        {post(std::string(form_type) + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
         400},
        {post(std::string(form_type) + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"),
         400},
        {post(std::string(form_type) + "Transfer-Encoding: chunked\r\n", "0\r\n\r\n"), 501},
        {post(std::string(form_type) + "Transfer-Encoding: xchunked\r\n", ""), 501},
        {post(std::string(form_type) + "Transfer-Encoding:\tchunked\r\n", ""), 501},
        {post(std::string(form_type) + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", ""),
         400},
        {post(form_type, ""), 411},
        {get("/", host + "Content-Length: 3\r\n") + "a=1", 400},
        {get("/", host + "Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", 501},
        // lines and names
        {"GET / HTTP/1.1\nHost: a\n\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\n\n", 400},
        {"\r\nGET / HTTP/1.1\r\n" + host + "\r\n", 400},
        {get("/", host + "X: a\rb\r\n"), 400},
        {get("/", host + "X: a" + nul + "b\r\n"), 400},
        {get("/", host + "X: a\x01\r\n"), 400},
        {get("/", host + "X: a\x7F\r\n"), 400},
        {get("/", host + "Folded: a\r\n b\r\n"), 400},
        {get("/", host + "\tX: a\r\n"), 400},
        {get("/", " Host: a\r\n"), 400},
        {get("/", host + "Content-Length : 0\r\n"), 400},
        {get("/", host + "X\xC3\xA9: a\r\n"), 400},
        {get("/", host + "X(y): a\r\n"), 400},
        {get("/", host + ": a\r\n"), 400},
        {get("/", host + "no colon\r\n"), 400},
        {get("/", host + "Cookie: a=1\r\nCookie: a=2\r\n"), 400},
        {get("/", host + "Origin: http://a\r\nOrigin: http://b\r\n"), 400},
        {get("/", host + "Expect: 200-maybe\r\n"), 417},
        // hosts
        {get("/", ""), 400},
        {get("/", "Host: a\r\nHost: a\r\n"), 400},
        {get("/", "Host:\r\n"), 400},
        {get("/", "Host: a b\r\n"), 400},
        {get("/", "Host: a/b\r\n"), 400},
        {get("/", "Host: a@b\r\n"), 400},
        {get("/", "Host: a,b\r\n"), 400},
        {get("/", "Host: a:\r\n"), 400},
        {get("/", "Host: a:1:2\r\n"), 400},
        {get("/", "Host: a:123456\r\n"), 400},
        {get("/", "Host: <script>\r\n"), 400},
        {get("/", "Host: [::1\r\n"), 400},
        // request lines
        {"GET /\r\n\r\n", 400},
        {"GET  / HTTP/1.1\r\n" + host + "\r\n", 400},
        {"GET / HTTP/1.1 \r\n" + host + "\r\n", 400},
        {"get / HTTP/1.1\r\n" + host + "\r\n", 400},
        {"G\xC3\x89T / HTTP/1.1\r\n" + host + "\r\n", 400},
        {"ABCDEFGHIJKLMNOPQ / HTTP/1.1\r\n" + host + "\r\n", 400},
        {"GET / HTTP/2.0\r\n" + host + "\r\n", 505},
        {"GET / HTTP/1.2\r\n" + host + "\r\n", 505},
        {"GET / http/1.1\r\n" + host + "\r\n", 400},
        {"GET / HTTP/1.1x\r\n" + host + "\r\n", 400},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"CONNECT a:80 HTTP/1.1\r\n" + host + "\r\n", 400},
        {"OPTIONS * HTTP/1.1\r\n" + host + "\r\n", 400},
        {get("http://127.0.0.1/"), 400},
        {"\x16\x03\x01\x02\r\n", 400},
        // paths
        {get("/../etc/passwd"), 400},
        {get("/a/../../etc/passwd"), 400},
        {get("/%2e%2e/etc/passwd"), 400},
        {get("/.%2E/etc/passwd"), 400},
        {get("/a/./b"), 400},
        {get("//evil.example"), 400},
        {get("/a//b"), 400},
        {get("/a/"), 400},
        {get("/a%2fb"), 400},
        {get("/a%5Cb"), 400},
        {get("/a\\..\\b"), 400},
        {get("/a%00.html"), 400},
        {get("/a%0d%0aSet-Cookie:x=1"), 400},
        {get("/a%"), 400},
        {get("/a%4"), 400},
        {get("/a%zz"), 400},
        {get("/a%c3"), 400},
        {get("/%c0%ae%c0%ae/"), 400},
        {get("/a#b"), 400},
        {get("/\xC3\xA9"), 400},
        // queries and forms
        {get("/?a=%00"), 400},
        {get("/?a=%c3"), 400},
        {get("/?a=%g0"), 400},
        {get("/?a=%1b"), 400},
        {form("a=%00"), 400},
        {form("a=%ed%a0%80"), 400},
        {form("a=%"), 400},
        {post("Content-Length: 3\r\n", "a=1"), 415},
        {post("Content-Type: text/plain\r\nContent-Length: 3\r\n", "a=1"), 415},
        {post("Content-Type: application/json\r\nContent-Length: 1\r\n", "{"), 400},
        {post("Content-Type: application/json\r\nContent-Length: 4\r\n", "null"), 400},
        {post("Content-Type: application/json\r\nContent-Length: 13\r\n", R"({"a":1,"a":2})"), 400},
        {post("Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n", "--x"), 400},
    };
    return table;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request_reader)

BOOST_AUTO_TEST_CASE(refuses_every_hostile_request_however_it_arrives) {
    BOOST_TEST(hostile().size() >= 80u);
    for (const Hostile& one : hostile()) {
        BOOST_TEST(look(one.bytes) == one.status, one.bytes << " gives " << look(one.bytes));
        BOOST_TEST(look_slowly(one.bytes) == one.status, one.bytes);
    }
}

BOOST_AUTO_TEST_CASE(refuses_what_is_too_long_before_it_ends) {
    const Limits limits;
    BOOST_TEST(look("GET /" + std::string(limits.line, 'a')) == 414);
    BOOST_TEST(look("GET / HTTP/1.1\r\n" + host + "X: " + std::string(limits.head, 'a')) == 431);
    std::string many;
    for (std::size_t i = 0; i < limits.headers; ++i) many += fmt::format("X{}: a\r\n", i);
    BOOST_TEST(look(get("/", host + many)) == 431);
    std::string lines;
    for (int i = 0; i < 40; ++i) lines += fmt::format("X{}: {}\r\n", i, std::string(500, 'a'));
    BOOST_TEST(look(get("/", host + lines)) == 431);
    std::string fields;
    for (std::size_t i = 0; i <= limits.fields; ++i) fields += "a=1&";
    BOOST_TEST(look(form(fields)) == 400);
}

BOOST_AUTO_TEST_CASE(reads_what_browsers_send) {
    const Request request =
        whole(get("/worklist/F-1?control=claims%2Fover-threshold&mine=on",
                  host + "Cookie: a=1; b=x=y\r\nAccept: text/html\r\nAccept: */*\r\nX-Odd:   spaced \t\r\n"));
    BOOST_TEST(request.method == "GET");
    BOOST_TEST(request.path == "/worklist/F-1");
    BOOST_TEST(request.query.get("control") == "claims/over-threshold");
    BOOST_TEST(request.query.has("mine"));
    BOOST_TEST(request.cookies.get("b") == "x=y");
    BOOST_TEST(request.header("accept") == "text/html, */*");
    BOOST_TEST(request.header("x-odd") == "spaced");
}

BOOST_AUTO_TEST_CASE(reads_forms_with_accents_and_line_breaks) {
    const Request request = whole(form("reason=d%C3%A9j%C3%A0+vu%0D%0A%26&empty=&flag"));
    BOOST_TEST(request.form.get("reason") == "déjà vu\r\n&");
    BOOST_TEST(request.form.has("empty"));
    BOOST_TEST(request.form.get("flag") == "");
    BOOST_TEST(whole(post("Content-Type: Application/X-WWW-Form-Urlencoded; charset=UTF-8\r\n"
                          "Content-Length: 3\r\n",
                          "a=1"))
                   .form.get("a") == "1");
    BOOST_TEST(whole(post("Content-Length: 0\r\n", "")).form.size() == 0u);
}

BOOST_AUTO_TEST_CASE(keeps_what_belongs_to_the_next_request) {
    RequestReader reader;
    BOOST_REQUIRE(reader.feed(form("a=1") + get("/second")) == State::complete);
    BOOST_TEST(reader.take().form.get("a") == "1");
    BOOST_TEST(!reader.is_idle());
    BOOST_REQUIRE(reader.feed({}) == State::complete);
    BOOST_TEST(reader.take().path == "/second");
    BOOST_TEST(reader.is_idle());
}

BOOST_AUTO_TEST_CASE(says_whether_another_request_may_follow) {
    const auto follows = [](const std::string& bytes) {
        RequestReader reader;
        BOOST_REQUIRE(reader.feed(bytes) == State::complete);
        reader.take();
        return reader.keeps_alive();
    };
    BOOST_TEST(follows(get("/")));
    BOOST_TEST(!follows(get("/", host + "Connection: close\r\n")));
    BOOST_TEST(!follows("GET / HTTP/1.0\r\n" + host + "\r\n"));
}

BOOST_AUTO_TEST_CASE(says_once_that_the_body_may_be_sent) {
    RequestReader reader;
    reader.feed(post(std::string(form_type) + "Content-Length: 3\r\nExpect: 100-continue\r\n", ""));
    BOOST_TEST(reader.takes_expectation());
    BOOST_TEST(!reader.takes_expectation());
    BOOST_TEST((reader.feed("a=1") == State::complete));
}

BOOST_AUTO_TEST_CASE(never_crashes_and_never_reads_on_after_a_refusal) {
    BOOST_TEST(rc::check("any bytes", [](const std::vector<std::string>& pieces) {
        RequestReader reader;
        bool refused = false;
        for (const std::string& piece : pieces) {
            const auto state = reader.feed(piece);
            RC_ASSERT(!refused || state == State::refused);
            refused = state == State::refused;
            if (state == State::complete) reader.take();
        }
    }));
}

BOOST_AUTO_TEST_CASE(escapes_what_addresses_may_not_hold) {
    BOOST_TEST(cadran::percent_encoded("pay-benefits") == "pay-benefits");
    BOOST_TEST(cadran::percent_encoded("a b/é?") == "a%20b%2F%C3%A9%3F");
    BOOST_TEST(rc::check("and back", [](const std::string& text) {
        const auto fields = parse_form("a=" + cadran::percent_encoded(text), 1);
        if (fields) RC_ASSERT(fields->get("a") == text);
    }));
}

BOOST_AUTO_TEST_SUITE_END()
