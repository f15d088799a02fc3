// SPDX-License-Identifier: Apache-2.0
#include "web/audit_finding_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/audit.h"
#include "app/audit_comparison.h"
#include "app/audit_finding.h"
#include "base/text.h"
#include "report/words.h"
#include "web/audit_finding_view.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

using model::AuditFinding;
using model::AuditState;

constexpr std::array findings_labels{"web.audit_finding",
                                     "web.finding_kind",
                                     "web.expected_on",
                                     "web.owner",
                                     "web.state",
                                     "web.no_finding",
                                     "web.strengths",
                                     "web.add_finding",
                                     "web.finding_text",
                                     "web.finding_items",
                                     "web.items_hint",
                                     "web.risk_level",
                                     "web.level_hint_proposed",
                                     "web.comment",
                                     "web.finding_reference",
                                     "web.reference_hint",
                                     "web.who_resolves",
                                     "web.expected_hint",
                                     "web.as_proposed",
                                     "web.level_proposed",
                                     "web.audit_findings",
                                     "web.kind",
                                     "web.to_state",
                                     "web.item",
                                     "web.reasons",
                                     "web.repeats",
                                     "web.write_it",
                                     "web.draft_hint",
                                     "web.owner_hint"};
constexpr std::array all_findings_labels{"web.audit_finding", "web.finding_kind",  "web.expected_on",
                                         "web.auditee",       "web.owner",         "web.state",
                                         "web.filter",        "web.only_late",     "web.with_closed",
                                         "web.no_finding",    "web.which_findings"};

// The gravest first.
int gravity(const AuditFinding& finding) {
    switch (finding.kind) {
        case model::AuditFindingKind::major_nonconformity: return 7;
        case model::AuditFindingKind::minor_nonconformity: return 6;
        default: break;
    }
    return finding.level ? static_cast<int>(*finding.level) + 1 : 0;
}

std::vector<const AuditFinding*> sorted_findings(const AuditDesk& desk, bool strengths) {
    std::vector<const AuditFinding*> all;
    for (const model::ReportedFinding& one : desk.dossier.findings) {
        if ((one.finding.kind == model::AuditFindingKind::strength) == strengths) all.push_back(&one.finding);
    }
    std::ranges::stable_sort(all, std::greater(), [](const AuditFinding* one) {
        return std::pair(one->state != model::AuditFindingState::withdrawn, gravity(*one));
    });
    return all;
}

Json::Array items_to_choose(const AuditDesk& desk, const std::vector<std::string>& chosen,
                            const Catalogue& catalogue) {
    Json::Array groups;
    for (const model::ChecklistDomain& domain : desk.dossier.domains) {
        Json::Array items;
        for (const model::AuditedItem& one : desk.dossier.items) {
            if (one.item.domain != domain.id) continue;
            const bool is_chosen_one = std::ranges::find(chosen, one.item.id) != chosen.end();
            items.push_back(option(one.item.id, catalogue.text(one.item.title),
                                   is_chosen_one ? std::string_view(one.item.id) : std::string_view()));
        }
        if (!items.empty())
            groups.push_back(Json::Object{{"items", items}, {"title", catalogue.text(domain.title)}});
    }
    return groups;
}

std::vector<std::string> items_in(const Request& request) {
    std::vector<std::string> items;
    for (const Fields* fields : {&request.form, &request.query}) {
        for (const auto& [name, value] : *fields) {
            if (name == "item" && !value.empty()) items.push_back(value);
        }
    }
    return items;
}

// What the checklist proposes and no finding says yet.
Json::Array proposals_left(const AuditDesk& desk, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Array rows;
    const auto levels = app::propose_levels(session, desk.audit().number);
    if (!levels) return rows;
    for (const app::ProposedLevel& one : *levels) {
        if (one.finding != 0 || !one.proposal.level) continue;
        rows.push_back(Json::Object{{"badge", level_badge(*one.proposal.level, desk.dossier, catalogue)},
                                    {"place", fmt::format("{}?item={}#add", desk.place("/findings"),
                                                          percent_encoded(one.proposal.item))},
                                    {"reason", catalogue.text(one.reason)},
                                    {"repeats", one.repeats == 0 ? std::string(report::no_value)
                                                                 : model::audit_finding_name(one.repeats)},
                                    {"title", catalogue.text(one.item)}});
    }
    return rows;
}

Json add_form(const AuditDesk& desk, const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Array levels;
    for (const model::Severity each : model::all_severities)
        levels.push_back(option(model::severity_name(each),
                                level_badge(each, desk.dossier, catalogue).at("words").string(),
                                request.form.get("level")));
    const Json::Array groups = items_to_choose(desk, items_in(request), catalogue);
    const Json::Array proposals = proposals_left(desk, session);
    const std::string kind = typed_or(request, "kind", "recommendation");
    return Json::Object{{"back", request.form.get("back")},
                        {"comment_value", request.form.get("comment")},
                        {"expected_value", request.form.get("expected")},
                        {"form_token", request.form_token},
                        {"groups", groups},
                        {"has_items", !groups.empty()},
                        {"has_proposals", !proposals.empty()},
                        {"kinds", options(model::all_audit_finding_kinds, model::audit_finding_kind_name,
                                          model::audit_finding_kind_title, kind, catalogue)},
                        {"levels", levels},
                        {"owner_value", request.form.get("owner")},
                        {"place", desk.place("/findings")},
                        {"proposals", proposals},
                        {"reference_value", request.form.get("reference")},
                        {"text_value", request.form.get("text")}};
}

