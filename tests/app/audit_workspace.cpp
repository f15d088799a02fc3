// SPDX-License-Identifier: Apache-2.0
#include "app/audit_workspace.h"

#include <filesystem>

#include <boost/test/unit_test.hpp>

#include "app/plugin.h"
#include "base/file.h"
#include "store/audit_repository.h"

namespace cadran::app {

namespace {

constexpr const char* checklist = R"lua(return checklist "visit" {
  title = { fr = "visite", en = "visit" }, audits = "process", due = "42 days",
  facts = { boolean "remote" { required = true, title = { fr = "à distance", en = "remote" } } },
  criteria = { { id = "conformity", fr = "conformité", en = "conformity" },
    { id = "currency", fr = "actualisation", en = "currency" } },
  domains = { { id = "all", title = { fr = "tout", en = "all" },
    pieces = { { id = "plan", title = { fr = "plan", en = "plan" }, expected = { fr = "à jour", en = "current" } } },
    questions = {
      { id = "register", title = { fr = "registre", en = "register" }, guidance = { fr = "le voir", en = "see it" } },
      { id = "causes", title = { fr = "causes", en = "causes" }, guidance = { fr = "demander", en = "ask" },
        when = "register = 'nonconforming'" },
    } } },
  samples = { { id = "entries", item = "register", title = { fr = "inscriptions", en = "entries" }, from = "entry",
    where = "closed = true", sample = { size = 2 } } },
  resolve_within = { ["very low"] = "12 months", low = "9 months", medium = "6 months", high = "3 months",
    major = "1 months" },
  messages = { weak = { fr = "faible", en = "weak" } },
  judge = function(item, facts)
    if item.repeats > 0 then return level("major", "weak") end
    return level("medium", "weak")
  end,
})lua";

constexpr const char* record = R"lua(return record "entry" {
  title = { fr = "inscription", en = "entry" }, key = "number", event_date = "opened_on",
  fields = {
    text "number" { required = true, title = { fr = "numéro", en = "number" } },
    date "opened_on" { required = true, title = { fr = "ouverte le", en = "opened on" } },
    boolean "closed" { title = { fr = "close", en = "closed" } },
  },
})lua";

void must(const std::string& outcome) {
    BOOST_REQUIRE_EQUAL(outcome, "done");
}

}  // namespace

AuditWorkspace::AuditWorkspace() {
    accept_rules();
    const auto place = folder() / "plugins" / "sample";
    make_folder(place / "checklists");
    write_durably(
        place / "plugin.lua",
        R"(return plugin { id = "sample", version = "1", api = 1, title = { fr = "essai", en = "sample" } })");
    write_durably(place / "checklists/visit.lua", checklist);
    make_folder(place / "records");
    write_durably(place / "records/entry.lua", record);
    Session malik = as("malik.dahmani"), sophie = as("sophie.garnier");
    must(told(draft_plugin(malik, "sample")));
    must(told(accept_plugin(sophie, {"sample", day("2026-07-02"), ""})));
    set_clock("2026-07-02T09:00:00Z");
    keep_state("base");
}

PlanAudit AuditWorkspace::plan() const {
    return {.checklist = "sample/visit",
            .auditee = process_name,
            .scope = "Prestations",
            .from = day("2026-07-06"),
            .to = day("2026-09-30"),
            .team = {"a-auditor"},
            .contacts = {"a-auditee"},
            .facts = {{"remote", "true"}}};
}

void AuditWorkspace::planned() {
    Session sophie = as("sophie.garnier");
    must(told(plan_audit(sophie, plan())));
}

void AuditWorkspace::requested() {
    planned();
    Session one = auditor();
    must(told(request_pieces(one, 1, {})));
}

void AuditWorkspace::received() {
    requested();
    Session other = auditee();
    must(told(receive_piece(other, {1, "plan", file("plan.pdf", "le plan")})));
}

void AuditWorkspace::fieldwork() {
    received();
    Session one = auditor();
    must(told(accept_piece(one, 1, "plan")));
    must(told(begin_fieldwork(one, 1)));
    must(told(assess_item(one, {1, "plan", {{"conformity", model::Conformity::nonconforming}}})));
}

void AuditWorkspace::stated() {
    fieldwork();
    Session one = auditor();
    must(told(add_audit_finding(one, {.audit = 1, .items = {"plan"}, .text = "Dater le plan"})));
    must(told(
        add_audit_finding(one, {.audit = 1, .kind = model::AuditFindingKind::strength, .text = "Clair"})));
}

void AuditWorkspace::provisional() {
    stated();
    Session one = auditor();
    must(told(issue_provisional_report(one, {1, day("2026-07-20")})));
}

void AuditWorkspace::accepted() {
    provisional();
    Session other = auditee();
    must(told(answer_audit_finding(other, {1, true})));
}

void AuditWorkspace::contested() {
    provisional();
    Session other = auditee();
    must(told(answer_audit_finding(other, {1, false, "le plan est daté"})));
}

void AuditWorkspace::final_report() {
    accepted();
    Session one = auditor();
    must(told(issue_final_report(one, {1})));
}

void AuditWorkspace::follow_up() {
    final_report();
    Session one = auditor();
    must(told(hold_restitution(one, {1, day("2026-07-02"), {"Inès"}, "convenu"})));
}

void AuditWorkspace::resolved() {
    follow_up();
    Session other = auditee();
    must(told(resolve_audit_finding(other, {1, "daté"})));
}

void AuditWorkspace::closed() {
    resolved();
    Session one = auditor();
    must(told(verify_audit_finding(one, 1, true, "vu")));
    must(told(close_audit(one, 1)));
}

model::Audit AuditWorkspace::audit() {
    return store::AuditRepository(workspace().database()).find(1).value();
}

model::AuditFinding AuditWorkspace::finding() {
    return store::AuditFindingRepository(workspace().database()).find(1).value();
}

}  // namespace cadran::app
