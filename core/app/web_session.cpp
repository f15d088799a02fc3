// SPDX-License-Identifier: Apache-2.0
#include "app/web_session.h"

#include <algorithm>

#include "app/rights.h"
#include "app/settings.h"
#include "app/throttle.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/setting_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Credential;

constexpr const char* idle_setting = "session.idle-minutes";
constexpr const char* whole_setting = "session.hours";
constexpr std::chrono::minutes between_notes{1};

bool is_session(const Credential& credential) {
    return credential.kind == Credential::Kind::session;
}

bool is_past(const Credential& session, const SessionLimits& limits, Instant now) {
    return !session.serves(now) || now >= session.seen_at.value_or(Instant{}) + limits.idle;
}

// The sessions of the account that are not over, the one seen last first.
std::vector<Credential> live_sessions(const model::Account& account, const SessionLimits& limits,
                                      Instant now) {
    std::vector<Credential> sessions;
    std::ranges::copy_if(account.credentials, std::back_inserter(sessions), [&](const Credential& one) {
        return is_session(one) && !is_past(one, limits, now);
    });
    std::ranges::stable_sort(sessions, std::greater{}, &Credential::seen_at);
    return sessions;
}

std::int64_t setting_of(store::SettingRepository& settings, const char* name, std::int64_t otherwise) {
    return parse_integer(settings.find(name).value_or("")).value_or(otherwise);
}

tl::unexpected<Failure> session_over() {
    return refused({"app.session_over"}, Message{"app.sign_in_again"});
}

// Ends those of the actor's sessions that are meant, and tells the journal.
bool end_own(Session& session, const std::string& act, const std::function<bool(const Credential&)>& meant) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(session.actor.name);
    if (!account) return false;
    bool ended = false;
    for (const Credential& one : account->credentials) {
        if (is_session(one) && meant(one)) ended = accounts.remove_credential(one.hash) || ended;
    }
    if (!ended) return false;
    work.journal(act, store::subject(*account), store::state(*account),
                 store::state(*accounts.find(account->name)));
    work.commit();
    return true;
}

}  // namespace

SessionLimits session_limits(Workspace& workspace) {
    store::SettingRepository settings(workspace.database());
    const SessionLimits usual;
    return {std::chrono::minutes{setting_of(settings, idle_setting, usual.idle.count())},
            std::chrono::hours{setting_of(settings, whole_setting, usual.whole.count())}};
}

Result<SessionLimits> set_session_limits(Session& session, const SessionLimits& limits) {
    if (const Done may = authorise(session, UseCase::set_session_limits); !may)
        return tl::unexpected(may.error());
    Diagnostics faults;
    if (limits.idle < std::chrono::minutes{5} || limits.idle > std::chrono::hours{4})
        faults.push_back({{}, {"app.bad_idle_limit", {{"minutes", std::int64_t{limits.idle.count()}}}}});
    if (limits.whole < std::chrono::hours{1} || limits.whole > std::chrono::hours{24})
        faults.push_back({{}, {"app.bad_whole_limit", {{"hours", std::int64_t{limits.whole.count()}}}}});
    if (!faults.empty()) return invalid(std::move(faults));
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    remember(work, idle_setting, std::to_string(limits.idle.count()));
    remember(work, whole_setting, std::to_string(limits.whole.count()));
    work.commit();
    return limits;
}

OpenedSession open_web_session(store::UnitOfWork& work, Workspace& workspace, const std::string& account,
                               Randomness& randomness) {
    store::AccountRepository accounts(work.database());
    const SessionLimits limits = session_limits(workspace);
    const std::vector<Credential> others = live_sessions(*accounts.find(account), limits, work.now());
    for (std::size_t i = most_sessions - 1; i < others.size(); ++i)
        accounts.remove_credential(others[i].hash);
    OpenedSession opened{new_token(randomness), work.now() + limits.whole};
    accounts.insert_credential({.kind = Credential::Kind::session,
                                .hash = sha256(opened.token),
                                .expires_at = opened.ends_at,
                                .created_at = work.now(),
                                .seen_at = work.now()},
                               account);
    return opened;
}

Result<model::Account> account_of_web_session(Workspace& workspace, std::string_view token,
                                              const Clock& clock) {
    store::AccountRepository accounts(workspace.database());
    const Digest hash = sha256(token);
    const Instant now = clock.now();
    const auto name = accounts.find_by_credential(Credential::Kind::session, hash, now);
    const auto account = name ? accounts.find(*name) : std::nullopt;
    if (!account || account->suspended_at) return session_over();
    const auto found = std::ranges::find(account->credentials, hash, &Credential::hash);
    if (found == account->credentials.end() || is_past(*found, session_limits(workspace), now))
        return session_over();
    if (now - found->seen_at.value_or(Instant{}) >= between_notes) {
        store::UnitOfWork work(workspace.database(), clock, *name, "");  // nothing that the journal tells of
        accounts.see(hash, work.now());
        work.commit();
    }
    return *account;
}

std::optional<Instant> proof_of_web_session(const model::Account& account, std::string_view token) {
    const auto found = std::ranges::find(account.credentials, sha256(token), &Credential::hash);
    if (found == account.credentials.end()) return {};
    return found->created_at;
}

Done sign_out(Workspace& workspace, std::string_view token, const Clock& clock, const std::string& channel) {
    store::AccountRepository accounts(workspace.database());
    const Digest hash = sha256(token);
    const auto name = accounts.find_by_credential(Credential::Kind::session, hash, clock.now());
    if (!name) return {};
    store::UnitOfWork work(workspace.database(), clock, *name, channel);
    const Json before = store::state(*accounts.find(*name));
    if (!accounts.remove_credential(hash)) return {};
    const auto account = accounts.find(*name);
    work.journal("account.sign-out", store::subject(*account), before, store::state(*account));
    work.commit();
    return {};
}

Result<std::vector<WebSession>> list_web_sessions(Session& session, std::string_view token) {
    const auto account = store::AccountRepository(session.workspace.database()).find(session.actor.name);
    std::vector<WebSession> sessions;
    if (!account) return sessions;
    const Digest own = sha256(token);
    for (const Credential& one :
         live_sessions(*account, session_limits(session.workspace), session.clock.now())) {
        sessions.push_back({one.id(), one.created_at.value_or(Instant{}), one.seen_at.value_or(Instant{}),
                            one.expires_at.value_or(Instant{}), one.hash == own});
    }
    return sessions;
}

Done end_web_session(Session& session, const std::string& id) {
    if (end_own(session, "account.end-session", [&](const Credential& one) { return one.id() == id; }))
        return {};
    return not_found({"app.no_such_session"});
}

Done end_other_web_sessions(Session& session, std::string_view token) {
    const Digest own = sha256(token);
    end_own(session, "account.end-sessions", [&](const Credential& one) { return one.hash != own; });
    return {};
}

void forget_past_sessions(Session& session) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    store::AccountRepository accounts(work.database());
    const SessionLimits limits = session_limits(session.workspace);
    for (const model::Account& account : accounts.list()) {
        bool forgot = false;
        for (const Credential& one : account.credentials) {
            if (is_session(one) && is_past(one, limits, work.now()))
                forgot = accounts.remove_credential(one.hash) || forgot;
        }
        if (!forgot) continue;
        work.journal("account.forget-sessions", store::subject(account), store::state(account),
                     store::state(*accounts.find(account.name)));
    }
    forget_old_tries(work);
    work.commit();
}

}  // namespace cadran::app
