// SPDX-License-Identifier: Apache-2.0
#include "app/provider_sign_in.h"

#include <algorithm>

#include "app/throttle.h"
#include "app/web_session.h"
#include "base/base64.h"
#include "base/secret_box.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Credential;

// Clocks differ.
constexpr std::chrono::seconds tolerance{60};
constexpr const char* about_tickets = "ticket";
constexpr const char* nobody_yet = "?";

// What the browser carries to the provider and back, enciphered.
struct Ticket {
    std::string state, nonce, verifier, next, previous;
    std::int64_t at = 0;  // seconds
    bool prove_again = false;
};

std::int64_t seconds_of(Instant instant) {
    return std::chrono::floor<std::chrono::seconds>(instant.time_since_epoch()).count();
}

std::string text_of_ticket(const Ticket& ticket) {
    return Json(Json::Object{{"again", ticket.prove_again},
                             {"at", ticket.at},
                             {"next", ticket.next},
                             {"nonce", ticket.nonce},
                             {"previous", ticket.previous},
                             {"state", ticket.state},
                             {"verifier", ticket.verifier}})
        .canonical_text();
}

// Of what was sealed here, so that nothing else can come.
Ticket ticket_of_text(const std::string& text) {
    const Json json = Json::parse(text).value();
    return {json.at("state").string(), json.at("nonce").string(),    json.at("verifier").string(),
            json.at("next").string(),  json.at("previous").string(), json.at("at").integer(),
            json.at("again").boolean()};
}

Result<SecretKey> key_of_tickets(const Workspace& workspace) {
    const auto keys = workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    return derived_key(keys->signing.seed(), "provider ticket");
}

std::string bytes_of(const Digest& digest) {
    return {digest.bytes.begin(), digest.bytes.end()};
}

Result<Provider> provider_set(Workspace& workspace) {
    auto provider = provider_of(workspace);
    if (!provider) return not_found({"app.no_provider"}, Message{"app.come_in_by_password"});
    return std::move(*provider);
}

std::string claim_text(const Json& claims, const std::string& name) {
    const auto found = claims.object().find(name);
    if (found == claims.object().end()) return {};
    return found->second.visit_scalar(
        [](bool) { return std::string(); }, [](std::int64_t) { return std::string(); },
        [](const std::string& text) { return text; }, [](const Json&) { return std::string(); });
}

std::optional<std::int64_t> claim_number(const Json& claims, const std::string& name) {
    using Number = std::optional<std::int64_t>;
    const auto found = claims.object().find(name);
    if (found == claims.object().end()) return {};
    return found->second.visit_scalar(
        [](bool) { return Number(); }, [](std::int64_t number) { return Number(number); },
        [](const std::string&) { return Number(); }, [](const Json&) { return Number(); });
}

// One, or a list of which one is this client; then `azp` says so too (section 3.1.3.7).
bool is_for(const Json& claims, const std::string& client) {
    const auto audience = claims.object().find("aud");
    if (audience == claims.object().end()) return false;
    if (const std::string one = claim_text(claims, "aud"); !one.empty()) return one == client;
    try {
        const Json::Array& all = audience->second.array();
        const bool named = std::ranges::any_of(all, [&](const Json& one) { return one.string() == client; });
        return named && (all.size() == 1 || claim_text(claims, "azp") == client);
    } catch (const std::bad_variant_access&) {
        return false;
    }
}

// `app.token_…`; null where the token is for this sign-in.
const char* fault_of_claims(const Json& claims, const Provider& provider, const Ticket& ticket, Instant now) {
    const std::int64_t today = seconds_of(now), slack = tolerance.count();
    if (claim_text(claims, "iss") != provider.issuer) return "app.token_issuer";
    if (!is_for(claims, provider.client_id)) return "app.token_audience";
    const auto expires = claim_number(claims, "exp"), issued = claim_number(claims, "iat");
    if (!expires || *expires + slack <= today) return "app.token_expired";
    if (!issued || *issued - slack > today) return "app.token_from_the_future";
    if (!same_secret(claim_text(claims, "nonce"), ticket.nonce)) return "app.token_nonce";
    const auto proved = claim_number(claims, "auth_time");
    if (ticket.prove_again && (!proved || *proved + slack < ticket.at)) return "app.token_proof_too_old";
    if (claim_text(claims, "sub").empty()) return "app.token_subject";
    return nullptr;
}

tl::unexpected<Failure> refused_return(const char* what) {
    return refused({what}, Message{"app.start_again_at_sign_in"});
}

