// SPDX-License-Identifier: Apache-2.0
#include "app/provider_wire.h"

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPBasicCredentials.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetSSL.h>
#include <Poco/URI.h>

#include <array>
#include <chrono>

#include "base/text.h"

namespace cadran::app {

namespace {

namespace http = Poco::Net;

constexpr std::size_t longest_answer = 256 * 1024;
const Poco::Timespan step_lasts(5, 0);                  // connecting, or waiting for the next bytes
constexpr std::chrono::seconds whole_answer_lasts{10};  // however slowly it comes

std::string form_text(const std::map<std::string, std::string>& form) {
    std::string text;
    for (const auto& [name, value] : form)
        text += (text.empty() ? "" : "&") + percent_encoded(name) + "=" + percent_encoded(value);
    return text;
}

// Of what the system says, as far as people read it.
std::string reason_told(const Poco::Exception& exception) {
    std::string reason = exception.message().empty() ? exception.name() : exception.displayText();
    for (char& c : reason) {
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7E) c = ' ';
    }
    return reason.substr(0, 200);
}

class HttpsWire final : public ProviderWire {
  public:
    HttpsWire() { http::initializeSSL(); }
    ~HttpsWire() override { http::uninitializeSSL(); }

    Result<WireAnswer> get(const std::string& address) override {
        return asked(address, http::HTTPRequest::HTTP_GET, "", nullptr);
    }

    Result<WireAnswer> post(const std::string& address, const std::map<std::string, std::string>& form,
                            const Client& client) override {
        std::map<std::string, std::string> fields = form;
        if (!client.secret) fields["client_id"] = client.id;
        return asked(address, http::HTTPRequest::HTTP_POST, form_text(fields), &client);
    }

  private:
    static std::unique_ptr<http::HTTPClientSession> session_to(const Poco::URI& uri) {
        std::unique_ptr<http::HTTPClientSession> session;
        if (uri.getScheme() == "https") {
            http::Context::Ptr context = new http::Context(http::Context::TLS_CLIENT_USE, "", "", "",
                                                           http::Context::VERIFY_STRICT, 9, true);
            context->requireMinimumProtocol(http::Context::PROTO_TLSV1_2);
            session = std::make_unique<http::HTTPSClientSession>(uri.getHost(), uri.getPort(), context);
        } else {
            session = std::make_unique<http::HTTPClientSession>(uri.getHost(), uri.getPort());
        }
        session->setTimeout(step_lasts);
        return session;
    }

    static Result<WireAnswer> asked(const std::string& address, const std::string& method,
                                    const std::string& body, const Client* client) {
        try {
            const Poco::URI uri(address);
            const auto session = session_to(uri);
            const std::string path = uri.getPathEtc();
            http::HTTPRequest request(method, path.empty() ? "/" : path, http::HTTPMessage::HTTP_1_1);
            request.set("Accept", "application/json");
            if (client != nullptr && client->secret)
                http::HTTPBasicCredentials(percent_encoded(client->id), percent_encoded(*client->secret))
                    .authenticate(request);
            if (method == http::HTTPRequest::HTTP_POST) {
                request.setContentType("application/x-www-form-urlencoded");
                request.setContentLength(static_cast<std::streamsize>(body.size()));
            }
            session->sendRequest(request) << body;
            return read_answer(*session);
        } catch (const Poco::Exception& exception) {
            return unreachable(reason_told(exception));
        }
    }

    static Result<WireAnswer> read_answer(http::HTTPClientSession& session) {
        const auto until = std::chrono::steady_clock::now() + whole_answer_lasts;
        http::HTTPResponse response;
        std::istream& stream = session.receiveResponse(response);
        WireAnswer answer{static_cast<int>(response.getStatus()), {}};
        std::array<char, 4096> buffer;
        while (stream) {
            stream.read(buffer.data(), 1);
            if (stream.gcount() == 0) break;
            answer.body += buffer[0];
            const auto more = stream.readsome(buffer.data(), buffer.size());
            answer.body.append(buffer.data(), static_cast<std::size_t>(more));
            if (answer.body.size() > longest_answer) return unreachable("an answer without end");
            if (std::chrono::steady_clock::now() > until) return unreachable("an answer too slow");
        }
        return answer;
    }

    static tl::unexpected<Failure> unreachable(std::string reason) {
        return invalid(Message{"app.provider_unreachable", {{"reason", std::move(reason)}}},
                       Message{"app.come_in_by_password"});
    }
};

}  // namespace

std::unique_ptr<ProviderWire> https_wire() {
    return std::make_unique<HttpsWire>();
}

}  // namespace cadran::app
