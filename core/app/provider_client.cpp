// SPDX-License-Identifier: Apache-2.0
#include "app/provider_client.h"

#include <chrono>

namespace cadran::app {

namespace {

constexpr std::chrono::minutes knowledge_lasts{10};
constexpr std::chrono::minutes between_questions{1};
constexpr int answer_is_fine = 200;

tl::unexpected<Failure> bad_document(const char* what) {
    return invalid(Message{"app.provider_document", {{"what", what}}}, Message{"app.come_in_by_password"});
}

// A member that is a text; empty where there is none.
std::string text_of(const Json& object, const char* name) {
    const auto found = object.object().find(name);
    if (found == object.object().end()) return {};
    return found->second.visit_scalar(
        [](bool) { return std::string(); }, [](std::int64_t) { return std::string(); },
        [](const std::string& text) { return text; }, [](const Json&) { return std::string(); });
}

Result<Json> object_at(ProviderWire& wire, const std::string& address, const char* what) {
    const auto answer = wire.get(address);
    if (!answer) return tl::unexpected(answer.error());
    auto json = Json::parse(answer->body);
    if (answer->status != answer_is_fine || !json || !json->is_object()) return bad_document(what);
    return json;
}

std::string document_of(const std::string& issuer) {
    return issuer + (issuer.ends_with('/') ? "" : "/") + ".well-known/openid-configuration";
}

tl::unexpected<Failure> bad_token(const char* what) {
    return refused({what}, Message{"app.start_again_at_sign_in"});
}

}  // namespace

Result<ProviderClient::Known> ProviderClient::known(const Provider& provider, Instant now) {
    {
        const std::lock_guard lock(mutex_);
        if (known_ && known_->issuer == provider.issuer && now - known_->at < knowledge_lasts) return *known_;
    }
    const auto document = object_at(*wire_, document_of(provider.issuer), "discovery");
    if (!document) return tl::unexpected(document.error());
    if (text_of(*document, "issuer") != provider.issuer) return bad_document("issuer");
    Known known{provider.issuer,
                {text_of(*document, "authorization_endpoint"), text_of(*document, "token_endpoint"),
                 text_of(*document, "jwks_uri")},
                now};
    for (const std::string& place : {known.places.authorization, known.places.token, known.places.keys}) {
        if (!is_safe_address(place)) return bad_document("endpoint");
    }
    const std::lock_guard lock(mutex_);
    known_ = known;
    return known;
}

Result<ProviderPlaces> ProviderClient::places(const Provider& provider, Instant now) {
    auto all = known(provider, now);
    if (!all) return tl::unexpected(all.error());
    return std::move(all->places);
}

Result<std::string> ProviderClient::exchange(const Provider& provider, const Exchange& exchange,
                                             Instant now) {
    const auto all = known(provider, now);
    if (!all) return tl::unexpected(all.error());
    const auto answer = wire_->post(all->places.token,
                                    {{"code", exchange.code},
                                     {"code_verifier", exchange.verifier},
                                     {"grant_type", "authorization_code"},
                                     {"redirect_uri", exchange.callback}},
                                    {provider.client_id, exchange.secret});
    if (!answer) return tl::unexpected(answer.error());
    const auto json = Json::parse(answer->body);
    std::string token = json && json->is_object() ? text_of(*json, "id_token") : std::string();
    if (answer->status != answer_is_fine || token.empty()) return bad_token("app.provider_refused_code");
    return token;
}

Result<WebKeys> ProviderClient::keys(const Provider& provider, Instant now, bool anew) {
    const auto all = known(provider, now);
    if (!all) return tl::unexpected(all.error());
    const auto age = now - all->keys_at;
    if (all->keys && age < (anew ? between_questions : knowledge_lasts)) return *all->keys;
    const auto set = object_at(*wire_, all->places.keys, "keys");
    if (!set) return tl::unexpected(set.error());
    auto keys = WebKeys::parse(*set);
    if (!keys) return bad_document("keys");
    const std::lock_guard lock(mutex_);
    if (known_ && known_->issuer == provider.issuer) {
        known_->keys = keys;
        known_->keys_at = now;
    }
    return std::move(*keys);
}

Result<Json> ProviderClient::claims_of(const Provider& provider, const std::string& token, Instant now) {
    for (const bool anew : {false, true}) {
        const auto proofs = keys(provider, now, anew);
        if (!proofs) return tl::unexpected(proofs.error());
        auto claims = proofs->claims_of(token);
        if (claims) return std::move(*claims);
        if (claims.error() == TokenFault::algorithm) return bad_token("app.token_algorithm");
        if (claims.error() != TokenFault::key) break;
    }
    return bad_token("app.token_signature");
}

}  // namespace cadran::app
