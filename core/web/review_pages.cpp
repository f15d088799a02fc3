// SPDX-License-Identifier: Apache-2.0
#include "web/review_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/sheet.h"
#include "report/words.h"
#include "web/frame.h"
#include "web/meeting.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

using model::ReviewState;

constexpr std::array reviews_labels{"web.process",        "web.period",   "web.turn",
                                    "web.state",          "web.by_when",  "web.pilot",
                                    "web.to_be_reviewed", "web.reviewed", "web.nothing_to_review",
                                    "web.no_review_yet"};

// A turn that is not yet in Act has no review to prepare: what comes before it is told.
Message standing_words(const app::ListedReview& one) {
    if (one.state) return {"web.review_state", {{"state", model::review_state_title(*one.state)}}};
    if (one.stage == model::Stage::act) return {"web.to_be_prepared"};
    return {"web.turn_goes_on"};
}

Json review_row(const app::ListedReview& one, const std::map<std::string, std::string>& people,
                const Catalogue& catalogue) {
    const auto pilot = people.find(one.pilot);
    return Json::Object{{"due", catalogue.date(one.due)},
                        {"late", catalogue.text(Message{"web.late"})},
                        {"overdue", one.overdue},
                        {"period", report::period_words(one.period, catalogue)},
                        {"pilot", pilot == people.end() ? one.pilot : pilot->second},
                        {"place", review_address({one.process, one.period})},
                        {"stage", catalogue.text(model::stage_title(one.stage))},
                        {"state", catalogue.text(standing_words(one))},
                        {"state_name", one.state ? model::review_state_name(*one.state) : "none"},
                        {"title", catalogue.text(one.title)}};
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
