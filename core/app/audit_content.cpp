// SPDX-License-Identifier: Apache-2.0
#include "app/audit_content.h"

#include <algorithm>

#include "audit/applicability.h"
#include "audit/facts.h"
#include "base/file.h"
#include "store/audit_repository.h"
#include "store/state.h"

namespace cadran::app {

Result<model::Audit> find_audit(store::Database& database, std::int64_t number) {
    auto audit = store::AuditRepository(database).find(number);
    if (audit) return std::move(*audit);
    return not_found({"app.no_audit", {{"number", number}}}, Message{"app.see_the_audits"});
}

Result<AuditContent> content_of(Session& session, const model::Audit& audit) {
    if (audit.is_external()) {
        AuditContent outside;
        outside.checklist.title = model::audit_subject_title(audit.subject);
        return outside;
    }
    model::DefinitionVersion version;
    version.kind = model::DefinitionKind::plugin;
    version.name = audit.checklist.substr(0, audit.checklist.find('/'));
    version.number = audit.version;
    version.hash = audit.hash;
    auto plugin = plugin_of(session.workspace, version);
    if (!plugin) return tl::unexpected(plugin.error());
    model::Checklist checklist = plugin->plugin.find_checklist(audit.checklist)->checklist;
    AuditContent content{std::move(*plugin), std::move(checklist), {}};
    auto facts = audit::parse_facts(content.checklist, audit.facts);
    if (!facts) return tl::unexpected(facts.error());
    content.facts = std::move(*facts);
    return content;
}

Result<std::vector<const model::ChecklistItem*>> items_of(Session& session, const AuditContent& content,
                                                          const model::Audit& audit) {
    if (!content.content) return std::vector<const model::ChecklistItem*>{};
    const auto locality = locality_of(session);
    if (!locality) return tl::unexpected(locality.error());
    return audit::applicable_items(content.declaration(), content.facts, audit.assessments, *locality);
}

Result<LocalText> auditee_title(Session& session, const model::Audit& audit) {
    if (audit.subject == model::AuditSubject::process) {
        const auto now = today(session);
        if (!now) return tl::unexpected(now.error());
        const auto process = process_in_force(session.workspace, audit.auditee, *now);
        if (!process) return tl::unexpected(process.error());
        return process->value.title;
    }
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    if (audit.is_external())
        return LocalText{fmt::format("{} (par {})", (*organisation)->name, audit.auditor),
                         fmt::format("{} (by {})", (*organisation)->name, audit.auditor)};
    const auto provider = std::ranges::find((*organisation)->providers, audit.auditee, &model::Provider::id);
    // A provider that left the organisation keeps its audits.
    if (provider == (*organisation)->providers.end()) return LocalText{audit.auditee, audit.auditee};
    return LocalText{provider->name, provider->name};
}

Done write_audit(store::UnitOfWork& work, model::Audit& audit, const Json& before, const char* act) {
    const int expected = audit.revision++;
    if (!store::AuditRepository(work.database()).update(audit, expected))
        return conflict({"app.changed_meanwhile", {{"finding", store::subject(audit)}}});
    work.journal(act, store::subject(audit), before, store::state(audit));
    return {};
}

Done write_audit_finding(store::UnitOfWork& work, model::AuditFinding& finding, const Json& before,
                         const char* act) {
    const int expected = finding.revision++;
    if (!store::AuditFindingRepository(work.database()).update(finding, expected))
        return conflict({"app.changed_meanwhile", {{"finding", store::subject(finding)}}});
    work.journal(act, store::subject(finding), before, store::state(finding));
    return {};
}

Result<model::Audit> step_audit(Session& session, std::int64_t number, UseCase use_case, const char* act,
                                const TakeAudit& take) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    auto audit = find_audit(work.database(), number);
    if (!audit) return audit;
    if (const Done may = authorise(session, use_case, *audit); !may) return tl::unexpected(may.error());
    const Json before = store::state(*audit);
    if (const Done taken = take(work, *audit); !taken) return tl::unexpected(taken.error());
    if (const Done written = write_audit(work, *audit, before, act); !written)
        return tl::unexpected(written.error());
    work.commit();
    return audit;
}

Result<model::PackFile> keep_file(Session& session, const std::filesystem::path& file) {
    const auto bytes = read_file(file, greatest_piece);
    if (!bytes) return tl::unexpected(bytes.error());
    return model::PackFile{file.filename().string(), session.workspace.archive().store(*bytes)};
}

}  // namespace cadran::app
