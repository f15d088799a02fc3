// SPDX-License-Identifier: Apache-2.0
// What is asked of the provider over the network.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "base/result.h"

namespace cadran::app {

struct WireAnswer {
    int status = 0;
    std::string body;
};

// May be used by several threads at once. Both fail as invalid (`app.provider_unreachable`) where no answer
// comes in time, or one that is too long.
class ProviderWire {
  public:
    virtual ~ProviderWire() = default;

    virtual Result<WireAnswer> get(const std::string& address) = 0;
    struct Client {
        std::string id;
        std::optional<std::string> secret;
    };
    // A form, from a client that proves itself with its secret (HTTP Basic), or names itself where it has
    // none.
    virtual Result<WireAnswer> post(const std::string& address,
                                    const std::map<std::string, std::string>& form, const Client& client) = 0;
};

// By HTTP/1.1, with TLS 1.2 at least and a certificate that this machine believes. Redirections are not
// followed.
std::unique_ptr<ProviderWire> https_wire();

}  // namespace cadran::app