Response shown_findings(const AuditDesk& desk, const Failure* failure, const Request& request,
                        app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Array rows, strengths;
    for (const bool is_strength : {false, true}) {
        for (const AuditFinding* one : sorted_findings(desk, is_strength))
            (is_strength ? strengths : rows)
                .push_back(finding_row(*one, one->is_overdue(desk.dossier.date), desk.dossier, catalogue));
    }
    const bool may_add = desk.conducts && desk.audit().state == AuditState::fieldwork;
    Json::Object view{{"add", may_add ? add_form(desk, request, session) : Json(false)},
                      {"empty", rows.empty()},
                      {"faults", faults_above(failure, catalogue)},
                      {"has_strengths", !strengths.empty()},
                      {"label", report::labels(findings_labels, catalogue)},
                      {"rows", rows},
                      {"strengths", strengths}};
    return framed_audit(desk,
                        {.tab = AuditTab::findings,
                         .body = filled_template("audit_findings", view),
                         .status = failure == nullptr ? 200 : status_of(*failure)},
                        request, session);
}

Result<app::AddAuditFinding> finding_in(const Request& request, std::int64_t audit) {
    Diagnostics faults;
    app::AddAuditFinding command;
    command.audit = audit;
    const auto kind = model::parse_audit_finding_kind(request.form.get("kind"));
    if (!kind) faults.push_back({{}, {"web.choose_a_kind"}, {}});
    command.kind = kind.value_or(model::AuditFindingKind::recommendation);
    command.items = items_in(request);
    command.text = typed_text(request, "text");
    if (command.text.empty()) faults.push_back({{}, {"web.say_what_was_found"}, {}});
    command.comment = typed_text(request, "comment");
    command.reference = typed_text(request, "reference");
    command.level = model::parse_severity(request.form.get("level"));
    command.owner = typed_text(request, "owner");
    command.expected_on = date_field(request, "expected", faults);
    if (!faults.empty()) return invalid(std::move(faults));
    return command;
}

// The block of the checklist that it was written in, or the list.
std::string place_after_adding(const AuditDesk& desk, const app::AddAuditFinding& added,
                               const Request& request) {
    for (const model::AuditedItem& one : desk.dossier.items) {
        const bool is_it = !added.items.empty() && one.item.id == added.items.front();
        if (is_it && request.form.get("back") == "checklist")
            return fmt::format("{}?chapter={}&done=action#item-{}", desk.place("/checklist"),
                               percent_encoded(one.item.domain), one.item.id);
    }
    return desk.place("/findings?done=action");
}

}  // namespace

Result<Response> findings_page(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session);
    if (!desk) return tl::unexpected(desk.error());
    if (!desk->sees_findings())
        return refused({"web.findings_not_issued"}, Message{"web.wait_for_the_report"});
    return shown_findings(*desk, nullptr, request, session);
}

Result<Response> add_finding_form(const Request& request, app::Session& session) {
    const auto desk = audit_desk(request, session, app::UseCase::conduct_audit);
    if (!desk) return tl::unexpected(desk.error());
    const auto command = finding_in(request, desk->audit().number);
    if (!command) return shown_findings(*desk, &command.error(), request, session);
    const auto added = app::add_audit_finding(session, *command);
    if (!added) return shown_findings(*desk, &added.error(), request, session);
    return see_other(place_after_adding(*desk, *command, request));
}

Result<Response> all_findings_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const bool late = request.query.has("late"), closed = request.query.has("closed");
    const auto listed = app::list_audit_findings(session, {.open = !closed, .overdue = late});
    if (!listed) return tl::unexpected(listed.error());
    const auto audits = app::list_audits(session, {});
    if (!audits) return tl::unexpected(audits.error());
    std::vector<app::ListedAuditFinding> wanted;
    std::ranges::copy_if(*listed, std::back_inserter(wanted),
                         [](const app::ListedAuditFinding& one) { return one.finding.counts(); });
    std::ranges::stable_sort(wanted, {}, [](const app::ListedAuditFinding& one) {
        return one.finding.expected_on.value_or(Date{std::chrono::year{9999} / 1 / 1});
    });
    const auto levels = app::level_titles_of(session);
    if (!levels) return tl::unexpected(levels.error());
    model::AuditDossier known;
    known.levels = *levels;
    const Paging paging(request, wanted.size());
    Json::Array rows;
    for (const app::ListedAuditFinding& one : paging.shown(wanted)) {
        const auto audit = std::ranges::find_if(
            *audits, [&](const app::ListedAudit& each) { return each.audit.number == one.finding.audit; });
        Json::Object row = finding_row(one.finding, one.overdue, known, catalogue);
        row["auditee"] = catalogue.text(audit->auditee);
        row["audit_place"] = fmt::format("/audits/{}", one.finding.audit);
        row["audit_name"] = model::audit_name(one.finding.audit);
        rows.push_back(std::move(row));
    }
    const std::string title = catalogue.text(Message{"web.audit_findings"});
    const std::string body = filled_template(
        "all_audit_findings",
        Json::Object{
            {"closed_too", closed},
            {"empty", wanted.empty()},
            {"label", report::labels(all_findings_labels, catalogue)},
            {"late_only", late},
            {"paging", paging.markup(catalogue)},
            {"rows", rows},
            {"summary", catalogue.text(Message{"web.findings_listed", {{"count", std::ssize(wanted)}}})},
            {"title", title}});
    return framed({.title = title, .place = "/audit-findings", .body = body}, request, session);
}

}  // namespace cadran::web
