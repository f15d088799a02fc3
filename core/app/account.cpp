// SPDX-License-Identifier: Apache-2.0
#include "app/account.h"

#include <algorithm>
#include <set>

#include "app/nearest.h"
#include "app/rights.h"
#include "base/text.h"
#include "store/access_repository.h"
#include "store/account_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

constexpr std::chrono::days invitation_lasts{7};

// What was named twice is meant once.
template <typename Named>
std::vector<Named> once(const std::vector<Named>& named) {
    const std::set<Named> different(named.begin(), named.end());
    return {different.begin(), different.end()};
}

Diagnostics faults_of(const AddAccount& command, store::AccountRepository& accounts) {
    Diagnostics faults;
    const auto fault = [&](Message what, std::optional<Message> hint = {}) {
        faults.push_back({{}, std::move(what), std::move(hint)});
    };
    if (!model::is_account_name(command.name)) {
        fault({"app.bad_account_name", {{"name", command.name}}}, Message{"app.account_name_form"});
    }
    if (is_blank(command.person)) fault({"app.person_missing"});
    if (command.roles.empty()) fault({"app.role_missing"});
    if (accounts.find(command.name)) fault({"app.account_exists", {{"name", command.name}}});
    for (const std::string& code : command.handler_codes) {
        if (const auto owner = accounts.find_by_handler_code(code)) {
            fault({"app.handler_code_taken", {{"code", code}, {"account", *owner}}},
                  Message{"app.one_person_a_code"});
        }
    }
    if (!command.system_user.empty() && accounts.find_by_system_user(command.system_user)) {
        fault({"app.system_user_taken", {{"user", command.system_user}}});
    }
    return faults;
}

Invitation invited(store::UnitOfWork& work, const std::string& account, Randomness& randomness, Date today) {
    store::AccountRepository accounts(work.database());
    const std::string code = new_token(randomness);
    accounts.insert_credential({.kind = store::CredentialKind::invitation,
                                .hash = sha256(code),
                                .expires_at = work.now() + invitation_lasts,
                                .created_at = work.now()},
                               account);
    return {*accounts.find(account), code, std::chrono::sys_days{today} + invitation_lasts};
}

tl::unexpected<Failure> unknown_account(store::AccountRepository& accounts, const std::string& name) {
    std::vector<std::string> known;
    for (const model::Account& other : accounts.list()) known.push_back(other.name);
    return not_found({"app.unknown_account", {{"name", name}}}, nearest_hint(name, known));
}

// Somebody besides who could resume what is suspended.
bool is_administrated_without(store::AccountRepository& accounts, const std::string& name) {
    return std::ranges::any_of(accounts.list(), [&](const model::Account& other) {
        return other.name != name && !other.suspended_at && other.has(model::Role::administrator);
    });
}

}  // namespace

