// SPDX-License-Identifier: Apache-2.0
#include "app/provider.h"

#include <algorithm>

#include <Poco/Exception.h>
#include <Poco/URI.h>

#include "app/rights.h"
#include "app/settings.h"
#include "base/base64.h"
#include "base/secret_box.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/setting_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

using model::Credential;

constexpr const char* issuer_setting = "provider.issuer";
constexpr const char* client_setting = "provider.client-id";
constexpr const char* title_setting = "provider.title";
constexpr const char* claim_setting = "provider.claim";
constexpr const char* secret_setting = "provider.secret";

constexpr std::size_t longest_setting = 512;

Result<SecretKey> key_of_provider(const Workspace& workspace) {
    const auto keys = workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    return derived_key(keys->signing.seed(), "provider secret");
}

// Of one line, and not too long.
bool is_setting_text(const std::string& text) {
    return text.size() <= longest_setting && is_utf8(text) && std::ranges::none_of(text, [](char c) {
               return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
           });
}

Diagnostics faults_of_provider(const SetProvider& command) {
    const Provider& provider = command.provider;
    Diagnostics faults;
    const auto expect = [&](bool fine, const char* what) {
        if (!fine) faults.push_back({{}, {what}});
    };
    expect(is_setting_text(provider.issuer) && is_safe_address(provider.issuer), "app.bad_provider_issuer");
    expect(is_setting_text(provider.client_id) && !is_blank(provider.client_id), "app.bad_provider_client");
    expect(
        is_setting_text(provider.title) && is_setting_text(provider.claim) && is_setting_text(command.secret),
        "app.bad_provider_text");
    return faults;
}

// Puts all of it, empty where nothing is given.
void remember_provider(store::UnitOfWork& work, const Provider& provider, const std::string& sealed) {
    remember(work, issuer_setting, provider.issuer);
    remember(work, client_setting, provider.client_id);
    remember(work, title_setting, provider.title);
    remember(work, claim_setting, provider.claim);
    remember(work, secret_setting, sealed);
}

store::UnitOfWork work_of_provider(Session& session) {
    return {session.workspace.database(), session.clock, session.actor.name, session.channel};
}

// With any provider, or with that one.
std::vector<Credential> identities_of(const model::Account& account, const std::string& issuer = {}) {
    std::vector<Credential> identities;
    std::ranges::copy_if(account.credentials, std::back_inserter(identities), [&](const Credential& one) {
        return one.kind == Credential::Kind::identity && (issuer.empty() || one.name == issuer);
    });
    return identities;
}

tl::unexpected<Failure> no_such_account(const std::string& name) {
    return not_found({"app.unknown_account", {{"name", name}}});
}

}  // namespace

std::optional<Provider> provider_of(Workspace& workspace) {
    store::SettingRepository settings(workspace.database());
    const auto issuer = settings.find(issuer_setting);
    if (!issuer || issuer->empty()) return {};
    Provider provider{*issuer, settings.find(client_setting).value_or(""),
                      settings.find(title_setting).value_or(""), settings.find(claim_setting).value_or(""),
                      !settings.find(secret_setting).value_or("").empty()};
    if (provider.title.empty()) provider.title = Poco::URI(*issuer).getHost();
    return provider;
}

Result<Provider> set_provider(Session& session, const SetProvider& command) {
    if (const Done may = authorise(session, UseCase::set_provider); !may) return tl::unexpected(may.error());
    if (Diagnostics faults = faults_of_provider(command); !faults.empty()) return invalid(std::move(faults));
    std::string sealed;
    if (!command.secret.empty()) {
        const auto key = key_of_provider(session.workspace);
        if (!key) return tl::unexpected(key.error());
        sealed = base64_text(seal(*key, command.secret, command.provider.issuer, session.randomness));
    }
    store::UnitOfWork work = work_of_provider(session);
    remember_provider(work, command.provider, sealed);
    work.commit();
    return *provider_of(session.workspace);
}

Done remove_provider(Session& session) {
    if (const Done may = authorise(session, UseCase::set_provider); !may) return may;
    store::UnitOfWork work = work_of_provider(session);
    remember_provider(work, {}, "");
    work.commit();
    return {};
}

Result<std::optional<Provider>> show_provider(Session& session) {
    if (const Done may = authorise(session, UseCase::set_provider); !may) return tl::unexpected(may.error());
    return provider_of(session.workspace);
}

Result<std::optional<std::string>> secret_of_provider(Workspace& workspace) {
    store::SettingRepository settings(workspace.database());
    const std::string sealed = settings.find(secret_setting).value_or("");
    if (sealed.empty()) return std::optional<std::string>();
    const auto key = key_of_provider(workspace);
    if (!key) return tl::unexpected(key.error());
    const auto bytes = bytes_of_base64(sealed);
    auto secret = bytes ? unseal(*key, *bytes, settings.find(issuer_setting).value_or("")) : std::nullopt;
    if (!secret) return invalid(Message{"app.provider_secret_unreadable"});
    return secret;
}

Result<model::Account> link_identity(Session& session, const std::string& name, const std::string& subject) {
    if (const Done may = authorise(session, UseCase::set_provider); !may) return tl::unexpected(may.error());
    const auto provider = provider_of(session.workspace);
    if (!provider) return conflict({"app.no_provider"}, Message{"app.set_the_provider"});
    if (!is_setting_text(subject) || is_blank(subject)) return invalid(Message{"app.bad_identity"});
    store::UnitOfWork work = work_of_provider(session);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(name);
    if (!account) return no_such_account(name);
    const Digest hash = hash_of_identity(provider->issuer, subject);
    const auto owner = accounts.find_by_credential(Credential::Kind::identity, hash, work.now());
    if (owner && *owner != name) return conflict({"app.identity_of_another", {{"account", *owner}}});
    if (!identities_of(*account, provider->issuer).empty())
        return conflict({"app.has_an_identity", {{"account", name}}});
    accounts.insert_credential({.kind = Credential::Kind::identity,
                                .hash = hash,
                                .name = provider->issuer,
                                .created_at = work.now()},
                               name);
    auto after = *accounts.find(name);
    work.journal("account.link-identity", store::subject(after), store::state(*account), store::state(after));
    work.commit();
    return after;
}

Result<model::Account> unlink_identity(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::set_provider); !may) return tl::unexpected(may.error());
    store::UnitOfWork work = work_of_provider(session);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(name);
    if (!account) return no_such_account(name);
    if (identities_of(*account).empty()) return conflict({"app.has_no_identity", {{"account", name}}});
    accounts.remove_credentials(name, Credential::Kind::identity);
    // Whoever came in by it is out.
    accounts.remove_credentials(name, Credential::Kind::session);
    auto after = *accounts.find(name);
    work.journal("account.unlink-identity", store::subject(after), store::state(*account),
                 store::state(after));
    work.commit();
    return after;
}

Digest hash_of_identity(const std::string& issuer, const std::string& subject) {
    return sha256("identity:" + issuer + std::string(1, '\0') + subject);
}

bool is_safe_address(const std::string& address) {
    try {
        const Poco::URI uri(address);
        const std::string& host = uri.getHost();
        const bool is_here = host == "127.0.0.1" || host == "localhost" || host == "::1";
        const bool has_scheme = uri.getScheme() == "https" || (uri.getScheme() == "http" && is_here);
        return has_scheme && !host.empty() && uri.getUserInfo().empty() && uri.getRawQuery().empty() &&
               uri.getFragment().empty();
    } catch (const Poco::Exception&) {
        return false;
    }
}

}  // namespace cadran::app
