// SPDX-License-Identifier: Apache-2.0
#include "web/search_page.h"

#include <array>

#include "app/rights.h"
#include "app/search.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using app::SearchKind;

constexpr std::array search_labels{"web.search", "web.search_words", "web.search_hint"};

const char* kind_title(SearchKind kind) {
    switch (kind) {
        case SearchKind::finding: return "web.findings";
        case SearchKind::action: return "web.actions";
        case SearchKind::process: return "web.processes";
        case SearchKind::indicator: return "web.indicators";
        case SearchKind::control: return "web.controls";
        case SearchKind::risk: return "web.risks";
        case SearchKind::nonconformity: return "web.nonconformities";
        case SearchKind::audit: return "web.audits";
        case SearchKind::account: break;
    }
    return "web.accounts";
}

// Where it leads, for who may go there.
std::string place_of_hit(SearchKind kind, const app::SearchHit& hit, const app::Session& session) {
    const std::string process = percent_encoded(hit.process), id = percent_encoded(hit.id);
    const bool decides = app::scope_of(session.actor, app::UseCase::show_worklist) == app::Scope::all;
    switch (kind) {
        case SearchKind::finding: return decides ? "/worklist/" + id : std::string();
        case SearchKind::action: return "/actions/" + id;
        case SearchKind::process: return "/processes/" + id;
        case SearchKind::indicator: return "/indicators/" + process + "/" + id;
        case SearchKind::control: return decides ? "/worklist?control=" + id : "/processes/" + process;
        case SearchKind::risk: return "/risks?process=" + process;
        case SearchKind::nonconformity: return "/nonconformities/" + id;
        case SearchKind::audit: return "/audits/" + id;
        case SearchKind::account: break;
    }
    return "/accounts/" + id;
}

bool is_there(const std::string& place) {
    return !place.empty() && find_route("GET", place.substr(0, place.find('?'))).route != nullptr;
}

Json group_view(const app::SearchGroup& group, const ProcessTitles& titles, const app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    Json::Array hits;
    for (const app::SearchHit& hit : group.hits) {
        const std::string place = place_of_hit(group.kind, hit, session);
        const std::string& process = titled(titles, hit.process);
        std::string context = hit.context;
        if (!process.empty() && process != context && group.kind != SearchKind::process)
            context += (context.empty() ? "" : " · ") + process;
        hits.push_back(Json::Object{{"context", report::unless_empty(context)},
                                    {"place", is_there(place) ? Json(place) : Json(false)},
                                    {"title", hit.title}});
    }
    const std::int64_t count = std::ssize(group.hits) + group.left_out;
    const Message more{"web.more_hits", {{"count", group.left_out}}};
    return Json::Object{{"count", catalogue.number(count)},
                        {"hits", hits},
                        {"id", fmt::format("hits-{}", static_cast<int>(group.kind))},
                        {"left_out", group.left_out > 0 ? Json(catalogue.text(more)) : Json(false)},
                        {"title", catalogue.text(Message{kind_title(group.kind)})}};
}

}  // namespace

Result<Response> search_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string words(trimmed(request.query.get("q")));
    std::vector<app::SearchGroup> groups;
    std::optional<Failure> failure;
    if (!words.empty()) {
        auto found = app::search(session, words);
        if (found)
            groups = std::move(*found);
        else
            failure = std::move(found.error());
    }
    const ProcessTitles titles = process_titles(session);
    Json::Array views;
    for (const app::SearchGroup& group : groups) views.push_back(group_view(group, titles, session));
    const bool in_vain = groups.empty() && !failure && !words.empty();
    const std::string title = catalogue.text(Message{"web.search"});
    const std::string body = filled_template(
        "search",
        Json::Object{
            {"faults", faults_above(failure ? &*failure : nullptr, catalogue)},
            {"groups", views},
            {"in_vain",
             in_vain ? Json(catalogue.text(Message{"web.nothing_found", {{"words", words}}})) : Json(false)},
            {"label", report::labels(search_labels, catalogue)},
            {"title", title},
            {"words", words}});
    return framed(
        {.title = title, .place = "/search", .body = body, .status = failure ? status_of(*failure) : 200},
        request, session);
}

}  // namespace cadran::web
