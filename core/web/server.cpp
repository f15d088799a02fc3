// SPDX-License-Identifier: Apache-2.0
#include "web/server.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureServerSocket.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>
#include <Poco/Net/TCPServer.h>
#include <Poco/Net/TCPServerConnection.h>
#include <Poco/Net/TCPServerConnectionFactory.h>
#include <Poco/ThreadPool.h>

#include <array>
#include <atomic>

#include "web/deadlines.h"

namespace cadran::web {

namespace {

namespace net = Poco::Net;

std::string address_of(const net::SocketAddress& address) {
    return address.host().toString();
}

// The last one that the proxy in front added: those before it are what the client said itself.
std::string last_of(const std::string& list) {
    const auto comma = list.rfind(',');
    const auto first = list.find_first_not_of(' ', comma == std::string::npos ? 0 : comma + 1);
    return first == std::string::npos ? std::string() : list.substr(first);
}

// How many connections there are, each of which holds a thread.
class Crowd {
  public:
    explicit Crowd(int threads) : most_idle_(threads * 3 / 4) {}

    // While it lives, there is one more.
    class Place {
      public:
        explicit Place(Crowd& crowd) : crowd_(crowd) { ++crowd_.present_; }
        ~Place() { --crowd_.present_; }
        Place(const Place&) = delete;
        Place& operator=(const Place&) = delete;

      private:
        Crowd& crowd_;
    };

    // Who has nothing to ask leaves: others wait for a thread, or soon will.
    bool is_dense() const { return present_ > most_idle_; }

  private:
    const int most_idle_;
    std::atomic<int> present_ = 0;
};

// One connection on one thread, from its first byte to its end.
class Connection final : public net::TCPServerConnection {
  public:
    Connection(const net::StreamSocket& socket, const ServerSettings& settings, Site& site,
               Deadlines& deadlines, Crowd& crowd)
        : net::TCPServerConnection(socket),
          settings_(settings),
          site_(site),
          deadlines_(deadlines),
          crowd_(crowd) {}

    void run() override {
        const Crowd::Place place(crowd_);
        try {
            socket().setNoDelay(true);
            Deadlines::Guard guard(deadlines_, socket().impl()->sockfd());
            RequestReader reader(settings_.limits,
                                 [this](const Request& head) { return site_.room_for_files(head); });
            guard.set(settings_.request_lasts, true);
            while (answer_next(reader, guard)) guard.set(settings_.idle_lasts, true);
            say_goodbye();
        } catch (const Poco::Exception&) {
            // The other side went away, or its time was over.
        }
    }

  private:
    // False where the connection ends.
    bool answer_next(RequestReader& reader, Deadlines::Guard& guard) {
        auto state = reader.feed({});  // of what came with the request before
        bool begun = !reader.is_idle();
        if (begun) guard.set(settings_.request_lasts);
        while (state == RequestReader::State::reading) {
            std::array<char, 16384> buffer;
            const int count = socket().receiveBytes(buffer.data(), static_cast<int>(buffer.size()));
            if (count <= 0) return false;
            if (!std::exchange(begun, true)) guard.set(settings_.request_lasts);
            const bool has_files = reader.files_to_come() > 0;
            state = reader.feed({buffer.data(), static_cast<std::size_t>(count)});
            if (!has_files && reader.files_to_come() > 0) guard.set(lasting(reader.files_to_come()));
            if (reader.takes_expectation()) send("HTTP/1.1 100 Continue\r\n\r\n");
        }
        guard.set(settings_.answer_lasts);
        if (state == RequestReader::State::refused) {
            const int status = reader.refusal();
            send(wire_text({.status = status,
                            .type = "text/plain; charset=utf-8",
                            .body = std::string(reason_phrase(status)) + "\n"},
                           false, false));
            return false;
        }
        Request request = reader.take();
        const bool keeps_alive = reader.keeps_alive() && !crowd_.is_dense();
        const bool head_only = request.method == "HEAD";
        know_peer(request);
        send(wire_text(site_.answer(std::move(request)), head_only, keeps_alive));
        return keeps_alive;
    }

    // A request whose files may come as slowly as the slowest line that is worth waiting for.
    std::chrono::milliseconds lasting(std::size_t bytes) const {
        return settings_.request_lasts + std::chrono::milliseconds(bytes / settings_.slowest_file);
    }

