// SPDX-License-Identifier: Apache-2.0
#include "app/audit_history.h"

#include <algorithm>

#include "app/definitions.h"
#include "store/audit_repository.h"
#include "store/definition_repository.h"

namespace cadran::app {

namespace {

using audit::Auditable;
using audit::ProgrammedAudit;
using model::AuditSubject;
using model::DefinitionVersion;

// Of a nonconformity, which has no level of its own, the level that weighs as much.
std::optional<model::Severity> level_of(const model::AuditFinding& finding) {
    if (finding.level) return finding.level;
    switch (finding.kind) {
        case model::AuditFindingKind::major_nonconformity: return model::Severity::major;
        case model::AuditFindingKind::minor_nonconformity: return model::Severity::medium;
        default: break;
    }
    return {};
}

ProgrammedAudit programmed(store::Database& database, const model::Audit& audit, const calendar::Zone& zone) {
    ProgrammedAudit one{.number = audit.number,
                        .subject = audit.subject,
                        .auditee = audit.auditee,
                        .from = audit.from,
                        .to = audit.to,
                        .is_over = audit.state >= model::AuditState::final_report,
                        .team = audit.team,
                        .contacts = audit.contacts};
    if (audit.begun) one.held = zone.date_of(audit.begun->at);
    for (const model::AuditFinding& finding : store::AuditFindingRepository(database).list(audit.number)) {
        if (!finding.counts()) continue;
        if (const auto level = level_of(finding)) ++one.levels[*level];
        one.open += finding.is_open() ? 1 : 0;
        one.repeats += finding.repeats != 0 ? 1 : 0;
    }
    return one;
}

class HistoryGathering {
  public:
    HistoryGathering(Session& session, calendar::Zone zone, Date today)
        : session_(session), database_(session.workspace.database()), zone_(std::move(zone)), today_(today) {
        for (const model::Audit& audit : store::AuditRepository(database_).list()) {
            if (audit.state != model::AuditState::cancelled)
                audits_.push_back(programmed(database_, audit, zone_));
        }
        std::ranges::stable_sort(audits_, {}, &ProgrammedAudit::day);
    }

    Result<std::vector<Auditable>> gather() {
        const auto organisation = organisation_of(session_);
        if (!organisation) return tl::unexpected(organisation.error());
        if (const Done read = read_organisations(); !read) return tl::unexpected(read.error());
        add_providers(**organisation, AuditSubject::delegate);
        if (const Done added = add_processes(**organisation); !added) return tl::unexpected(added.error());
        add_providers(**organisation, AuditSubject::provider);
        return std::move(found_);
    }

  private:
    // What is accepted for the past was there once it was accepted.
    Date known_from(const DefinitionVersion& version) const {
        return std::max(version.acceptance->from, zone_.date_of(version.acceptance->at));
    }

    // Since when each provider stands in an accepted workspace.xml.
    Done read_organisations() {
        for (const DefinitionVersion& version :
             store::DefinitionRepository(database_).list(model::DefinitionKind::workspace)) {
            if (!version.acceptance) continue;
            const auto files = kept_files(session_.workspace, version.hash);
            if (!files) return tl::unexpected(files.error());
            const auto file = organisation_in(*files);
            if (!file) return tl::unexpected(file.error());
            for (const model::Provider& provider : file->organisation.providers) {
                const auto [known, is_new] = since_.emplace(provider.id, known_from(version));
                if (!is_new) known->second = std::min(known->second, known_from(version));
            }
        }
        return {};
    }

    void add_providers(const model::Organisation& organisation, AuditSubject subject) {
        for (const model::Provider& provider : organisation.providers) {
            if (provider.delegate != (subject == AuditSubject::delegate)) continue;
            Auditable one{.subject = subject, .id = provider.id, .title = {provider.name, provider.name}};
            one.since = since_.at(provider.id);
            add(std::move(one));
        }
    }

    Done add_processes(const model::Organisation& organisation) {
        const auto versions = store::DefinitionRepository(database_).list(model::DefinitionKind::process);
        const auto sheets = processes_in_force(session_.workspace, today_);
        if (!sheets) return tl::unexpected(sheets.error());
        for (const InForce<model::Process>& sheet : *sheets) {
            Auditable one{.subject = AuditSubject::process,
                          .id = sheet.value.id,
                          .title = sheet.value.title,
                          .pilot = sheet.value.pilot};
            for (const model::Risk& risk : sheet.value.risks) {
                if (!organisation.scale.holds(risk.residual)) continue;
                const model::Severity level = organisation.scale.level_of(risk.residual).severity;
                one.risk = one.risk ? std::max(*one.risk, level) : level;
            }
            date_sheets(one, versions);
            add(std::move(one));
        }
        return {};
    }

    void date_sheets(Auditable& process, const std::vector<DefinitionVersion>& versions) const {
        std::vector<Date> dates;
        for (const DefinitionVersion& version : versions) {
            if (version.name == process.id && version.acceptance) dates.push_back(known_from(version));
        }
        std::ranges::sort(dates);
        process.since = dates.front();
        const Date year_ago{std::chrono::sys_days{today_} - std::chrono::days{365}};
        process.changes = std::count_if(dates.begin() + 1, dates.end(),
                                        [&](Date date) { return date > year_ago && date <= today_; });
    }

    void add(Auditable auditable) {
        for (const ProgrammedAudit& audit : audits_) {
            if (audit.subject == auditable.subject && audit.auditee == auditable.id)
                auditable.audits.push_back(audit);
        }
        found_.push_back(std::move(auditable));
    }

    Session& session_;
    store::Database& database_;
    calendar::Zone zone_;
    Date today_;
    std::vector<ProgrammedAudit> audits_;
    std::map<std::string, Date> since_;  // of providers
    std::vector<Auditable> found_;
};

}  // namespace

Result<std::vector<audit::Auditable>> auditables(Session& session, Date today) {
    auto zone = zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    return HistoryGathering(session, std::move(*zone), today).gather();
}

}  // namespace cadran::app
