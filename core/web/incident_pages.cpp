// SPDX-License-Identifier: Apache-2.0
#include "web/incident_pages.h"

#include <array>

#include "app/record_list.h"
#include "app/rights.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

constexpr std::array incident_labels{"web.which",      "web.filter",        "web.no_incident",
                                     "web.no_base",    "web.no_base_hint",  "web.bring_incidents",
                                     "web.open_files", "web.incident_words"};

// What the plugin declares.
constexpr const char* incident_type = "incident";

struct Which {
    std::string_view name;
    const char* title;
    std::string_view where;  // in the language of conditions
};

constexpr std::array whichs{
    Which{"open", "web.incidents_open", "closed_on is missing"},
    Which{"late", "web.incidents_late", "closed_on is missing and (due_on is missing or due_on < stated_on)"},
    Which{"unexplained", "web.incidents_unexplained", "analysed_on is missing or cause is missing"},
    Which{"all", "web.incidents_all", ""},
};

const Which& chosen_which(const Request& request) {
    for (const Which& one : whichs) {
        if (one.name == request.query.get("which")) return one;
    }
    return whichs.front();
}

Json::Array rows_in_words(std::span<const std::vector<std::string>> rows, const app::RecordList& list,
                          const Catalogue& catalogue) {
    Json::Array all;
    for (const std::vector<std::string>& row : rows) {
        Json::Array cells;
        for (std::size_t i = 1; i < row.size(); ++i)
            cells.push_back(Json::Object{{"heading", catalogue.text(list.headings[i])}, {"words", row[i]}});
        all.push_back(Json::Object{{"cells", cells}, {"name", row.front()}});
    }
    return all;
}

}  // namespace

Result<Response> incidents_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const Which& which = chosen_which(request);
    app::RecordChoice choice;
    choice.type = incident_type;
    choice.where = which.where;
    auto listed = app::list_records(session, choice);
    const bool has_base = listed || listed.error().kind != Failure::Kind::not_found;
    if (!listed && has_base) return tl::unexpected(listed.error());
    const app::RecordList list = listed ? std::move(*listed) : app::RecordList{};
    const Paging paging(request, list.rows.size());
    Json::Array headings, choices;
    for (const LocalText& heading : list.headings) headings.push_back(catalogue.text(heading));
    for (const Which& one : whichs)
        choices.push_back(option(one.name, catalogue.text(Message{one.title}), which.name));
    const std::string title = catalogue.text(Message{"web.incidents"});
    const std::string body = filled_template(
        "incidents",
        Json::Object{
            {"choices", choices},
            {"empty", list.rows.empty()},
            {"has_base", has_base},
            {"headings", headings},
            {"label", report::labels(incident_labels, catalogue)},
            {"may_decide", app::scope_of(session.actor, app::UseCase::show_worklist) == app::Scope::all},
            {"may_import", app::scope_of(session.actor, app::UseCase::import_records) == app::Scope::all},
            {"paging", paging.markup(catalogue)},
            {"rows", rows_in_words(paging.shown(list.rows), list, catalogue)},
            {"summary", catalogue.text(Message{"web.incidents_listed",
                                               {{"count", std::ssize(list.rows) + list.left_out}}})},
            {"title", title}});
    return framed({.title = title, .place = "/incidents", .body = body}, request, session);
}

}  // namespace cadran::web
