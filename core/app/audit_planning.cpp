// SPDX-License-Identifier: Apache-2.0
#include "app/audit_planning.h"

#include <algorithm>

#include "app/audit_history.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "store/account_repository.h"

namespace cadran::app {

namespace {

template <typename Wanted>
std::vector<KnownPerson> people_who(Session& session, Wanted wanted) {
    std::vector<KnownPerson> people;
    for (const model::Account& account : store::AccountRepository(session.workspace.database()).list()) {
        if (!account.suspended_at && wanted(account)) people.push_back({account.name, account.person});
    }
    std::ranges::sort(people, {}, &KnownPerson::person);
    return people;
}

bool answers_for_auditees(const model::Account& account) {
    return std::ranges::any_of(
        account.roles, [](model::Role role) { return scope_of(role, UseCase::answer_audit) != Scope::none; });
}

}  // namespace

Result<AuditChoices> audit_choices(Session& session) {
    if (const Done may = authorise(session, UseCase::plan_audit); !may) return tl::unexpected(may.error());
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    const auto plugins = plugins_in_force(session.workspace, *now);
    if (!plugins) return tl::unexpected(plugins.error());
    auto auditees = auditables(session, *now);
    if (!auditees) return tl::unexpected(auditees.error());
    AuditChoices choices{{}, std::move(*auditees), {}, people_who(session, answers_for_auditees)};
    for (const InForce<PluginContent>& plugin : *plugins) {
        for (const auto& declared : plugin.value.plugin.checklists)
            choices.checklists.push_back(declared.checklist);
    }
    choices.auditors =
        people_who(session, [](const model::Account& account) { return account.has(model::Role::auditor); });
    return choices;
}

Result<std::vector<KnownPerson>> contacts_to_choose(Session& session) {
    if (const Done may = authorise(session, UseCase::record_audit); !may) return tl::unexpected(may.error());
    return people_who(session, answers_for_auditees);
}

}  // namespace cadran::app
