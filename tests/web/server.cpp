// SPDX-License-Identifier: Apache-2.0
// The server on a real port: raw bytes in, and what becomes of the connection.
#include "web/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <thread>

#include <boost/test/unit_test.hpp>

#include "web/visitor.h"

using namespace cadran;
using namespace cadran::web;
using namespace std::chrono_literals;

namespace {

// A connection to this machine. Waits for an answer no longer than five seconds.
class Wire {
  public:
    explicit Wire(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval patience{5, 0};
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        BOOST_REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    }
    ~Wire() { ::close(socket_); }
    Wire(const Wire&) = delete;
    Wire& operator=(const Wire&) = delete;

    // False where the other side is gone.
    bool send(std::string_view bytes) {
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }
    // Everything until the other side closes.
    std::string rest() {
        std::string text;
        char buffer[4096];
        for (ssize_t count; (count = ::recv(socket_, buffer, sizeof buffer, 0)) > 0;)
            text.append(buffer, static_cast<std::size_t>(count));
        return text;
    }

  private:
    int socket_;
};

struct Listening : ServedWorkspace {
    Listening() {
        ServerSettings settings;
        settings.port = 0;
        settings.threads = 4;
        settings.request_lasts = 600ms;
        settings.idle_lasts = 300ms;
        server = *Server::start(settings, site);
    }

    std::string asked(std::string_view bytes) {
        Wire wire(server->port());
        wire.send(bytes);
        return wire.rest();
    }

    std::unique_ptr<Server> server;
};

std::ptrdiff_t answers_in(const std::string& text) {
    std::ptrdiff_t count = 0;
    for (auto at = text.find("HTTP/1.1 "); at != std::string::npos; at = text.find("HTTP/1.1 ", at + 1))
        ++count;
    return count;
}

const std::string sign_in = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(server, Listening)

BOOST_AUTO_TEST_CASE(answers_and_keeps_the_connection_for_the_next) {
    const std::string text = asked(sign_in + "\r\n" + sign_in + "Connection: close\r\n\r\n");
    BOOST_TEST(text.starts_with("HTTP/1.1 200 OK\r\n"));
    BOOST_TEST(answers_in(text) == 2);
    BOOST_TEST(text.find("<title>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(answers_a_head_without_a_body) {
    const std::string text = asked("HEAD /sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    BOOST_TEST(text.ends_with("\r\n\r\n"));
    BOOST_TEST(text.find("Content-Length: 0") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(reads_nothing_behind_a_request_that_it_refuses) {
    // Each hides a second request in the body of the first.
    for (const std::string head :
         {"Content-Length: 5\r\nContent-Length: 80\r\n",
          "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\n",
          "Content-Length: -1\r\n", "Content-Length: 5\r\n", "Content-Length: 9999999\r\n"}) {
        const std::string text = asked("POST /sign-in HTTP/1.1\r\nHost: localhost\r\n" + head +
                                       "\r\n0\r\n\r\n" + sign_in + "\r\n");
        BOOST_TEST(answers_in(text) == 1, head);
        BOOST_TEST(text.starts_with("HTTP/1.1 4") != text.starts_with("HTTP/1.1 501"), head);
        BOOST_TEST(text.find("Connection: close\r\n") != std::string::npos, head);
    }
}

BOOST_AUTO_TEST_CASE(ends_a_request_that_trickles_in_for_too_long) {
    Wire wire(server->port());
    const auto begun = std::chrono::steady_clock::now();
    wire.send("GET /sign-in HTTP/1.1\r\n");
    int sent = 0;
    while (wire.send("X: a\r\n") && ++sent < 60) std::this_thread::sleep_for(50ms);
    BOOST_TEST(sent < 60);
    BOOST_TEST((std::chrono::steady_clock::now() - begun < 2500ms));
}

BOOST_AUTO_TEST_CASE(closes_a_connection_on_which_nothing_comes) {
    const auto begun = std::chrono::steady_clock::now();
    BOOST_TEST(answers_in(asked(sign_in + "\r\n")) == 1);
    BOOST_TEST((std::chrono::steady_clock::now() - begun < 2500ms));
    BOOST_TEST(asked("") == "");
}

BOOST_AUTO_TEST_CASE(answers_others_while_slow_ones_hold_on) {
    std::vector<std::unique_ptr<Wire>> slow;
    for (int i = 0; i < 3; ++i) {
        slow.push_back(std::make_unique<Wire>(server->port()));
        slow.back()->send("GET /");
    }
    BOOST_TEST(answers_in(asked(sign_in + "Connection: close\r\n\r\n")) == 1);
}

BOOST_AUTO_TEST_CASE(believes_the_proxy_in_front_only_where_there_is_one) {
    const std::string forwarded = sign_in + "X-Forwarded-Proto: https\r\nConnection: close\r\n\r\n";
    BOOST_TEST(asked(forwarded).find("Strict-Transport-Security") == std::string::npos);
    ServerSettings settings;
    settings.port = 0;
    settings.behind_proxy = true;
    server = *Server::start(settings, site);
    const std::string text = asked(forwarded);
    BOOST_TEST(text.find("Strict-Transport-Security") != std::string::npos);
    BOOST_TEST(text.find("; Secure") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(says_where_it_cannot_listen) {
    ServerSettings settings;
    settings.port = server->port();
    const auto second = Server::start(settings, site);
    BOOST_REQUIRE(!second);
    BOOST_TEST(app::told(second.error()) == "invalid: web.cannot_listen");
    settings.address = "no such address";
    BOOST_TEST(!Server::start(settings, site).has_value());
}

BOOST_AUTO_TEST_CASE(stops_soon_though_connections_are_open) {
    Wire idle(server->port());
    idle.send(sign_in + "\r\n");
    Wire silent(server->port());
    std::this_thread::sleep_for(100ms);
    const auto begun = std::chrono::steady_clock::now();
    server.reset();
    BOOST_TEST((std::chrono::steady_clock::now() - begun < 2s));
}

BOOST_AUTO_TEST_SUITE_END()
