// SPDX-License-Identifier: Apache-2.0
#include "web/review_pages.h"

#include <algorithm>
#include <array>

#include "app/sheet.h"
#include "report/words.h"
#include "web/frame.h"
#include "web/meeting.h"
#include "web/review_facts.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

using model::ReviewState;

constexpr std::array reviews_labels{"web.process",        "web.period",   "web.turn",
                                    "web.state",          "web.by_when",  "web.pilot",
                                    "web.to_be_reviewed", "web.reviewed", "web.nothing_to_review",
                                    "web.no_review_yet"};

Json review_row(const app::ListedReview& one, const std::map<std::string, std::string>& people,
                const Catalogue& catalogue) {
    Json::Object row = review_facts(one, catalogue);
    const auto pilot = people.find(one.pilot);
    row["pilot"] = pilot == people.end() ? one.pilot : pilot->second;
    row["stage"] = catalogue.text(model::stage_title(one.stage));
    row["title"] = catalogue.text(one.title);
    return row;
}

}  // namespace

Result<Response> reviews_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto listed = app::list_reviews(session);
    if (!listed) return tl::unexpected(listed.error());
    std::map<std::string, std::string> people;
    if (const auto map = app::show_map(session, {})) people = map->people;
    Json::Array waiting, ended;
    for (const app::ListedReview& one : *listed)
        (one.state == ReviewState::signed_off ? ended : waiting)
            .push_back(review_row(one, people, catalogue));
    const auto late = std::ranges::count(*listed, true, &app::ListedReview::overdue);
    const std::string title = catalogue.text(Message{"web.reviews"});
    const std::string body = filled_template(
        "reviews",
        Json::Object{
            {"ended", ended},
            {"has_ended", !ended.empty()},
            {"has_waiting", !waiting.empty()},
            {"label", report::labels(reviews_labels, catalogue)},
            {"summary", catalogue.text(Message{"web.reviews_late", {{"count", std::int64_t{late}}}})},
            {"title", title},
            {"waiting", waiting}});
    return framed({.title = title, .place = "/reviews", .body = body}, request, session);
}

Result<Response> review_page(const Request& request, app::Session& session) {
    const auto name = review_parameter(request);
    if (!name) return tl::unexpected(name.error());
    return shown_review(*name, nullptr, request, session);
}

Result<Response> review_topic_page(const Request& request, app::Session& session) {
    const auto name = review_parameter(request);
    if (!name) return tl::unexpected(name.error());
    return shown_topic(*name, request.parameter("topic"), nullptr, request, session);
}

Result<Response> review_documents_file(const Request& request, app::Session& session) {
    const auto name = review_parameter(request);
    if (!name) return tl::unexpected(name.error());
    const auto documents = app::review_documents(session, *name);
    if (!documents) return tl::unexpected(documents.error());
    return pack_file(fmt::format("{}-{}.zip", name->process, name->period.text()), app::zipped(*documents));
}

Result<Response> review_document_file(const Request& request, app::Session& session) {
    const auto name = review_parameter(request);
    if (!name) return tl::unexpected(name.error());
    auto documents = app::review_documents(session, *name);
    if (!documents) return tl::unexpected(documents.error());
    const std::string& file = request.parameter("file");
    const auto wanted = std::ranges::find(*documents, file, &app::PackContent::name);
    if (wanted == documents->end()) return not_found({"web.no_such_file", {{"file", file}}});
    return pack_file(wanted->name, std::move(wanted->bytes));
}

}  // namespace cadran::web
