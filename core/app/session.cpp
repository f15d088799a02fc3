// SPDX-License-Identifier: Apache-2.0
#include "app/session.h"

#include "app/definitions.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/journal_repository.h"

namespace cadran::app {

Result<model::Account> account_of_system_user(Workspace& workspace, const std::string& system_user) {
    auto account = store::AccountRepository(workspace.database()).find_by_system_user(system_user);
    if (!account)
        return refused({"app.unknown_system_user", {{"user", system_user}}},
                       Message{"app.ask_for_an_invitation"});
    if (const Done acts = may_act(*account); !acts) return tl::unexpected(acts.error());
    return *account;
}

Result<model::Account> account_of_token(Workspace& workspace, std::string_view token, const Clock& clock) {
    store::AccountRepository accounts(workspace.database());
    const auto name =
        accounts.find_by_credential(store::CredentialKind::token, sha256(trimmed(token)), clock.now());
    const auto account = name ? accounts.find(*name) : std::nullopt;
    if (!account) return refused({"app.unknown_token"}, Message{"app.enrol_again"});
    if (const Done acts = may_act(*account); !acts) return tl::unexpected(acts.error());
    return *account;
}

Done may_act(const model::Account& account) {
    if (!account.suspended_at) return {};
    return refused({"app.account_suspended", {{"account", account.name}}}, Message{"app.ask_to_resume"});
}

Done expect_fresh_proof(const Session& session) {
    if (!session.proved_at || session.clock.now() - *session.proved_at <= proof_lasts) return {};
    return refused({"app.prove_again"}, Message{"app.why_prove_again"});
}

Done expect_seen(Session& session, int revision, const std::string& subject) {
    if (!session.seen || *session.seen == revision) return {};
    std::string by;
    const auto history = store::JournalRepository(session.workspace.database()).of_subject(subject);
    if (!history.empty()) {
        if (const auto entry = model::JournalEntry::parse(history.back().entry)) by = entry->actor;
    }
    const auto account = store::AccountRepository(session.workspace.database()).find(by);
    return conflict({"app.changed_since_seen", {{"person", account ? account->person : by}}},
                    Message{"app.look_at_it_again"});
}

Result<Date> today(Session& session) {
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    return zone->date_of(session.clock.now());
}

}  // namespace cadran::app
