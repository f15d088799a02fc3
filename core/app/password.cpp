// SPDX-License-Identifier: Apache-2.0
#include "app/password.h"

#include "app/definitions.h"
#include "app/throttle.h"
#include "app/web_session.h"
#include "base/text.h"
#include "store/access_repository.h"
#include "store/account_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Credential;

// The costly hash, of a password that breaks no rule.
Result<std::string> accepted_hash(const model::Account& account, const std::string& password,
                                  const Result<std::shared_ptr<const model::Organisation>>& organisation,
                                  PasswordHasher& passwords) {
    if (!organisation) return tl::unexpected(organisation.error());
    if (Diagnostics faults = faults_of_password(password, account, (*organisation)->name); !faults.empty())
        return invalid(std::move(faults));
    return passwords.hash(password);
}

tl::unexpected<Failure> unknown_invitation() {
    return refused({"app.unknown_invitation"}, Message{"app.invitation_used_by_another"});
}

// Puts the new hash in the place of the old one and ends every session.
void replace_password(store::UnitOfWork& work, const std::string& account, const std::string& hash) {
    store::AccessRepository(work.database()).put_password(account, hash);
    store::AccountRepository(work.database()).remove_credentials(account, Credential::Kind::session);
}

// The hash of the actor's password, once they typed it right; counted before it is hashed.
Result<std::string> proved_password(Session& session, PasswordHasher& passwords,
                                    const std::vector<Counted>& counted, std::string_view typed) {
    const auto known = store::AccessRepository(session.workspace.database()).password(session.actor.name);
    if (!known) return refused({"app.no_password"}, Message{"app.ask_for_an_invitation"});
    if (const Done may = Throttle::count(session.workspace, session.clock, counted); !may)
        return tl::unexpected(may.error());
    const auto right = passwords.matches(typed.substr(0, longest_password + 1), *known);
    if (!right) {
        Throttle::take_back(session.workspace, session.clock, counted);
        return tl::unexpected(right.error());
    }
    if (*right) return *known;
    journal_failed_proof(session);
    return refused({"app.wrong_password"});
}

}  // namespace

Result<SignedIn> set_password(const Entrance& entrance, const SetPassword& command) {
    Workspace& workspace = entrance.workspace;
    const auto throttle = Throttle::of(workspace);
    if (!throttle) return tl::unexpected(throttle.error());
    const Digest invitation = sha256(trimmed(command.invitation));
    store::AccountRepository accounts(workspace.database());
    const auto name =
        accounts.find_by_credential(Credential::Kind::invitation, invitation, entrance.clock.now());
    if (!name) return unknown_invitation();
    const model::Account owner = *accounts.find(*name);
    if (const Done acts = may_act(owner); !acts) return tl::unexpected(acts.error());
    const auto hash = accepted_hash(owner, command.password, organisation_of(workspace, entrance.clock),
                                    entrance.passwords);
    if (!hash) return tl::unexpected(hash.error());

    store::UnitOfWork work(workspace.database(), entrance.clock, *name, entrance.channel);
    const auto before = accounts.find(*name);
    if (const Done acts = may_act(*before); !acts) return tl::unexpected(acts.error());
    if (!accounts.use_up(invitation, work.now())) return unknown_invitation();
    replace_password(work, *name, *hash);
    SignedIn done{*before, {}, work.now(), throttle->new_device(*name, entrance.randomness)};
    if (!before->asks_for_code()) {
        const OpenedSession opened = open_web_session(work, workspace, *name, entrance.randomness);
        done.token = opened.token;
        done.ends_at = opened.ends_at;
    }
    done.account = *accounts.find(*name);
    work.journal("account.set-password", store::subject(*before), store::state(*before),
                 store::state(done.account));
    work.commit();
    return done;
}

Result<SignedIn> prove_again(Session& session, PasswordHasher& passwords, const ProveAgain& command) {
    const auto throttle = Throttle::of(session.workspace);
    if (!throttle) return tl::unexpected(throttle.error());
    const auto counted = throttle->for_proof(session.actor.name);
    const auto known = proved_password(session, passwords, counted, command.password);
    if (!known) return tl::unexpected(known.error());

    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    const auto before = accounts.find(session.actor.name);
    if (const Done acts = may_act(*before); !acts) return tl::unexpected(acts.error());
    const Digest previous = sha256(command.previous_session);
    if (accounts.find_by_credential(Credential::Kind::session, previous, work.now()) == before->name)
        accounts.remove_credential(previous);
    const OpenedSession opened = open_web_session(work, session.workspace, before->name, session.randomness);
    Throttle::forgive(work, counted);
    const SignedIn done{*accounts.find(before->name), opened.token, opened.ends_at, {}};
    work.journal("account.prove-again", store::subject(*before), store::state(*before),
                 store::state(done.account));
    work.commit();
    return done;
}

Result<SignedIn> change_password(Session& session, PasswordHasher& passwords, const ChangePassword& command) {
    const auto throttle = Throttle::of(session.workspace);
    if (!throttle) return tl::unexpected(throttle.error());
    const std::string& name = session.actor.name;
    const auto counted = throttle->for_proof(name);
    const auto known = proved_password(session, passwords, counted, command.old_password);
    if (!known) return tl::unexpected(known.error());
    const auto hash = accepted_hash(session.actor, command.password, organisation_of(session), passwords);
    if (!hash) {
        Throttle::take_back(session.workspace, session.clock, counted);
        return tl::unexpected(hash.error());
    }

    store::UnitOfWork work(session.workspace.database(), session.clock, name, session.channel);
    store::AccountRepository accounts(work.database());
    const auto before = accounts.find(name);
    if (const Done acts = may_act(*before); !acts) return tl::unexpected(acts.error());
    if (store::AccessRepository(work.database()).password(name) != *known)
        return conflict({"app.password_changed_meanwhile"}, Message{"app.sign_in_again"});
    replace_password(work, name, *hash);
    const OpenedSession opened = open_web_session(work, session.workspace, name, session.randomness);
    Throttle::forgive(work, counted);
    const SignedIn done{*accounts.find(name), opened.token, opened.ends_at,
                        throttle->new_device(name, session.randomness)};
    work.journal("account.change-password", store::subject(*before), store::state(*before),
                 store::state(done.account));
    work.commit();
    return done;
}

}  // namespace cadran::app
