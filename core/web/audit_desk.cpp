// SPDX-License-Identifier: Apache-2.0
#include "web/audit_desk.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/audit.h"
#include "base/text.h"
#include "report/audit_findings.h"
#include "report/level_bars.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using app::UseCase;
using model::AuditState;

constexpr std::array audit_head_labels{"web.audits", "web.this_audit"};

struct Tab {
    AuditTab tab;
    const char* behind;
    const char* title;
};

constexpr std::array tabs{
    Tab{AuditTab::overview, "", "web.audit_overview"},
    Tab{AuditTab::pieces, "/pieces", "web.audit_pieces"},
    Tab{AuditTab::checklist, "/checklist", "web.audit_checklist"},
    Tab{AuditTab::findings, "/findings", "web.audit_findings"},
    Tab{AuditTab::report, "/report", "web.audit_report"},
};

bool is_shown(AuditTab tab, const AuditDesk& desk) {
    switch (tab) {
        case AuditTab::overview: return true;
        case AuditTab::pieces: return desk.has_pieces();
        case AuditTab::checklist: return desk.sees_checklist();
        case AuditTab::findings: return desk.sees_findings();
        case AuditTab::report: break;
    }
    return !desk.is_contact || !desk.audit().provisional_report.empty();
}

// What stands behind the name of a tab: `36/38`; empty where there is nothing to count.
std::string count_of(AuditTab tab, const AuditDesk& desk) {
    const model::Audit& audit = desk.audit();
    if (tab == AuditTab::pieces && !audit.pieces.empty())
        return fmt::format("{}/{}", std::ranges::count_if(audit.pieces, &model::Piece::is_delivered),
                           audit.pieces.size());
    if (tab == AuditTab::checklist && !desk.dossier.items.empty())
        return fmt::format("{}/{}",
                           std::ranges::count_if(desk.dossier.items,
                                                 [](const model::AuditedItem& item) {
                                                     return item.conformity() !=
                                                            model::Conformity::not_checked;
                                                 }),
                           desk.dossier.items.size());
    if (tab == AuditTab::findings && !desk.dossier.findings.empty())
        return fmt::format(
            "{}", std::ranges::count_if(desk.dossier.findings, [](const model::ReportedFinding& one) {
                return one.finding.state != model::AuditFindingState::withdrawn;
            }));
    return {};
}

const char* tab_title(AuditTab tab) {
    return std::ranges::find(tabs, tab, &Tab::tab)->title;
}

Json::Array tab_links(const AuditDesk& desk, const AuditPageContent& content, const Catalogue& catalogue) {
    Json::Array links;
    for (const Tab& one : tabs) {
        if (!is_shown(one.tab, desk)) continue;
        const bool is_current = one.tab == content.tab;
        const std::string count = count_of(one.tab, desk);
        links.push_back(Json::Object{
            {"count", count.empty() ? Json(false) : Json(count)},
            {"current", !is_current ? Json(false) : Json(content.title.empty() ? "page" : "true")},
            {"place", desk.place(one.behind)},
            {"title", catalogue.text(Message{one.title})}});
    }
    return links;
}

std::string audit_heading(const AuditDesk& desk, const AuditPageContent& content,
                          const Catalogue& catalogue) {
    const model::Audit& audit = desk.audit();
    const std::string whole = audit_title(desk.dossier, catalogue);
    const bool is_overview = content.tab == AuditTab::overview && content.title.empty();
    const std::string title =
        is_overview
            ? whole
            : (content.title.empty() ? catalogue.text(Message{tab_title(content.tab)}) : content.title);
    return filled_template("audit_head",
                           Json::Object{{"audit", whole},
                                        {"audit_place", is_overview ? Json(false) : Json(desk.place())},
                                        {"label", report::labels(audit_head_labels, catalogue)},
                                        {"state", catalogue.text(model::audit_state_title(audit.state))},
                                        {"state_name", model::audit_state_name(audit.state)},
                                        {"tabs", tab_links(desk, content, catalogue)},
                                        {"title", title}});
}

}  // namespace

bool AuditDesk::sees_findings() const {
    return !is_contact || audit().state >= AuditState::provisional;
}

bool AuditDesk::sees_checklist() const {
    return !is_contact && !audit().is_external();
}

bool AuditDesk::has_pieces() const {
    return std::ranges::any_of(dossier.items,
                               [](const model::AuditedItem& one) { return one.item.is_piece; });
}

std::string AuditDesk::place(std::string_view behind) const {
    return fmt::format("/audits/{}{}", audit().number, behind);
}

Result<AuditDesk> audit_desk(std::int64_t number, app::Session& session) {
    auto dossier = app::show_audit(session, number);
    if (!dossier) return tl::unexpected(dossier.error());
    AuditDesk desk{.dossier = std::move(*dossier)};
    const model::Audit& audit = desk.audit();
    desk.conducts = app::authorise(session, UseCase::conduct_audit, audit).has_value();
    desk.delivers = app::authorise(session, UseCase::deliver_piece, audit).has_value();
    desk.answers = app::authorise(session, UseCase::answer_audit, audit).has_value();
    desk.plans = app::authorise(session, UseCase::plan_audit).has_value();
    desk.is_contact = audit.is_contact(session.actor.name);
    return desk;
}

Result<AuditDesk> audit_desk(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "audit");
    if (!number) return tl::unexpected(number.error());
    return audit_desk(*number, session);
}

Result<AuditDesk> audit_desk(const Request& request, app::Session& session, UseCase use_case) {
    auto desk = audit_desk(request, session);
    if (!desk) return desk;
    if (const Done may = app::authorise(session, use_case, desk->audit()); !may)
        return tl::unexpected(may.error());
    return desk;
}

Response framed_audit(const AuditDesk& desk, const AuditPageContent& content, const Request& request,
                      app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string whole = audit_title(desk.dossier, catalogue);
    const std::string own =
        content.title.empty() ? catalogue.text(Message{tab_title(content.tab)}) : content.title;
    return framed({.title = fmt::format("{} – {}", own, whole),
                   .place = "/audits",
                   .body = audit_heading(desk, content, catalogue) + content.body,
                   .status = content.status,
                   .script = content.script},
                  request, session);
}

std::string audit_title(const model::AuditDossier& dossier, const Catalogue& catalogue) {
    return fmt::format("{} – {}", model::audit_name(dossier.audit), catalogue.text(dossier.auditee));
}

Json audit_badge(std::string_view look, std::string words) {
    return Json::Object{{"look", look}, {"words", std::move(words)}};
}

Json level_badge(model::Severity level, const model::AuditDossier& dossier, const Catalogue& catalogue) {
    return audit_badge(report::level_class(level), report::level_words(level, dossier, catalogue));
}

Json finding_badge(const model::AuditFinding& finding, const model::AuditDossier& dossier,
                   const Catalogue& catalogue) {
    if (finding.level) return level_badge(*finding.level, dossier, catalogue);
    const bool is_grave = finding.kind == model::AuditFindingKind::major_nonconformity;
    const bool is_minor = finding.kind == model::AuditFindingKind::minor_nonconformity;
    return audit_badge(is_grave   ? "major"
                       : is_minor ? "medium"
                                  : model::audit_finding_kind_name(finding.kind),
                       catalogue.text(model::audit_finding_kind_title(finding.kind)));
}

}  // namespace cadran::web
