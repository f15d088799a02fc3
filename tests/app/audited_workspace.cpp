// SPDX-License-Identifier: Apache-2.0
#include "app/audited_workspace.h"

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/audit_report.h"
#include "app/piece.h"
#include "app/plugin.h"

namespace cadran::app {

namespace {

void require(const std::string& done) {
    BOOST_REQUIRE_EQUAL(done, "done");
}

}  // namespace

AuditedWorkspace::AuditedWorkspace() {
    Session admin = as("admin"), malik = as("malik.dahmani"), sophie = as("sophie.garnier");
    for (const char* name : {"ines.caron", "remi.aubert"})
        require(told(add_account(admin, {name, name, {model::Role::auditor}, {}, ""})));
    for (const char* plugin : {"delegate-audit", "internal-audit", "supplier-audit"}) {
        require(told(draft_plugin(malik, plugin)));
        require(told(accept_plugin(sophie, {plugin, day("2026-07-01"), "test"})));
    }
    accept_rules();
}

std::int64_t AuditedWorkspace::plan(const std::string& auditee, const char* from, const char* to,
                                    const std::vector<std::string>& team) {
    Session sophie = as("sophie.garnier");
    PlanAudit command{.checklist = "delegate-audit",
                      .auditee = auditee,
                      .scope = "Tout",
                      .from = day(from),
                      .to = day(to),
                      .team = team,
                      .contacts = {"lea.marchand"},
                      .facts = {{"market", "both"},
                                {"collects_contributions", "true"},
                                {"pays_benefits", "true"},
                                {"third_party_payment", "true"},
                                {"handles_complaints", "true"},
                                {"subdelegates", "true"}}};
    if (auditee == process_name) {
        command.checklist = "internal-audit";
        command.contacts.clear();
        command.facts = {{"serves_clients", "true"},
                         {"uses_providers", "true"},
                         {"holds_property", "true"},
                         {"designs", "false"},
                         {"changed", "false"}};
    }
    const auto planned = plan_audit(sophie, command);
    require(told(planned));
    return planned->number;
}

void AuditedWorkspace::request(std::int64_t audit, const char* due) {
    Session session = ines();
    require(told(request_pieces(session, audit, day(due))));
}

void AuditedWorkspace::deliver(std::int64_t audit, const std::string& item) {
    Session session = lea();
    require(told(receive_piece(session, {audit, item, file(item + ".pdf", item)})));
}

void AuditedWorkspace::begin(std::int64_t audit) {
    Session session = ines();
    require(told(begin_fieldwork(session, audit)));
}

std::int64_t AuditedWorkspace::recommend(std::int64_t audit, const std::string& text, model::Severity level,
                                         const char* expected_on, const std::vector<std::string>& items) {
    Session session = ines();
    const auto added = add_audit_finding(
        session,
        {.audit = audit, .items = items, .text = text, .level = level, .expected_on = day(expected_on)});
    require(told(added));
    return added->number;
}

void AuditedWorkspace::report(std::int64_t audit, const char* argue_by) {
    Session session = ines();
    require(told(issue_provisional_report(session, {audit, day(argue_by)})));
}

void AuditedWorkspace::answer(std::int64_t finding, bool accepted) {
    Session session = lea();
    require(told(answer_audit_finding(session, {finding, accepted, accepted ? "" : "Non", "", ""})));
}

void AuditedWorkspace::settle(std::int64_t finding) {
    Session session = ines();
    require(
        told(settle_audit_finding(session, {finding, model::Settlement::maintained, "Preuve au dossier"})));
}

void AuditedWorkspace::finish(std::int64_t audit) {
    Session session = ines();
    require(told(issue_final_report(session, {audit})));
}

void AuditedWorkspace::restitute(std::int64_t audit, const char* held) {
    Session session = ines();
    require(told(hold_restitution(session, {audit, day(held), {"Inès", "Léa"}, "Calendrier convenu", {}})));
}

void AuditedWorkspace::resolve(std::int64_t finding) {
    Session session = lea();
    require(told(resolve_audit_finding(session, {finding, "Fait"})));
}

void AuditedWorkspace::verify(std::int64_t finding) {
    Session session = ines();
    require(told(verify_audit_finding(session, finding, true, "Vu")));
}

std::int64_t AuditedWorkspace::audit_on(const char* date, const std::string& auditee,
                                        const std::vector<model::Severity>& levels) {
    set_clock(fmt::format("{}T09:00:00Z", date).c_str());
    const std::string next = iso_text(Date{std::chrono::sys_days{day(date)} + std::chrono::days{30}});
    const std::int64_t audit = plan(auditee, date, date);
    if (auditee != process_name) request(audit, date);
    begin(audit);
    std::vector<std::int64_t> findings;
    for (const model::Severity level : levels)
        findings.push_back(recommend(audit, std::string(model::severity_name(level)), level, next.c_str()));
    report(audit, date);
    for (const std::int64_t finding : findings) answer(finding, true);
    finish(audit);
    restitute(audit, date);
    return audit;
}

}  // namespace cadran::app
