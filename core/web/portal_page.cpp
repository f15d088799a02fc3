// SPDX-License-Identifier: Apache-2.0
#include "web/portal_page.h"

#include <algorithm>
#include <array>
#include <ranges>

#include <fmt/format.h>

#include "app/audit.h"
#include "app/definitions.h"
#include "base/text.h"
#include "report/words.h"
#include "web/audit_finding_view.h"
#include "web/audit_view.h"
#include "web/frame.h"
#include "web/piece_view.h"

namespace cadran::web {

namespace {

using model::AuditState;

constexpr std::array portal_labels{"web.audit_course",
                                   "web.pieces_to_deliver",
                                   "web.findings_to_answer",
                                   "web.findings_to_resolve",
                                   "web.nothing_asked",
                                   "web.no_audit_of_yours",
                                   "web.earlier_audits",
                                   "web.take_report",
                                   "web.piece",
                                   "web.by_when",
                                   "web.state",
                                   "web.audit_finding",
                                   "web.finding_kind",
                                   "web.expected_on",
                                   "web.all_pieces"};

// The pieces that are still to come, those of the nearest day first; at most so many are listed.
constexpr std::size_t most_pieces = 8;

Json pieces_asked(const AuditDesk& desk, const Catalogue& catalogue) {
    const AuditState state = desk.audit().state;
    if (!desk.delivers || (state != AuditState::requested && state != AuditState::fieldwork)) return false;
    Json::Array rows;
    std::int64_t count = 0, late = 0;
    for (const model::AuditedItem& one : desk.dossier.items) {
        if (!one.piece || one.piece->is_delivered()) continue;
        ++count;
        const bool is_late = one.piece->is_late(desk.dossier.date);
        late += is_late;
        if (rows.size() == most_pieces) continue;
        rows.push_back(
            Json::Object{{"badge", piece_badge(&*one.piece, desk, catalogue)},
                         {"due", catalogue.date(one.piece->due)},
                         {"is_late", is_late},
                         {"place", desk.place("/pieces/" + percent_encoded(one.item.id))},
                         {"reason", one.piece->reason.empty() ? Json(false) : Json(one.piece->reason)},
                         {"title", catalogue.text(one.item.title)}});
    }
    if (count == 0) return false;
    std::string words = catalogue.text(Message{"web.pieces_wanted", {{"count", count}}});
    if (late > 0) words += ", " + catalogue.text(Message{"web.pieces_late", {{"count", late}}});
    return Json::Object{{"all_place", desk.place("/pieces")}, {"rows", rows}, {"words", words}};
}

// The findings of which the person may do that step, what is late first.
Json findings_asked(const AuditDesk& desk, bool FindingSteps::*step, const Catalogue& catalogue) {
    Json::Array rows, in_time;
    for (const model::ReportedFinding& one : desk.dossier.findings) {
        if (!(steps_of(one.finding, desk).*step)) continue;
        // What was answered may be answered anew, but nobody waits for it.
        if (step == &FindingSteps::answer && one.finding.answer) continue;
        const bool is_late = one.finding.is_overdue(desk.dossier.date);
        (is_late ? rows : in_time).push_back(finding_row(one.finding, is_late, desk.dossier, catalogue));
    }
    std::ranges::move(in_time, std::back_inserter(rows));
    if (rows.empty()) return false;
    const auto by = desk.audit().argue_by;
    const bool answers = step == &FindingSteps::answer && by;
    return Json::Object{
        {"rows", rows},
        {"until", answers ? Json(catalogue.text(Message{"web.until", {{"date", *by}}})) : Json(false)}};
}

Json audit_card(const AuditDesk& desk, const Catalogue& catalogue, const calendar::Zone& zone) {
    const model::Audit& audit = desk.audit();
    Json::Object card;
    card["answer"] = findings_asked(desk, &FindingSteps::answer, catalogue);
    card["id"] = fmt::format("audit-{}", audit.number);
    card["phases"] = audit_phases(desk, catalogue, zone);
    card["pieces"] = pieces_asked(desk, catalogue);
    card["place"] = desk.place();
    card["report_place"] = audit.provisional_report.empty() ? Json(false) : Json(desk.place("/report"));
    card["resolve"] = findings_asked(desk, &FindingSteps::resolve, catalogue);
    card["scope"] = audit.scope;
    card["state"] = catalogue.text(model::audit_state_title(audit.state));
    card["state_name"] = model::audit_state_name(audit.state);
    card["title"] = fmt::format("{} – {}", model::audit_name(audit), catalogue.text(desk.dossier.auditee));
    const Json none(false);
    card["nothing_asked"] = card["answer"] == none && card["pieces"] == none && card["resolve"] == none;
    return card;
}

Json earlier_line(const app::ListedAudit& one, const Catalogue& catalogue) {
    return Json::Object{
        {"dates",
         catalogue.text(Message{"web.from_to", {{"first", one.audit.from}, {"last", one.audit.to}}})},
        {"place", fmt::format("/audits/{}", one.audit.number)},
        {"state", catalogue.text(model::audit_state_title(one.audit.state))},
        {"title", fmt::format("{} – {}", model::audit_name(one.audit), catalogue.text(one.auditee))}};
}

}  // namespace

bool is_guest(const model::Account& account) {
    return !account.roles.empty() &&
           std::ranges::all_of(account.roles, [](model::Role role) { return role == model::Role::auditee; });
}

Result<Response> portal_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto audits = app::list_audits(session, {});
    if (!audits) return tl::unexpected(audits.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    Json::Array asking, quiet, earlier;
    for (const app::ListedAudit& one : *audits | std::views::reverse) {
        if (one.audit.state >= AuditState::closed) {
            earlier.push_back(earlier_line(one, catalogue));
            continue;
        }
        const auto desk = audit_desk(one.audit.number, session);
        if (!desk) return tl::unexpected(desk.error());
        Json card = audit_card(*desk, catalogue, *zone);
        (card.at("nothing_asked").boolean() ? quiet : asking).push_back(std::move(card));
    }
    std::ranges::move(quiet, std::back_inserter(asking));
    const std::string title = catalogue.text(Message{"web.good_day", {{"person", session.actor.person}}});
    const std::string body =
        filled_template("portal", Json::Object{{"cards", asking},
                                               {"date", catalogue.date(*now)},
                                               {"earlier", earlier},
                                               {"empty", audits->empty()},
                                               {"has_earlier", !earlier.empty()},
                                               {"label", report::labels(portal_labels, catalogue)},
                                               {"title", title}});
    return framed({.title = catalogue.text(Message{"web.home"}), .place = "/", .body = body}, request,
                  session);
}

}  // namespace cadran::web