    void know_peer(Request& request) {
        request.peer = address_of(socket().peerAddress());
        request.secure = socket().secure();
        if (!settings_.behind_proxy) return;
        request.secure = request.header("x-forwarded-proto") == "https";
        if (const std::string client = last_of(request.header("x-forwarded-for")); !client.empty())
            request.peer = client.substr(0, 64);
    }

    void send(std::string_view bytes) {
        while (!bytes.empty()) {
            const int count = socket().sendBytes(bytes.data(), static_cast<int>(bytes.size()));
            if (count <= 0) throw net::NetException("nothing was sent");
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }

    // Bytes that nobody read any more would make the system drop the answer with the connection.
    void say_goodbye() {
        socket().shutdownSend();
        std::array<char, 4096> rest;
        for (int i = 0; i < 64 && socket().poll(Poco::Timespan(0, 200000), net::Socket::SELECT_READ); ++i) {
            if (socket().receiveBytes(rest.data(), static_cast<int>(rest.size())) <= 0) return;
        }
    }

    const ServerSettings& settings_;
    Site& site_;
    Deadlines& deadlines_;
    Crowd& crowd_;
};

class Connections final : public net::TCPServerConnectionFactory {
  public:
    Connections(const ServerSettings& settings, Site& site, Deadlines& deadlines)
        : settings_(settings), site_(site), deadlines_(deadlines), crowd_(settings.threads) {}

    net::TCPServerConnection* createConnection(const net::StreamSocket& socket) override {
        return new Connection(socket, settings_, site_, deadlines_, crowd_);
    }

  private:
    const ServerSettings& settings_;
    Site& site_;
    Deadlines& deadlines_;
    Crowd crowd_;
};

// Initialises the library once for as long as it lives.
struct Tls {
    Tls() { net::initializeSSL(); }
    ~Tls() { net::uninitializeSSL(); }
};

// The port is ours alone: with the library's own choice another program could listen on it besides.
net::ServerSocket bound(net::ServerSocket socket, const ServerSettings& settings) {
    const net::SocketAddress address(settings.address, static_cast<Poco::UInt16>(settings.port));
    socket.bind(address, true, false);
    socket.listen(256);
    return socket;
}

net::ServerSocket listening(const ServerSettings& settings) {
    if (settings.certificate.empty()) return bound(net::ServerSocket(), settings);
    net::Context::Ptr context =
        new net::Context(net::Context::TLS_SERVER_USE, settings.key.string(), settings.certificate.string(),
                         "", net::Context::VERIFY_NONE, 9, false);
    context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
    return bound(net::SecureServerSocket(context), settings);
}

}  // namespace

struct Server::Engine {
    Engine(ServerSettings given, Site& site)
        : settings(std::move(given)),
          socket(listening(settings)),
          pool("web", 2, settings.threads, 60),
          server(new Connections(settings, site, deadlines), pool, socket, parameters()) {
        server.start();
    }

    net::TCPServerParams::Ptr parameters() const {
        net::TCPServerParams::Ptr chosen = new net::TCPServerParams;
        chosen->setMaxThreads(settings.threads);
        chosen->setMaxQueued(256);
        return chosen;
    }

    Tls tls;
    const ServerSettings settings;
    Deadlines deadlines;
    net::ServerSocket socket;
    Poco::ThreadPool pool;
    net::TCPServer server;
};

Server::Server(std::unique_ptr<Engine> engine) : engine_(std::move(engine)) {}

Server::~Server() {
    engine_->deadlines.close_idle();
    engine_->server.stop();
    engine_->pool.joinAll();
}

int Server::port() const {
    return engine_->socket.address().port();
}

Result<std::unique_ptr<Server>> Server::start(const ServerSettings& settings, Site& site) {
    PrivateFolder::clear_left_behind();
    try {
        return std::unique_ptr<Server>(new Server(std::make_unique<Engine>(settings, site)));
    } catch (const Poco::Exception& exception) {
        return invalid(Message{"web.cannot_listen",
                               {{"address", fmt::format("{}:{}", settings.address, settings.port)},
                                {"reason", exception.displayText()}}},
                       Message{"web.choose_an_address"});
    }
}

}  // namespace cadran::web
