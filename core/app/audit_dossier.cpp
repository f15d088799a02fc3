// SPDX-License-Identifier: Apache-2.0
#include "app/audit_dossier.h"

#include <algorithm>

#include "app/audit_content.h"
#include "expression/in_words.h"
#include "store/account_repository.h"
#include "store/audit_repository.h"
#include "store/journal_repository.h"

namespace cadran::app {

namespace {

using model::Audit;
using model::AuditDossier;

std::map<std::string, std::string> persons(store::Database& database) {
    std::map<std::string, std::string> names;
    for (const model::Account& account : store::AccountRepository(database).list())
        names.emplace(account.name, account.person);
    return names;
}

std::vector<std::string> called(const AuditDossier& dossier, const std::vector<std::string>& accounts) {
    std::vector<std::string> names;
    for (const std::string& account : accounts) names.push_back(dossier.person(account));
    return names;
}

LocalText shown(const column::Field& field, const column::Scalar& value) {
    if (column::is_missing(value)) return {};
    if (const auto* text = std::get_if<std::string>(&value)) {
        const auto code = std::ranges::find(field.codes, *text, &column::Code::name);
        return code == field.codes.end() ? LocalText{*text, *text} : code->title;
    }
    static const Catalogue french(Language::french), english(Language::english);
    if (const auto* flag = std::get_if<bool>(&value)) {
        const Message word = *flag ? Message{"app.yes"} : Message{"app.no"};
        return {french.text(word), english.text(word)};
    }
    const std::vector<std::pair<std::string, Argument>> arguments{{"value", column::argument(value)}};
    return {french.fill("{value}", arguments), english.fill("{value}", arguments)};
}

std::map<model::Severity, std::int64_t> counts(const std::vector<model::AuditFinding>& findings) {
    AuditDossier dossier;
    for (const model::AuditFinding& finding : findings) dossier.findings.push_back({finding, {}, {}});
    return dossier.by_level();
}

std::vector<model::EarlierAudit> earlier_audits(store::Database& database, const Audit& audit,
                                                const calendar::Zone& zone) {
    std::vector<model::EarlierAudit> earlier;
    for (const Audit& other : store::AuditRepository(database).list(audit.auditee)) {
        if (!other.finished || other.number >= audit.number || other.subject != audit.subject) continue;
        const auto findings = store::AuditFindingRepository(database).list(other.number);
        earlier.push_back({other.number, zone.date_of(other.finished->at), counts(findings),
                           std::ranges::count_if(findings, &model::AuditFinding::is_open)});
    }
    return earlier;
}

std::vector<model::ReportedFinding> reported(store::Database& database, const Audit& audit,
                                             const model::Checklist& checklist) {
    store::AuditFindingRepository findings(database);
    std::vector<model::ReportedFinding> reported;
    for (model::AuditFinding& finding : findings.list(audit.number)) {
        model::ReportedFinding one{std::move(finding), {}, {}};
        const auto reason = checklist.messages.find(one.finding.proposed_reason);
        if (reason != checklist.messages.end()) one.proposed_reason = reason->second;
        if (one.finding.repeats != 0) one.earlier = findings.find(one.finding.repeats);
        reported.push_back(std::move(one));
    }
    return reported;
}

void add_samplings(AuditDossier& dossier, const AuditContent& content) {
    static const Catalogue french(Language::french), english(Language::english);
    for (const model::Sampling& sampling : dossier.audit.samplings) {
        const model::ChecklistSample& sample = *content.checklist.find_sample(sampling.sample);
        const expression::Query& query = content.declaration().samples.at(sample.id);
        dossier.samplings.push_back(
            {sampling,
             sample.title,
             content.checklist.find(sample.item)->title,
             {expression::in_words(query, french), expression::in_words(query, english)}});
    }
}

void add_items(AuditDossier& dossier, const std::vector<const model::ChecklistItem*>& items) {
    const Audit& audit = dossier.audit;
    for (const model::ChecklistItem* item : items) {
        model::AuditedItem audited{.item = *item};
        if (const model::Piece* piece = audit.piece(item->id)) audited.piece = *piece;
        if (const model::Assessment* found = audit.assessment(item->id)) audited.assessment = *found;
        dossier.items.push_back(std::move(audited));
    }
}

}  // namespace

std::map<model::Severity, LocalText> level_titles(const model::Organisation& organisation) {
    std::map<model::Severity, LocalText> titles;
    for (const model::RiskScale::Level& level : organisation.scale.levels)
        titles[level.severity] = level.title;
    for (const model::Severity level : model::all_severities)
        titles.emplace(level, model::severity_title(level));
    return titles;
}

Result<AuditDossier> gather_audit_dossier(Session& session, const Audit& audit) {
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto content = content_of(session, audit);
    if (!content) return tl::unexpected(content.error());
    const auto items = items_of(session, *content, audit);
    if (!items) return tl::unexpected(items.error());
    const auto auditee = auditee_title(session, audit);
    if (!auditee) return tl::unexpected(auditee.error());
    store::Database& database = session.workspace.database();
    const model::Checklist& checklist = content->checklist;
    AuditDossier dossier;
    dossier.organisation = (*organisation)->name;
    dossier.appearance = (*organisation)->appearance;
    dossier.simulated = session.workspace.is_sample();
    dossier.date = zone->date_of(session.clock.now());
    dossier.audit = audit;
    dossier.checklist = checklist.title;
    dossier.auditee = *auditee;
    dossier.persons = persons(database);
    dossier.team = called(dossier, audit.team);
    dossier.contacts = called(dossier, audit.contacts);
    for (std::size_t i = 0; i < checklist.facts.size(); ++i)
        dossier.facts.emplace_back(checklist.facts[i].title, shown(checklist.facts[i], content->facts[i]));
    dossier.criteria = checklist.criteria;
    dossier.domains = checklist.domains;
    add_items(dossier, *items);
    add_samplings(dossier, *content);
    dossier.findings = reported(database, audit, checklist);
    dossier.levels = level_titles(**organisation);
    dossier.earlier = earlier_audits(database, audit, *zone);
    const auto head = store::JournalRepository(database).head();
    dossier.journal_number = head.number;
    dossier.journal_head = head.hash;
    return dossier;
}

}  // namespace cadran::app