class Returning {
  public:
    Returning(const Entrance& entrance, ProviderClient& client, const Return& back)
        : entrance_(entrance), client_(client), back_(back), now_(entrance.clock.now()) {}

    Result<Returned> finish() {
        const auto throttle = Throttle::of(entrance_.workspace);
        if (!throttle) return tl::unexpected(throttle.error());
        const auto counted = throttle->for_return(entrance_.address);
        if (const Done may = Throttle::count(entrance_.workspace, entrance_.clock, counted); !may)
            return tl::unexpected(may.error());
        auto claims = proved_claims();
        if (!claims) return tell(std::move(claims.error()));
        auto signed_in = enter(*claims, *throttle, counted);
        if (!signed_in) return tell(std::move(signed_in.error()));
        return Returned{std::move(*signed_in), ticket_.next};
    }

  private:
    Result<Json> proved_claims() {
        auto provider = provider_set(entrance_.workspace);
        if (!provider) return tl::unexpected(provider.error());
        provider_ = std::move(*provider);
        if (const Done departed = read_ticket(); !departed) return tl::unexpected(departed.error());
        if (!back_.issuer.empty() && back_.issuer != provider_.issuer)
            return refused_return("app.token_issuer");
        if (!back_.error.empty() || back_.code.empty()) return refused_return("app.provider_said_no");
        auto secret = secret_of_provider(entrance_.workspace);
        if (!secret) return tl::unexpected(secret.error());
        const auto token = client_.exchange(
            provider_, {back_.code, ticket_.verifier, back_.callback, std::move(*secret)}, now_);
        if (!token) return tl::unexpected(token.error());
        auto claims = client_.claims_of(provider_, *token, now_);
        if (!claims) return claims;
        if (const char* fault = fault_of_claims(*claims, provider_, ticket_, now_))
            return refused_return(fault);
        return claims;
    }

    Done read_ticket() {
        const auto key = key_of_tickets(entrance_.workspace);
        if (!key) return tl::unexpected(key.error());
        const auto sealed = bytes_of_base64url(back_.ticket);
        const auto text = sealed ? unseal(*key, *sealed, about_tickets) : std::nullopt;
        if (!text) return refused_return("app.return_without_departure");
        ticket_ = ticket_of_text(*text);
        const std::int64_t age = seconds_of(now_) - ticket_.at;
        if (age < -tolerance.count() || age > std::chrono::seconds(ticket_lasts).count())
            return refused_return("app.departure_too_old");
        if (!same_secret(back_.state, ticket_.state)) return refused_return("app.return_of_another");
        return {};
    }

    // The account whose person that is; linked where this is the first time and the claim says so.
    Result<model::Account> owner(store::UnitOfWork& work, const Json& claims) {
        store::AccountRepository accounts(work.database());
        const Digest hash = hash_of_identity(provider_.issuer, claim_text(claims, "sub"));
        if (const auto name = accounts.find_by_credential(Credential::Kind::identity, hash, now_))
            return *accounts.find(*name);
        const auto account = named_by_claim(accounts, claims);
        const bool is_taken =
            account && std::ranges::any_of(account->credentials, [&](const Credential& one) {
                return one.kind == Credential::Kind::identity && one.name == provider_.issuer;
            });
        if (!account || is_taken)
            return refused(
                {"app.unknown_identity",
                 {{"provider", provider_.title}, {"subject", claim_text(claims, "sub").substr(0, 255)}}},
                Message{"app.ask_to_be_linked"});
        accounts.insert_credential({.kind = Credential::Kind::identity,
                                    .hash = hash,
                                    .name = provider_.issuer,
                                    .created_at = work.now()},
                                   account->name);
        return *account;
    }

    std::optional<model::Account> named_by_claim(store::AccountRepository& accounts,
                                                 const Json& claims) const {
        const std::string said = provider_.claim.empty() ? "" : lower(claim_text(claims, provider_.claim));
        if (said.empty()) return {};
        if (provider_.claim != "email") return accounts.find(said);
        if (!is_proved_mail(claims)) return {};
        std::optional<std::string> found;
        for (const model::Account& account : accounts.people()) {
            if (lower(account.mail) != said) continue;
            if (found) return {};  // of two people
            found = account.name;
        }
        return found ? accounts.find(*found) : std::nullopt;
    }

    // Whom the journal names; looked at once more when nobody else can write.
    std::string likely_owner(const Json& claims) const {
        store::AccountRepository accounts(entrance_.workspace.database());
        const Digest hash = hash_of_identity(provider_.issuer, claim_text(claims, "sub"));
        if (const auto name = accounts.find_by_credential(Credential::Kind::identity, hash, now_))
            return *name;
        const auto account = named_by_claim(accounts, claims);
        return account ? account->name : std::string(nobody_yet);
    }

