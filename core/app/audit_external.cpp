// SPDX-License-Identifier: Apache-2.0
#include "app/audit_external.h"

#include "app/expect_text.h"
#include "app/nearest.h"
#include "app/rights.h"
#include "base/text.h"
#include "store/account_repository.h"
#include "store/audit_repository.h"
#include "store/state.h"
#include "store/unit_of_work.h"

namespace cadran::app {

namespace {

Diagnostics faults_of(store::Database& database, const RecordAudit& command, const std::string& keeper) {
    Diagnostics faults;
    const auto fault = [&](Message what, std::optional<Message> hint) {
        faults.push_back({{}, std::move(what), std::move(hint)});
    };
    expect_text(faults, command.auditor, "--auditor");
    expect_text(faults, command.scope, "--scope");
    if (command.to < command.from)
        fault({"app.audit_ends_before_it_begins"}, Message{"app.give_a_later_date"});
    if (command.contacts.empty()) fault({"app.audit_without_contact"}, Message{"app.name_who_answers"});
    std::vector<std::string> names;
    for (const model::Account& account : store::AccountRepository(database).list())
        names.push_back(account.name);
    for (const std::string& contact : command.contacts) {
        if (std::ranges::find(names, contact) == names.end())
            fault({"app.no_such_owner", {{"owner", contact}}}, nearest_hint(contact, names));
        else if (contact == keeper)
            fault({"app.keeper_answers_nothing", {{"account", contact}}}, Message{"app.name_who_answers"});
    }
    return faults;
}

}  // namespace

Result<model::Audit> record_audit(Session& session, const RecordAudit& command) {
    if (const Done may = authorise(session, UseCase::record_audit); !may) return tl::unexpected(may.error());
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    const std::string& keeper = session.actor.name;
    if (Diagnostics faults = faults_of(work.database(), command, keeper); !faults.empty())
        return invalid(std::move(faults));
    model::Audit audit;
    audit.subject = model::AuditSubject::organisation;
    audit.auditee = model::audited_organisation;
    audit.auditor = trimmed(command.auditor);
    audit.scope = trimmed(command.scope);
    audit.references = trimmed(command.references);
    audit.from = command.from;
    audit.to = command.to;
    audit.team = {keeper};
    audit.contacts = command.contacts;
    audit.planned = work.mark();
    if (const Done begun = model::begin_fieldwork(audit, false, work.mark()); !begun)
        return tl::unexpected(begun.error());
    store::AuditRepository(work.database()).insert(audit);
    work.journal("audit.record", store::subject(audit), {}, store::state(audit));
    work.commit();
    return audit;
}

}  // namespace cadran::app
