// SPDX-License-Identifier: Apache-2.0
#include "app/smtp_post.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/SMTPClientSession.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocket.h>

#include <sstream>
#include <stdexcept>

namespace cadran::app::mail {

namespace {

namespace net = Poco::Net;

const Poco::Timespan patience(30, 0);

// Poco's own session with STARTTLS checks the certificate against the host only if it connects itself, and
// then waits for as long as the system does.
class Session : public net::SMTPClientSession {
  public:
    Session(const net::StreamSocket& socket, const std::string& host)
        : net::SMTPClientSession(socket), host_(host) {
        setTimeout(patience);
    }

    void encrypt() {
        std::string answer;
        if (!isPositiveCompletion(sendCommand("STARTTLS", answer)))
            throw net::SMTPException("STARTTLS: " + answer);
        net::Context::Ptr context =
            new net::Context(net::Context::TLS_CLIENT_USE, "", "", "", net::Context::VERIFY_STRICT, 9, true);
        context->requireMinimumProtocol(net::Context::PROTO_TLSV1_2);
        socket() = net::SecureStreamSocket::attach(socket(), host_, context);
        setTimeout(patience);
    }

    void forget_letter() {
        std::string answer;
        if (!isPositiveCompletion(sendCommand("RSET", answer))) throw net::SMTPException(answer);
    }

  private:
    std::string host_;
};

// In one line, as far as people read it.
std::string reason_of(const Poco::Exception& exception) {
    std::string reason = exception.message().empty() ? exception.name() : exception.displayText();
    for (char& c : reason) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return reason.substr(0, 300);
}

class SmtpPost final : public Post {
  public:
    explicit SmtpPost(Server server) : server_(std::move(server)) {
        if (server_.starttls) net::initializeSSL();
    }

    ~SmtpPost() override {
        try {
            if (session_) session_->close();
        } catch (const Poco::Exception&) {
            // Whatever was accepted stays so.
        }
        session_.reset();
        if (server_.starttls) net::uninitializeSSL();
    }

    Receipt send(const Letter& letter) override {
        std::string wire;
        try {
            wire = wire_text(letter);
        } catch (const std::invalid_argument& fault) {
            return {Fate::refused, fault.what()};
        }
        try {
            if (!session_) connect();
        } catch (const Poco::Exception& fault) {
            session_.reset();
            return {Fate::unreachable, reason_of(fault)};
        }
        return hand_in(letter, wire);
    }

  private:
    void connect() {
        net::StreamSocket socket;
        socket.connect(net::SocketAddress(server_.host, static_cast<Poco::UInt16>(server_.port)), patience);
        session_ = std::make_unique<Session>(socket, server_.host);
        session_->login();
        if (server_.starttls) {
            session_->encrypt();
            session_->login();
        }
        if (!server_.user.empty())
            session_->login(net::SMTPClientSession::AUTH_PLAIN, server_.user, server_.password);
    }

    Receipt hand_in(const Letter& letter, const std::string& wire) {
        try {
            session_->sendAddresses(letter.from, {letter.to});
            std::istringstream bytes(wire);
            session_->sendData();
            session_->sendMessage(bytes);
            return {};
        } catch (const net::SMTPException& fault) {
            return refusal(reason_of(fault));
        } catch (const Poco::Exception& fault) {
            session_.reset();
            return {Fate::unreachable, reason_of(fault)};
        }
    }

    Receipt refusal(std::string reason) {
        try {
            session_->forget_letter();
        } catch (const Poco::Exception&) {
            session_.reset();
            return {Fate::unreachable, std::move(reason)};
        }
        return {Fate::refused, std::move(reason)};
    }

    Server server_;
    std::unique_ptr<Session> session_;
};

}  // namespace

std::unique_ptr<Post> smtp_post(const Server& server) {
    return std::make_unique<SmtpPost>(server);
}

}  // namespace cadran::app::mail
