// SPDX-License-Identifier: Apache-2.0
#include "web/audit_view.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using model::Audit;
using model::AuditState;

constexpr std::array audit_page_labels{"web.audit_course",    "web.audit_facts",       "web.audit_meetings",
                                       "web.next_step",       "web.request_pieces",    "web.pieces_due",
                                       "web.pieces_due_hint", "web.kick_off",          "web.held_on",
                                       "web.participants",    "web.one_a_line",        "web.minutes",
                                       "web.begin_fieldwork", "web.issue_provisional", "web.argue_by",
                                       "web.argue_by_hint",   "web.issue_final",       "web.restitute",
                                       "web.agreed_calendar", "web.close_audit",       "web.cancel_audit",
                                       "web.reason",          "web.received_report",   "web.received_again"};

Json fact(std::string name, std::string value) {
    return Json::Object{{"name", std::move(name)},
                        {"value", value.empty() ? std::string(report::no_value) : std::move(value)}};
}

Json::Array facts_of(const AuditDesk& desk, const Catalogue& catalogue) {
    const Audit& audit = desk.audit();
    const auto label = [&](const char* id) { return catalogue.text(Message{id}); };
    const auto names = [](const std::vector<std::string>& people) {
        return fmt::format("{}", fmt::join(people, ", "));
    };
    Json::Array facts{
        fact(label("web.audit_scope"), audit.scope), fact(label("web.audit_references"), audit.references),
        fact(label("web.audit_dates"),
             catalogue.text(Message{"web.from_to", {{"first", audit.from}, {"last", audit.to}}}))};
    if (audit.is_external())
        facts.push_back(fact(label("web.audit_auditor"), audit.auditor));
    else
        facts.push_back(fact(label("web.audit_checklist"),
                             fmt::format("{} (v{})", catalogue.text(desk.dossier.checklist), audit.version)));
    facts.push_back(
        fact(label(audit.is_external() ? "web.audit_keeper" : "web.audit_team"), names(desk.dossier.team)));
    facts.push_back(fact(label("web.audit_contacts"), names(desk.dossier.contacts)));
    for (const auto& [title, value] : desk.dossier.facts) {
        std::string name = catalogue.text(title);
        facts.push_back(fact(std::move(name), catalogue.text(value)));
    }
    return facts;
}

Json::Array meetings_of(const Audit& audit, const Catalogue& catalogue) {
    Json::Array meetings;
    const auto add = [&](const char* title, const std::optional<model::Meeting>& meeting) {
        if (!meeting) return;
        meetings.push_back(
            Json::Object{{"minutes", meeting->minutes},
                         {"participants", fmt::format("{}", fmt::join(meeting->participants, ", "))},
                         {"title", catalogue.text(Message{title}) + ", " + catalogue.date(meeting->held)}});
    };
    add("web.phase_kick_off", audit.kick_off);
    add("web.phase_restitution", audit.restitution);
    return meetings;
}

// What is awaited now, and of whom.
Message next_words(const AuditDesk& desk) {
    switch (desk.audit().state) {
        case AuditState::planned: return {desk.has_pieces() ? "web.next_request" : "web.next_begin"};
        case AuditState::requested: return {"web.next_pieces"};
        case AuditState::fieldwork:
            return {desk.audit().is_external() ? "web.next_received" : "web.next_fieldwork"};
        case AuditState::provisional:
        case AuditState::contradictory: return {"web.next_argue", {{"date", *desk.audit().argue_by}}};
        case AuditState::final_report: return {"web.next_restitution"};
        case AuditState::follow_up: return {"web.next_follow_up"};
        case AuditState::closed: return {"web.next_closed"};
        case AuditState::cancelled: break;
    }
    return {"web.next_cancelled"};
}