Result<Invitation> add_account(Session& session, const AddAccount& command) {
    if (const Done may = authorise(session, UseCase::add_account); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    if (Diagnostics faults = faults_of(command, accounts); !faults.empty()) return invalid(std::move(faults));
    const model::Account account{command.name,        command.person,
                                 once(command.roles), once(command.handler_codes),
                                 command.system_user, 1};
    accounts.insert(account);
    const Invitation invitation = invited(work, account.name, session.randomness, *now);
    work.journal("account.add", store::subject(account), {}, store::state(invitation.account));
    work.commit();
    return invitation;
}

Result<std::vector<model::Account>> list_accounts(Session& session) {
    if (const Done may = authorise(session, UseCase::list_accounts); !may) return tl::unexpected(may.error());
    return store::AccountRepository(session.workspace.database()).list();
}

Result<model::Account> set_address(Session& session, const SetAddress& command) {
    if (command.account != session.actor.name) {
        if (const Done may = authorise(session, UseCase::set_address); !may)
            return tl::unexpected(may.error());
    }
    if (command.mail && !command.mail->empty() && !model::is_mail_address(*command.mail)) {
        return invalid(Message{"app.bad_mail_address", {{"address", *command.mail}}},
                       Message{"app.mail_address_form"});
    }
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    auto account = accounts.find(command.account);
    if (!account) return unknown_account(accounts, command.account);
    const Json before = store::state(*account);
    const std::string mail = command.mail.value_or(account->mail);
    const model::DigestRhythm digest = command.digest.value_or(account->digest);
    if (mail == account->mail && digest == account->digest) return *account;
    account->mail = mail;
    account->digest = digest;
    accounts.update_digest(*account);
    work.journal("account.address", store::subject(*account), before, store::state(*account));
    work.commit();
    return *account;
}

Result<Invitation> invite_account(Session& session, const InviteAccount& command) {
    if (const Done may = authorise(session, UseCase::invite_account); !may)
        return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(command.account);
    if (!account) return unknown_account(accounts, command.account);
    if (account->suspended_at)
        return conflict({"app.account_suspended", {{"account", account->name}}},
                        Message{"app.resume_it_first", {{"account", account->name}}});
    store::AccessRepository access(work.database());
    access.remove_password(account->name);
    accounts.remove_credentials(account->name, store::CredentialKind::session);
    for (const model::Credential& one : account->credentials) {
        if (one.kind == store::CredentialKind::invitation) accounts.use_up(one.hash, work.now());
    }
    if (command.without_second_factor) {
        access.remove_second_factor(account->name);
        accounts.remove_credentials(account->name, store::CredentialKind::recovery);
    }
    const Invitation invitation = invited(work, account->name, session.randomness, *now);
    work.journal("account.invite", store::subject(*account), store::state(*account),
                 store::state(invitation.account));
    work.commit();
    return invitation;
}

Result<std::optional<Invitation>> first_invitation(Session& session) {
    const auto accounts = store::AccountRepository(session.workspace.database()).list();
    if (std::ranges::any_of(accounts, [](const model::Account& one) { return one.password.has_value(); }) ||
        scope_of(session.actor, UseCase::invite_account) != Scope::all)
        return std::nullopt;
    auto invitation = invite_account(session, {session.actor.name});
    if (!invitation) return tl::unexpected(invitation.error());
    return std::move(*invitation);
}

Result<model::Account> suspend_account(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::suspend_account); !may)
        return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    auto account = accounts.find(name);
    if (!account) return unknown_account(accounts, name);
    if (account->suspended_at) return *account;
    if (name == session.actor.name) return refused({"app.suspends_self"}, Message{"app.ask_another"});
    // Whoever asks may have been suspended since they came in.
    if (!is_administrated_without(accounts, name)) return refused({"app.last_administrator"});
    const Json before = store::state(*account);
    account->suspended_at = work.now();
    accounts.update_suspension(*account);
    accounts.remove_credentials(name, store::CredentialKind::session);
    account = accounts.find(name);
    work.journal("account.suspend", store::subject(*account), before, store::state(*account));
    work.commit();
    return *account;
}

Result<model::Account> resume_account(Session& session, const std::string& name) {
    if (const Done may = authorise(session, UseCase::suspend_account); !may)
        return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    auto account = accounts.find(name);
    if (!account) return unknown_account(accounts, name);
    if (!account->suspended_at) return *account;
    const Json before = store::state(*account);
    account->suspended_at.reset();
    accounts.update_suspension(*account);
    work.journal("account.resume", store::subject(*account), before, store::state(*account));
    work.commit();
    return *account;
}

Result<Enrolment> enrol(Workspace& workspace, std::string_view code, const Clock& clock,
                        Randomness& randomness, const std::string& channel) {
    const Digest invitation = sha256(trimmed(code));
    store::AccountRepository accounts(workspace.database());
    const auto name = accounts.find_by_credential(store::CredentialKind::invitation, invitation, clock.now());
    if (!name) return refused({"app.unknown_invitation"}, Message{"app.invitation_used_by_another"});

    if (const Done acts = may_act(*accounts.find(*name)); !acts) return tl::unexpected(acts.error());
    store::UnitOfWork work(workspace.database(), clock, *name, channel);
    const Json before = store::state(*accounts.find(*name));
    if (!accounts.use_up(invitation, work.now())) {
        return refused({"app.unknown_invitation"}, Message{"app.invitation_used_by_another"});
    }
    const std::string token = new_token(randomness);
    accounts.insert_credential(
        {.kind = store::CredentialKind::token, .hash = sha256(token), .created_at = work.now()}, *name);
    const Enrolment enrolment{*accounts.find(*name), token};
    work.journal("account.enrol", store::subject(enrolment.account), before, store::state(enrolment.account));
    work.commit();
    return enrolment;
}

}  // namespace cadran::app
