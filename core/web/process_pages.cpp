// SPDX-License-Identifier: Apache-2.0
#include "web/process_pages.h"

#include <algorithm>
#include <array>

#include "app/action.h"
#include "app/control_outcomes.h"
#include "app/cycle.h"
#include "app/indicator_standing.h"
#include "app/review.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/sheet_words.h"
#include "report/turn_dial.h"
#include "report/view.h"
#include "report/words.h"
#include "web/action_rows.h"
#include "web/frame.h"
#include "web/indicator_tile.h"
#include "web/outcomes_table.h"
#include "web/review_facts.h"

namespace cadran::web {

namespace {

constexpr std::array map_labels{"web.process",        "web.kind",         "web.pilot",        "web.turn",
                                "web.objectives_met", "web.open_actions", "web.late_actions", "web.map"};
constexpr std::array sheet_labels{
    "web.processes",         "web.live_figures", "web.open_actions", "web.turn",     "web.no_indicator",
    "web.no_open_action",    "web.action",       "web.owner",        "web.by_when",  "web.state",
    "web.before_next_stage", "web.sheet",        "web.draft",        "web.versions", "web.controls",
    "web.next_review"};

// Of a process with more of them, its page leads to the list.
constexpr std::int64_t actions_shown = 20;

bool may_see(const app::Session& session, app::UseCase use_case) {
    return app::scope_of(session.actor, use_case) == app::Scope::all;
}

std::string person_in(const std::map<std::string, std::string>& people, const std::string& account) {
    const auto found = people.find(account);
    return found == people.end() ? account : found->second;
}

// What results add to a line of the list, for who may see them.
struct Results {
    std::vector<app::IndicatorStanding> standings;
    std::vector<app::ShownCycle> cycles;
};

Result<std::optional<Results>> results_for(app::Session& session) {
    if (!may_see(session, app::UseCase::show_indicators) || !may_see(session, app::UseCase::show_cycle))
        return std::optional<Results>();
    auto standings = app::list_indicators(session, "");
    if (!standings) return tl::unexpected(standings.error());
    auto cycles = app::list_cycles(session);
    if (!cycles) return tl::unexpected(cycles.error());
    return Results{std::move(*standings), std::move(*cycles)};
}

// `3 sur 5`: of the figures that have a target, those that meet it.
std::string met_words(const std::vector<app::IndicatorStanding>& standings, const std::string& process,
                      const Catalogue& catalogue) {
    std::int64_t met = 0, judged = 0;
    for (const app::IndicatorStanding& standing : standings) {
        if (standing.process != process || !standing.newest || !standing.newest->target) continue;
        ++judged;
        if (standing.newest->attainment() == model::Attainment::met) ++met;
    }
    if (judged == 0) return report::no_value;
    return catalogue.text(Message{"web.so_many_of", {{"all", judged}, {"some", met}}});
}

Json result_cells(const Results& results, const std::string& process, const Catalogue& catalogue) {
    const auto cycle = std::ranges::find_if(
        results.cycles, [&](const app::ShownCycle& one) { return one.cycle.process == process; });
    const bool turns = cycle != results.cycles.end();
    return Json::Object{
        {"late",
         turns && cycle->overdue_actions > 0 ? Json(catalogue.number(cycle->overdue_actions)) : Json(false)},
        {"met", met_words(results.standings, process, catalogue)},
        {"open", turns ? catalogue.number(cycle->open_actions) : std::string(report::no_value)},
        {"turn",
         turns ? catalogue.text(Message{"web.turn_at",
                                        {{"period", report::period_words(cycle->cycle.period, catalogue)},
                                         {"stage", model::stage_title(cycle->cycle.stage)}}})
               : std::string(report::no_value)}};
}

Json::Object list_of(const report::SheetList& list) {
    Json::Array items;
    for (const report::SheetItem& item : list.items)
        items.push_back(Json::Object{{"lead", report::unless_empty(item.lead)}, {"text", item.text}});
    return {{"empty", list.items.empty()},
            {"items", items},
            {"nothing", list.nothing},
            {"numbered", list.numbered},
            {"title", list.title}};
}

Json::Object cell_of(const report::SheetCell& cell) {
    return {{"note", report::unless_empty(cell.note)}, {"text", cell.text}};
}

Json table_of(const report::SheetTable& table) {
    Json::Array heads, rows;
    for (const report::SheetColumn& column : table.columns) heads.push_back(column.title);
    for (const std::vector<report::SheetCell>& cells : table.rows) {
        Json::Object row = cell_of(cells.front());
        Json::Array others;
        for (std::size_t i = 1; i < cells.size(); ++i) others.push_back(cell_of(cells[i]));
        row["cells"] = others;
        rows.push_back(row);
    }
    return Json::Object{{"empty", table.rows.empty()},
                        {"heads", heads},
                        {"nothing", table.nothing},
                        {"rows", rows},
                        {"title", table.title}};
}

// The sheet in its order.
void add_sheet(Json::Object& view, const report::SheetWords& words) {
    Json::Array facts, lists, tables;
    for (const report::SheetFact& fact : words.facts)
        facts.push_back(Json::Object{{"name", fact.name}, {"value", fact.value}});
    for (const report::SheetFact& fact : {words.start, words.end})
        facts.push_back(Json::Object{{"name", fact.name}, {"value", fact.value}});
    for (const report::SheetList& list : words.before) lists.push_back(list_of(list));
    lists.push_back(list_of(words.activities));
    for (const report::SheetList& list : words.after) lists.push_back(list_of(list));
    for (const report::SheetList& list : words.lists) lists.push_back(list_of(list));
    for (const report::SheetTable& table : words.tables) tables.push_back(table_of(table));
    view["edition"] = words.edition;
    view["facts"] = facts;
    view["lists"] = lists;
    view["purpose"] = Json::Object{{"name", words.purpose.name}, {"value", words.purpose.value}};
    view["tables"] = tables;
    view["title"] = words.title;
}

void add_turn(Json::Object& view, const std::string& process, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    if (!may_see(session, app::UseCase::show_cycle)) return;
    const auto shown = app::show_cycle(session, process);
    if (shown)
        view["cycle"] = Json::Object{
            {"dial", report::turn_dial(shown->cycle, catalogue)},
            {"obstacles", fault_lines(shown->obstacles, catalogue)},
            {"obstructed", !shown->obstacles.empty()},
            {"words",
             catalogue.text(Message{"web.turn_at",
                                    {{"period", report::period_words(shown->cycle.period, catalogue)},
                                     {"stage", model::stage_title(shown->cycle.stage)}}})}};
}

// What its controls found last, and its next review.
Done add_outcomes(Json::Object& view, const std::string& process, app::Session& session) {
    if (may_see(session, app::UseCase::show_findings)) {
        const auto outcomes = app::list_outcomes(session, process);
        if (!outcomes) return tl::unexpected(outcomes.error());
        if (!outcomes->empty()) view["outcomes"] = outcomes_table(*outcomes, "controls", session);
    }
    if (may_see(session, app::UseCase::show_review)) {
        const auto next = app::next_review(session, process);
        if (!next) return tl::unexpected(next.error());
        if (*next) view["review"] = review_facts(**next, session.catalogue);
    }
    return {};
}

// Indicators, turn, controls and actions; nothing of them for who may not see results.
Done add_live(Json::Object& view, const std::string& process, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    view["live"] = view["cycle"] = view["actions"] = view["outcomes"] = view["review"] = false;
    if (may_see(session, app::UseCase::show_indicators)) {
        const auto standings = app::list_indicators(session, process);
        if (!standings) return tl::unexpected(standings.error());
        view["live"] = Json::Object{{"no_tile", standings->empty()},
                                    {"tiles", indicator_tiles(*standings, process, catalogue)}};
    }
    add_turn(view, process, session);
    if (const Done added = add_outcomes(view, process, session); !added) return added;
    if (may_see(session, app::UseCase::show_actions)) {
        const app::ActionQuery query{.process = process, .unsettled = true, .most = actions_shown};
        const auto listed = app::list_actions(session, query);
        if (!listed) return tl::unexpected(listed.error());
        const auto count = app::count_actions(session, query);
        if (!count) return tl::unexpected(count.error());
        const std::int64_t others = *count - std::ssize(*listed);
        view["actions"] = Json::Object{
            {"more", others == 0 ? Json(false)
                                 : Json(catalogue.text(Message{"web.more_actions", {{"count", others}}}))},
            {"more_place", "/actions?process=" + percent_encoded(process)},
            {"no_action", listed->empty()},
            {"rows", action_rows(*listed, session)}};
    }
    return {};
}

}  // namespace

Result<Response> processes_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto map = app::show_map(session, {});
    if (!map) return tl::unexpected(map.error());
    const auto results = results_for(session);
    if (!results) return tl::unexpected(results.error());
    Json::Array rows;
    for (const model::Process& process : map->processes) {
        rows.push_back(Json::Object{
            {"kind", catalogue.text(model::process_kind_title(process.kind))},
            {"pilot", person_in(map->people, process.pilot)},
            {"place", "/processes/" + percent_encoded(process.id)},
            {"results", *results ? result_cells(**results, process.id, catalogue) : Json(false)},
            {"title", catalogue.text(process.title)},
        });
    }
    const std::string title = catalogue.text(Message{"web.processes"});
    const std::string body = filled_template(
        "processes",
        Json::Object{{"has_results", results->has_value()},
                     {"in_force", catalogue.text(Message{"web.processes_in_force", {{"date", map->on}}})},
                     {"label", report::labels(map_labels, catalogue)},
                     {"rows", rows},
                     {"title", title}});
    return framed({.title = title, .place = "/processes", .body = body}, request, session);
}

Result<Response> process_map_picture(const Request&, app::Session& session) {
    auto map = app::show_map(session, {});
    if (!map) return tl::unexpected(map.error());
    map->on_page = true;
    return Response{
        .type = "image/svg+xml",
        .body = report::process_map_svg(*map, session.catalogue),
        .headers = {{"Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"}}};
}

Result<Response> process_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string& process = request.parameter("process");
    const auto sheet = app::show_sheet(session, process, {});
    if (!sheet) return tl::unexpected(sheet.error());
    const report::SheetWords words = report::sheet_words(*sheet, catalogue);
    Json::Object view{{"label", report::labels(sheet_labels, catalogue)},
                      {"place", "/processes/" + percent_encoded(process)}};
    add_sheet(view, words);
    if (const Done done = add_live(view, process, session); !done) return tl::unexpected(done.error());
    return framed({.title = words.title, .place = "/processes", .body = filled_template("process", view)},
                  request, session);
}

}  // namespace cadran::web
