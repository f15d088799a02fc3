// SPDX-License-Identifier: Apache-2.0
#include "app/xray_audits.h"

#include <algorithm>

#include <fmt/ranges.h>

#include "app/audit_content.h"
#include "app/audit_history.h"
#include "app/rights.h"
#include "store/audit_repository.h"

namespace cadran::app {

namespace {

using audit::Auditable;
using model::Audit;
using model::AuditSubject;

// How many audits in a row by the same people alone show nobody else's eyes.
constexpr std::ptrdiff_t audits_by_the_same = 3;

std::string process_of(AuditSubject subject, const std::string& auditee) {
    return subject == AuditSubject::process ? auditee : std::string();
}

void look_at_frequency(const Auditable& one, Date today, std::vector<XrayShadow>& shadows) {
    const Date year_ago{std::chrono::sys_days{today} - std::chrono::days{365}};
    const audit::ProgrammedAudit* last = one.last_held();
    if (one.since >= year_ago || (last != nullptr && *last->held >= year_ago)) return;
    const bool is_delegate = one.subject == AuditSubject::delegate;
    Message what =
        last == nullptr
            ? Message{is_delegate ? "app.xray_never_audited_delegate" : "app.xray_never_audited_process",
                      {{"auditee", one.title}}}
            : Message{is_delegate ? "app.xray_unaudited_delegate" : "app.xray_unaudited_process",
                      {{"auditee", one.title}, {"date", *last->held}}};
    shadows.push_back({is_delegate ? XrayRule::unaudited_delegate : XrayRule::unaudited_process,
                       process_of(one.subject, one.id), std::move(what),
                       Message{is_delegate ? "app.cure_unaudited_delegate" : "app.cure_unaudited_process",
                               {{"auditee", one.id}}}});
}

void look_at_recommendations(store::Database& database, const Audit& audit, Date today,
                             std::vector<XrayShadow>& shadows) {
    const Date limit{std::chrono::sys_days{today} - days_to_forget};
    const auto findings = store::AuditFindingRepository(database).list(audit.number);
    const std::int64_t count =
        std::ranges::count_if(findings, [&](const auto& one) { return one.is_overdue(limit); });
    if (count == 0 || audit.state < model::AuditState::final_report) return;
    shadows.push_back({XrayRule::forgotten_recommendation,
                       process_of(audit.subject, audit.auditee),
                       {"app.xray_forgotten_recommendation",
                        {{"count", count},
                         {"audit", model::audit_name(audit)},
                         {"days", std::int64_t{days_to_forget.count()}}}},
                       {"app.cure_forgotten_recommendation", {{"number", audit.number}}}});
}

// An open audit whose team has nobody else than those who did the two before.
void look_at_team(const Audit& audit, const std::vector<Audit>& all, std::vector<XrayShadow>& shadows) {
    if (audit.state >= model::AuditState::final_report) return;
    std::vector<const Audit*> row;
    for (const Audit& one : all) {
        const bool is_of_it = one.subject == audit.subject && one.auditee == audit.auditee &&
                              one.state != model::AuditState::cancelled && one.number <= audit.number;
        if (is_of_it) row.push_back(&one);
    }
    if (std::ssize(row) < audits_by_the_same) return;
    const auto knows_it = [&](const std::string& account) {
        return std::all_of(row.end() - audits_by_the_same, row.end(),
                           [&](const Audit* one) { return one->is_of_team(account); });
    };
    if (!std::ranges::all_of(audit.team, knows_it)) return;
    shadows.push_back(
        {XrayRule::unchanged_team,
         process_of(audit.subject, audit.auditee),
         {"app.xray_unchanged_team",
          {{"audit", model::audit_name(audit)}, {"team", fmt::format("{}", fmt::join(audit.team, ", "))}}},
         {"app.cure_unchanged_team", {{"number", audit.number}}}});
}

}  // namespace

Done look_at_audits(Session& session, Date today, const std::string& process,
                    std::vector<XrayShadow>& shadows) {
    std::vector<XrayShadow> found;
    const auto all = auditables(session, today);
    if (!all) return tl::unexpected(all.error());
    for (const Auditable& one : *all) {
        if (one.subject != AuditSubject::provider) look_at_frequency(one, today, found);
    }
    store::Database& database = session.workspace.database();
    const auto audits = store::AuditRepository(database).list();
    for (const Audit& audit : audits) {
        if (audit.state >= model::AuditState::closed || !authorise(session, UseCase::show_audits, audit))
            continue;
        look_at_recommendations(database, audit, today, found);
        look_at_team(audit, audits, found);
    }
    std::ranges::copy_if(found, std::back_inserter(shadows), [&](const XrayShadow& shadow) {
        return process.empty() || shadow.process == process;
    });
    return {};
}

}  // namespace cadran::app
