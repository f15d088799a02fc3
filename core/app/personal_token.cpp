// SPDX-License-Identifier: Apache-2.0
#include "app/personal_token.h"

#include <algorithm>

#include "app/nearest.h"
#include "app/rights.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

using model::Credential;

constexpr std::int64_t longest_token = 366;
constexpr int longest_token_name = 64;

bool is_token(const Credential& credential, Instant now) {
    return (credential.kind == Credential::Kind::token || credential.kind == Credential::Kind::calendar) &&
           credential.serves(now);
}

Diagnostics faults_of_token(const CreateToken& command, const model::Account& account, Instant now) {
    if (command.kind != Credential::Kind::token && command.kind != Credential::Kind::calendar)
        return {{{}, {"app.bad_token_kind"}}};
    Diagnostics faults;
    if (is_blank(command.name) || length_in_characters(command.name) > longest_token_name)
        faults.push_back({{}, {"app.bad_token_name"}, Message{"app.token_name_form"}});
    if (std::ranges::any_of(account.credentials, [&](const Credential& one) {
            return is_token(one, now) && one.name == trimmed(command.name);
        }))
        faults.push_back({{}, {"app.token_exists", {{"name", command.name}}}});
    if (command.days && (*command.days < 1 || *command.days > longest_token))
        faults.push_back({{}, {"app.bad_token_days", {{"most", longest_token}}}});
    if (!command.days && command.kind == Credential::Kind::token)
        faults.push_back({{}, {"app.token_must_expire", {{"most", longest_token}}}});
    return faults;
}

// One's own, or whoever's for those with the right.
Result<model::Account> account_named(Session& session, const std::string& name) {
    if (name != session.actor.name) {
        if (const Done may = authorise(session, UseCase::end_access); !may)
            return tl::unexpected(may.error());
    }
    store::AccountRepository accounts(session.workspace.database());
    if (auto account = accounts.find(name)) return *account;
    std::vector<std::string> known;
    for (const model::Account& other : accounts.list()) known.push_back(other.name);
    return not_found({"app.unknown_account", {{"name", name}}}, nearest_hint(name, known));
}

}  // namespace

Result<NewToken> create_token(Session& session, const CreateToken& command) {
    if (const Done proved = expect_fresh_proof(session); !proved) return tl::unexpected(proved.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(session.actor.name);
    if (!account) return not_found({"app.unknown_account", {{"name", session.actor.name}}});
    if (const Done acts = may_act(*account); !acts) return tl::unexpected(acts.error());
    if (Diagnostics faults = faults_of_token(command, *account, work.now()); !faults.empty())
        return invalid(std::move(faults));
    const std::string token = new_token(session.randomness);
    Credential credential{.kind = command.kind,
                          .hash = sha256(token),
                          .name = std::string(trimmed(command.name)),
                          .created_at = work.now()};
    if (command.days) credential.expires_at = work.now() + std::chrono::days{*command.days};
    accounts.insert_credential(credential, account->name);
    work.journal("account.create-token", store::subject(*account), store::state(*account),
                 store::state(*accounts.find(account->name)));
    work.commit();
    return NewToken{token, credential.id()};
}

Result<std::vector<TokenEntry>> list_tokens(Session& session, const std::string& name) {
    const auto account = account_named(session, name);
    if (!account) return tl::unexpected(account.error());
    std::vector<TokenEntry> tokens;
    for (const Credential& one : account->credentials) {
        if (is_token(one, session.clock.now()))
            tokens.push_back({one.id(), one.kind, one.name, one.created_at, one.expires_at});
    }
    std::ranges::stable_sort(tokens, {}, &TokenEntry::name);
    return tokens;
}

Done revoke_token(Session& session, const std::string& name, const std::string& id_or_name) {
    const auto account = account_named(session, name);
    if (!account) return tl::unexpected(account.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    const auto before = accounts.find(name);
    const auto found = std::ranges::find_if(before->credentials, [&](const Credential& one) {
        return is_token(one, work.now()) &&
               (one.id() == id_or_name || (!one.name.empty() && one.name == id_or_name));
    });
    if (found == before->credentials.end())
        return not_found({"app.no_such_token", {{"token", id_or_name}, {"account", name}}},
                         Message{"app.list_the_tokens"});
    accounts.use_up(found->hash, work.now());
    work.journal("account.revoke-token", store::subject(*before), store::state(*before),
                 store::state(*accounts.find(name)));
    work.commit();
    return {};
}

Result<model::Account> account_of_calendar_token(Workspace& workspace, std::string_view token,
                                                 const Clock& clock) {
    store::AccountRepository accounts(workspace.database());
    const auto name =
        accounts.find_by_credential(Credential::Kind::calendar, sha256(trimmed(token)), clock.now());
    const auto account = name ? accounts.find(*name) : std::nullopt;
    if (!account) return refused({"app.unknown_token"});
    if (const Done acts = may_act(*account); !acts) return tl::unexpected(acts.error());
    return *account;
}

}  // namespace cadran::app
