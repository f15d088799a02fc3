// SPDX-License-Identifier: Apache-2.0
#include "web/home_page.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/changes.h"
#include "app/due.h"
#include "app/indicator_standing.h"
#include "app/quality.h"
#include "app/reservation.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/change_rows.h"
#include "web/dial_view.h"
#include "web/frame.h"
#include "web/indicator_tile.h"
#include "web/paging.h"
#include "web/portal_page.h"

namespace cadran::web {

namespace {

constexpr std::array home_labels{"web.awaits_you", "web.nothing_awaits", "web.by_when",
                                 "web.what",       "web.process",        "web.kind",
                                 "web.objectives", "web.what_changed",   "web.nothing_changed"};

constexpr std::size_t changes_shown = 8;

using Titles = std::map<std::string, std::string>;  // of processes, by id

// Of `3/pieces`, the page of the audit where that is done.
std::string audit_way(const std::string& thing) {
    const std::string number = thing.substr(0, thing.find('/')), what = thing.substr(number.size());
    const bool is_page = what == "/pieces";
    const bool is_of_findings = what == "/answer" || what == "/settle" || what == "/verify";
    if (what == "/received") return fmt::format("/audits/{}/pieces?show=received", number);
    return fmt::format("/audits/{}{}", number, is_page ? "/pieces" : is_of_findings ? "/findings" : "");
}

// Of `figure/pay-benefits/paid-in-five-days/2026-07`, the form where somebody records it; what is measured is
// of the process.
std::string figure_way(const app::DueItem& item) {
    const auto parts = split(item.thing, '/');
    if (parts.size() != 4) return "/processes/" + percent_encoded(item.process);
    return fmt::format("{}?period={}#record", indicator_place(parts[1], parts[2]), parts[3]);
}

// Of `plugin/claims/2`, the page where the version is read and accepted.
std::string draft_way(const std::string& version) {
    const auto parts = split(version, '/');
    if (parts.size() != 3) return {};
    if (parts[0] == "workspace") return fmt::format("/organisation/versions/{}", parts[2]);
    return fmt::format("/{}/{}/versions/{}", parts[0] == "process" ? "processes" : "plugins",
                       percent_encoded(parts[1]), parts[2]);
}

// Where the next step is taken.
std::string place_of(const app::DueItem& item) {
    const std::string number = item.thing.substr(item.thing.find('/') + 1);
    switch (item.kind) {
        case app::DueKind::files: return "/worklist";
        case app::DueKind::action:
        case app::DueKind::judgement: return "/actions/" + number;
        case app::DueKind::figure: return figure_way(item);
        case app::DueKind::objective: return "/processes/" + percent_encoded(item.process);
        case app::DueKind::turn: return "/reviews/" + number;
        case app::DueKind::management_review: return "/management-reviews";
        case app::DueKind::audit:
        case app::DueKind::piece: return audit_way(number);
        case app::DueKind::draft: return draft_way(number);
        case app::DueKind::audit_finding: break;
    }
    return item.thing.starts_with("audit-finding/") ? "/audit-findings/" + number : audit_way(number);
}

// One's own to pilot, then to stand in for, then the others.
int distance(const model::Process& process, const app::Session& session) {
    if (process.pilot == session.actor.name) return 0;
    return std::ranges::find(process.backups, session.actor.name) != process.backups.end() ? 1 : 2;
}

Json figure(std::int64_t count, const char* words, std::string place, const char* look,
            const Catalogue& catalogue) {
    return Json::Object{{"figure", catalogue.number(count)},
                        {"look", count == 0 ? "calm" : look},
                        {"place", std::move(place)},
                        {"words", catalogue.text(Message{words, {{"count", count}}})}};
}

Json due_rows(std::span<const app::DueItem> items, const Titles& titles, std::string paging,
              const Catalogue& catalogue) {
    Json::Array rows;
    for (const app::DueItem& item : items) {
        const auto title = titles.find(item.process);
        rows.push_back(Json::Object{
            {"date", item.on ? catalogue.date(*item.on) : catalogue.text(Message{"web.as_soon_as_may_be"})},
            {"kind", catalogue.text(app::due_kind_title(item.kind))},
            {"late", catalogue.text(Message{"web.late"})},
            {"overdue", item.overdue},
            {"place", report::unless_empty(place_of(item))},
            {"process", title == titles.end() ? item.process : title->second},
            {"what", app::due_words(item, catalogue)},
        });
    }
    return Json::Object{{"paging", std::move(paging)}, {"rows", rows}};
}

// Every process with its indicators; one's own come first.
Json objectives(const std::vector<app::IndicatorStanding>& standings, report::ProcessMap map,
                const app::Session& session) {
    std::ranges::stable_sort(map.processes, {},
                             [&](const model::Process& process) { return distance(process, session); });
    Json::Array processes;
    for (const model::Process& process : map.processes) {
        const auto pilot = map.people.find(process.pilot);
        processes.push_back(Json::Object{
            {"pilot",
             session.catalogue.text(Message{
                 "web.piloted_by", {{"person", pilot == map.people.end() ? process.pilot : pilot->second}}})},
            {"place", "/processes/" + percent_encoded(process.id)},
            {"tiles", indicator_tiles(standings, process.id, session.catalogue)},
            {"title", session.catalogue.text(process.title)}});
    }
    return Json::Object{{"legend", session.catalogue.text(Message{"web.objectives_legend"})},
                        {"processes", processes}};
}

// Who answers for all processes looks at them first, others at what awaits them.
bool answers_for_all(const app::Session& session) {
    return app::scope_of(session.actor, app::UseCase::accept_process) == app::Scope::all;
}

// What there is to see of results, for who may see them.
struct Figures {
    Json objectives = false;
    std::string dial = {};
};

Result<Figures> figures_for(app::Session& session, report::ProcessMap map) {
    if (app::scope_of(session.actor, app::UseCase::show_indicators) == app::Scope::none ||
        map.processes.empty())
        return Figures{};
    const auto standings = app::list_indicators(session, "");
    if (!standings) return tl::unexpected(standings.error());
    std::string dial = dial_view(*standings, map, session.catalogue);
    return Figures{objectives(*standings, std::move(map), session), std::move(dial)};
}

Json::Array figures_of(const std::vector<app::DueItem>& due, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto late = std::ranges::count(due, true, &app::DueItem::overdue);
    Json::Array figures{figure(late, "web.things_late", "#due", "missed", catalogue),
                        figure(std::ssize(due) - late, "web.things_to_come", "#due", "plain", catalogue)};
    if (const auto wrong = app::list_contestable(session); wrong && !wrong->empty())
        figures.push_back(
            figure(std::ssize(*wrong), "web.errors_to_contest", "/quality", "missed", catalogue));
    if (app::scope_of(session.actor, app::UseCase::decide) == app::Scope::none) return figures;
    const auto work = app::workload(session);
    if (!work) return figures;
    std::int64_t files = 0;
    for (const app::Workload& part : *work) files += part.files;
    figures.push_back(figure(files, "web.files_waiting", "/worklist", "plain", catalogue));
    return figures;
}

}  // namespace

Result<Response> home_page(const Request& request, app::Session& session) {
    if (is_guest(session.actor)) return portal_page(request, session);
    const Catalogue& catalogue = session.catalogue;
    const auto due = app::list_due(session, {});
    if (!due) return tl::unexpected(due.error());
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    report::ProcessMap map;
    if (auto shown = app::show_map(session, {})) map = std::move(*shown);  // none in force yet
    Titles titles;
    for (const model::Process& process : map.processes) titles[process.id] = catalogue.text(process.title);
    const auto results = figures_for(session, std::move(map));
    if (!results) return tl::unexpected(results.error());
    const auto changes = app::list_changes(session, changes_shown);
    if (!changes) return tl::unexpected(changes.error());
    const auto changed = change_rows(*changes, session);
    if (!changed) return tl::unexpected(changed.error());
    const bool dial_first = answers_for_all(session);
    const Paging paging(request, due->size());
    const std::string title = catalogue.text(Message{"web.good_day", {{"person", session.actor.person}}});
    const std::string body = filled_template(
        "home", Json::Object{{"changes", *changed},
                             {"date", catalogue.date(*now)},
                             {"dial_above", dial_first ? results->dial : std::string()},
                             {"dial_below", dial_first ? std::string() : results->dial},
                             {"due", due->empty() ? Json(false)
                                                  : due_rows(paging.shown(*due), titles,
                                                             paging.markup(catalogue), catalogue)},
                             {"figures", figures_of(*due, session)},
                             {"label", report::labels(home_labels, catalogue)},
                             {"nothing_changed", changes->empty()},
                             {"nothing_due", due->empty()},
                             {"objectives", results->objectives},
                             {"title", title}});
    return framed({.title = catalogue.text(Message{"web.home"}), .place = "/", .body = body}, request,
                  session);
}

}  // namespace cadran::web
