// SPDX-License-Identifier: Apache-2.0
#include "web/worklist_pages.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/worklist.h"
#include "report/level_bars.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/paging.h"
#include "web/request_reader.h"
#include "web/work_item_view.h"

namespace cadran::web {

namespace {

constexpr std::array worklist_labels{"web.by_when",       "web.record",        "web.control",
                                     "web.finding_says",  "web.severity",      "web.taken_by",
                                     "web.filter",        "web.only_mine",     "web.only_late",
                                     "web.nothing_waits", "web.every_control", "web.worklist_keys"};

Json list_row(const app::WorkItem& item, const app::Session& session) {
    const model::Finding& finding = item.finding;
    const bool held = model::is_held_from(finding.taken, "", session.clock.now());
    const Catalogue& catalogue = session.catalogue;
    return Json::Object{
        {"control", catalogue.text(item.control_title)},
        {"due", date_or_dash(item.due, catalogue)},
        {"late", catalogue.text(Message{"web.late"})},
        {"message", item.message},
        {"overdue", item.overdue},
        {"place", "/worklist/" + finding.id},
        {"record", finding.subjects.front().key},
        {"severity", catalogue.text(model::severity_title(finding.severity))},
        {"severity_name", report::level_class(finding.severity)},
        {"taken", held ? finding.taken->by : std::string()},
    };
}

// Of all that waits, so that choosing one does not hide the others.
Json::Array controls_to_choose(const std::vector<app::WorkItem>& items, const std::string& chosen,
                               const Catalogue& catalogue) {
    std::map<std::string, std::string> titles;
    for (const app::WorkItem& item : items)
        titles[item.finding.control.id] = catalogue.text(item.control_title);
    Json::Array choices;
    for (const auto& [id, title] : titles)
        choices.push_back(Json::Object{{"chosen", id == chosen}, {"id", id}, {"title", title}});
    return choices;
}

}  // namespace

Result<Response> worklist_page(const Request& request, app::Session& session) {
    const std::string control = request.query.get("control");
    const bool mine = request.query.has("mine"), late = request.query.has("late");
    auto items =
        app::survey_worklist(session, {.state = model::FindingState::open, .mine = mine, .overdue = late});
    if (!items) return tl::unexpected(items.error());
    const Catalogue& catalogue = session.catalogue;
    const Json::Array choices = controls_to_choose(*items, control, catalogue);
    std::erase_if(*items, [&](const app::WorkItem& item) {
        return !control.empty() && item.finding.control.id != control;
    });
    const Paging paging(request, items->size());
    Json::Array rows;
    const auto shown = app::add_words_to(session, paging.shown(*items));
    if (!shown) return tl::unexpected(shown.error());
    for (const app::WorkItem& item : *shown) rows.push_back(list_row(item, session));
    const std::string title = catalogue.text(Message{"web.worklist"});
    const std::string body = filled_template(
        "worklist",
        Json::Object{
            {"controls", choices},
            {"empty", items->empty()},
            {"label", report::labels(worklist_labels, catalogue)},
            {"late_only", late},
            {"mine_only", mine},
            {"paging", paging.markup(catalogue)},
            {"rows", rows},
            {"summary", catalogue.text(Message{"web.files_listed", {{"count", std::ssize(*items)}}})},
            {"title", title}});
    return framed({.title = title, .place = "/worklist", .body = body, .script = "worklist.js"}, request,
                  session);
}

}  // namespace cadran::web