    static bool is_proved_mail(const Json& claims) {
        const auto proved = claims.object().find("email_verified");
        return proved != claims.object().end() && proved->second == Json(true);
    }

    static std::string lower(std::string text) {
        for (char& c : text) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return text;
    }

    Result<SignedIn> enter(const Json& claims, const Throttle& throttle,
                           const std::vector<Counted>& counted) {
        store::UnitOfWork work(entrance_.workspace.database(), entrance_.clock, likely_owner(claims),
                               entrance_.channel);
        store::AccountRepository accounts(work.database());
        const auto account = owner(work, claims);
        if (!account) return tl::unexpected(account.error());
        refused_account_ = account->name;
        if (account->name != work.actor()) return refused_return("app.identity_changed_meanwhile");
        if (const Done acts = may_act(*account); !acts) return tl::unexpected(acts.error());
        end_previous(accounts, account->name);
        const OpenedSession opened =
            open_web_session(work, entrance_.workspace, account->name, entrance_.randomness);
        Throttle::forgive(work, counted);
        const auto after = accounts.find(account->name);
        work.journal("account.sign-in-by-provider", store::subject(*after), store::state(*account),
                     store::state(*after));
        work.commit();
        return SignedIn{*after, opened.token, opened.ends_at,
                        throttle.new_device(account->name, entrance_.randomness)};
    }

    // Only one's own: of another's, signing out is their affair.
    void end_previous(store::AccountRepository& accounts, const std::string& name) const {
        const auto previous = Digest::from_hex(ticket_.previous);
        if (!previous) return;
        const auto of = accounts.find_by_credential(Credential::Kind::session, *previous, now_);
        if (of == name) accounts.remove_credential(*previous);
    }

    // The journal tells of a refusal, with the account where it is known; never what the provider said.
    tl::unexpected<Failure> tell(Failure failure) {
        store::UnitOfWork work(entrance_.workspace.database(), entrance_.clock, nobody_yet,
                               entrance_.channel);
        work.journal("account.sign-in-by-provider-failed",
                     "account/" + (refused_account_.empty() ? std::string(nobody_yet) : refused_account_), {},
                     {});
        work.commit();
        return tl::unexpected(std::move(failure));
    }

    const Entrance& entrance_;
    ProviderClient& client_;
    const Return& back_;
    const Instant now_;
    Provider provider_;
    Ticket ticket_;
    std::string refused_account_;
};

}  // namespace

Result<Departed> depart_to_provider(const Entrance& entrance, ProviderClient& client,
                                    const Departure& departure) {
    const auto provider = provider_set(entrance.workspace);
    if (!provider) return tl::unexpected(provider.error());
    const auto key = key_of_tickets(entrance.workspace);
    if (!key) return tl::unexpected(key.error());
    const Instant now = entrance.clock.now();
    const auto places = client.places(*provider, now);
    if (!places) return tl::unexpected(places.error());
    const Ticket ticket{new_token(entrance.randomness),
                        new_token(entrance.randomness),
                        new_token(entrance.randomness),
                        departure.next,
                        departure.previous_session.empty() ? "" : sha256(departure.previous_session).hex(),
                        seconds_of(now),
                        departure.prove_again};
    std::map<std::string, std::string> query{
        {"client_id", provider->client_id},
        {"code_challenge", base64url_text(bytes_of(sha256(ticket.verifier)))},
        {"code_challenge_method", "S256"},
        {"nonce", ticket.nonce},
        {"redirect_uri", departure.callback},
        {"response_type", "code"},
        {"scope", provider->claim == "email" ? "openid email"
                  : provider->claim.empty()  ? "openid"
                                             : "openid profile"},
        {"state", ticket.state}};
    if (departure.prove_again) {
        query["prompt"] = "login";
        query["max_age"] = "0";
    }
    std::string address = places->authorization;
    char before = '?';
    for (const auto& [name, value] : query) {
        address += before + percent_encoded(name) + "=" + percent_encoded(value);
        before = '&';
    }
    return Departed{std::move(address),
                    base64url_text(seal(*key, text_of_ticket(ticket), about_tickets, entrance.randomness))};
}

Result<Returned> return_from_provider(const Entrance& entrance, ProviderClient& client, const Return& back) {
    return Returning(entrance, client, back).finish();
}

}  // namespace cadran::app
