// SPDX-License-Identifier: Apache-2.0
// What is known of the provider: where it is asked, and by which keys it signs.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "app/provider.h"
#include "app/provider_wire.h"
#include "base/clock.h"
#include "base/web_token.h"

namespace cadran::app {

// What its discovery document says (OpenID Connect Discovery 1.0), as far as it is needed.
struct ProviderPlaces {
    std::string authorization;
    std::string token;
    std::string keys;
};

// One for the whole program; may be used by several threads at once. What it learnt it asks anew after
// `knowledge_lasts`.
class ProviderClient {
  public:
    explicit ProviderClient(std::unique_ptr<ProviderWire> wire) : wire_(std::move(wire)) {}

    // Fails where the document is not that of this issuer, or leads to places that are not safe.
    Result<ProviderPlaces> places(const Provider& provider, Instant now);

    struct Exchange {
        std::string code;
        std::string verifier;  // of PKCE (RFC 7636)
        std::string callback;
        std::optional<std::string> secret;
    };
    // The identity token that the provider gives for a code. Refused where it gives none.
    Result<std::string> exchange(const Provider& provider, const Exchange& exchange, Instant now);

    // What an identity token says, once one of the provider's keys proves it. A key that is not known yet is
    // asked for, at most once a minute.
    Result<Json> claims_of(const Provider& provider, const std::string& token, Instant now);

  private:
    struct Known {
        std::string issuer;
        ProviderPlaces places;
        Instant at;
        std::optional<WebKeys> keys = {};
        Instant keys_at = {};
    };

    Result<Known> known(const Provider& provider, Instant now);
    Result<WebKeys> keys(const Provider& provider, Instant now, bool anew);

    const std::unique_ptr<ProviderWire> wire_;
    std::mutex mutex_;  // of what is known; nobody holds it while the provider is asked
    std::optional<Known> known_;
};

}  // namespace cadran::app