// Where the person goes on; none where nothing is theirs.
Json::Array ways_of(const AuditDesk& desk, const Catalogue& catalogue) {
    const AuditState state = desk.audit().state;
    Json::Array ways;
    const auto lead = [&](bool wanted, const char* behind, const char* title) {
        if (wanted)
            ways.push_back(
                Json::Object{{"place", desk.place(behind)}, {"title", catalogue.text(Message{title})}});
    };
    const bool collects = state == AuditState::requested || state == AuditState::fieldwork;
    const bool argues = state == AuditState::provisional || state == AuditState::contradictory;
    lead(collects && desk.delivers && desk.has_pieces(), "/pieces",
         desk.is_contact ? "web.deliver_pieces" : "web.examine_pieces");
    lead(state == AuditState::fieldwork && desk.conducts && desk.sees_checklist(), "/checklist",
         "web.fill_checklist");
    lead(state == AuditState::fieldwork && desk.conducts, "/findings", "web.write_findings");
    lead(argues && desk.answers, "/findings", "web.answer_findings");
    lead(argues && desk.conducts, "/findings", "web.settle_arguments");
    lead(state >= AuditState::final_report && state <= AuditState::follow_up && desk.answers, "/findings",
         "web.resolve_findings");
    lead(state == AuditState::follow_up && desk.conducts, "/findings", "web.verify_findings");
    return ways;
}

// The findings whose day both sides may agree on at the restitution.
Json::Array calendar_rows(const AuditDesk& desk, const Request& request) {
    Json::Array rows;
    for (const model::ReportedFinding& one : desk.dossier.findings) {
        if (!one.finding.is_open()) continue;
        const std::string field = fmt::format("agreed_{}", one.finding.number);
        rows.push_back(
            Json::Object{{"field", field},
                         {"name", model::audit_finding_name(one.finding)},
                         {"text", one.finding.text},
                         {"value", typed_or(request, field, date_value(one.finding.expected_on))}});
    }
    return rows;
}

void add_steps(Json::Object& view, const AuditDesk& desk) {
    const AuditState state = desk.audit().state;
    const bool is_external = desk.audit().is_external();
    const bool argues = state == AuditState::provisional || state == AuditState::contradictory;
    const bool has_open = std::ranges::any_of(
        desk.dossier.findings, [](const model::ReportedFinding& one) { return one.finding.is_open(); });
    view["may_begin"] =
        desk.conducts && state == (desk.has_pieces() ? AuditState::requested : AuditState::planned);
    view["may_cancel"] = desk.plans && state < AuditState::provisional;
    view["may_close"] = desk.conducts && state == AuditState::follow_up && !has_open;
    view["may_finish"] = desk.conducts && argues;
    view["may_kick_off"] =
        desk.conducts && !is_external && state < AuditState::provisional && !desk.audit().kick_off;
    view["may_report"] = desk.conducts && state == AuditState::fieldwork;
    view["may_request"] = desk.conducts && state == AuditState::planned && desk.has_pieces();
    view["may_restitute"] = desk.conducts && state == AuditState::final_report;
    view["is_external"] = is_external;
}

void add_typed(Json::Object& view, const AuditDesk& desk, const Request& request) {
    const std::string now = date_value(desk.dossier.date);
    const std::string people =
        fmt::format("{}\n{}", fmt::join(desk.dossier.team, "\n"), fmt::join(desk.dossier.contacts, "\n"));
    view["argue_by_value"] = request.form.get("argue_by");
    view["calendar"] = calendar_rows(desk, request);
    view["due_value"] = request.form.get("due");
    view["held_value"] = typed_or(request, "held", now);
    view["minutes_value"] = request.form.get("minutes");
    view["participants_value"] = typed_or(request, "participants", people);
    view["reason_value"] = request.form.get("reason");
}

}  // namespace

Response shown_audit(const AuditDesk& desk, const Failure* failure, const Request& request,
                     app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto zone = app::zone_of(session);
    Json::Object view;
    add_steps(view, desk);
    add_typed(view, desk, request);
    const Json::Array meetings = meetings_of(desk.audit(), catalogue);
    const Json::Array ways = ways_of(desk, catalogue);
    view["facts"] = facts_of(desk, catalogue);
    view["faults"] = faults_above(failure, catalogue);
    view["form_token"] = request.form_token;
    view["has_meetings"] = !meetings.empty();
    view["has_ways"] = !ways.empty();
    view["label"] = report::labels(audit_page_labels, catalogue);
    view["meetings"] = meetings;
    view["next"] = catalogue.text(next_words(desk));
    view["phases"] = audit_phases(desk, catalogue, *zone);
    view["place"] = desk.place();
    view["ways"] = ways;
    return framed_audit(
        desk,
        {.body = filled_template("audit", view), .status = failure == nullptr ? 200 : status_of(*failure)},
        request, session);
}

}  // namespace cadran::web
