// SPDX-License-Identifier: Apache-2.0
#include "web/management_view.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/rights.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/management_review.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/meeting.h"
#include "web/review_agenda.h"
#include "web/review_conclusion.h"
#include "web/signed_pack.h"

namespace cadran::web {

namespace {

using app::UseCase;
using model::ReviewState;
using report::text_at;

constexpr std::array management_overview{
    "web.management_reviews", "web.input",      "web.essential",         "web.state",
    "web.documents",          "web.signatures", "web.working_documents", "web.open_the_meeting",
    "web.prepare_again",      "web.agenda",     "web.review_decisions",  "web.no_decision"};
constexpr std::array input_labels{"web.say_something",  "web.supply_input",        "web.justify_input",
                                  "web.input_text",     "web.input_hint",          "web.save_answer",
                                  "web.input_document", "web.input_document_hint", "web.optional"};
constexpr std::array output_labels{"web.review_decisions",
                                   "web.no_decision",
                                   "web.decide_output",
                                   "web.decide_output_hint",
                                   "web.output_kind",
                                   "web.what_is_decided",
                                   "web.process",
                                   "web.whole_system",
                                   "web.owner",
                                   "web.by_when",
                                   "web.criterion",
                                   "web.judged_on",
                                   "web.record_decision",
                                   "web.nothing_needed",
                                   "web.effect_hint"};

bool has_right(const app::Session& session, UseCase use_case) {
    return app::scope_of(session.actor, use_case) == app::Scope::all;
}

// A review that is open, and how it is put in words.
struct Opened {
    app::OpenManagementReview review;
    Json shown;
    Meeting meeting;
};

Meeting management_meeting(const Json& shown, const calendar::Period& period, const Catalogue& catalogue) {
    Meeting meeting{text_at(shown, "title"), management_address(period), {}};
    for (const Json& input : shown.at("inputs").array())
        meeting.topics.push_back({text_at(input, "id"), text_at(input, "title"), text_at(input, "clause"),
                                  text_at(input, "standing_words")});
    meeting.topics.push_back(
        {std::string(conclusion_topic), catalogue.text(Message{"web.topic_conclusion"}), "9.3.3", {}});
    return meeting;
}

Result<Opened> opened(const calendar::Period& period, app::Session& session) {
    auto review = app::open_management_review(session, period);
    if (!review) return tl::unexpected(review.error());
    const auto zone = app::zone_of(session);
    Json shown = report::management_view(review->dossier, session.catalogue, *zone);
    Meeting meeting = management_meeting(shown, period, session.catalogue);
    return Opened{std::move(*review), std::move(shown), std::move(meeting)};
}

Json badge_of(ReviewState state, const Catalogue& catalogue) {
    return Json::Object{{"name", model::review_state_name(state)},
                        {"words", catalogue.text(model::review_state_title(state))}};
}

Json::Array management_documents(const calendar::Period& period, const Catalogue& catalogue) {
    Json::Array files;
    for (const char* ending : {"html", "pdf"}) {
        const std::string file =
            fmt::format("management-review.{}.{}", language_tag(catalogue.language()), ending);
        files.push_back(
            Json::Object{{"name", file}, {"place", management_address(period) + "/documents/" + file}});
    }
    return files;
}

Json::Array input_rows(const Opened& opened) {
    Json::Array rows = opened.shown.at("inputs").array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        Json::Object row = rows[i].object();
        row["place"] = opened.meeting.place_of(i);
        rows[i] = row;
    }
    return rows;
}

Response management_response(const std::string& title, const Json::Object& view, const Failure* failure,
                             const Request& request, app::Session& session) {
    return framed({.title = title,
                   .place = "/management-reviews",
                   .body = filled_template("management_review", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Json::Object management_page_view(const calendar::Period& period, const std::string& title, ReviewState state,
                                  const Failure* failure, const Request& request,
                                  const Catalogue& catalogue) {
    return {{"faults", faults_above(failure, catalogue)},
            {"form_token", request.form_token},
            {"frozen", false},
            {"label", report::labels(management_overview, catalogue)},
            {"open", false},
            {"period", period.text()},
            {"state", badge_of(state, catalogue)},
            {"title", title}};
}

Response overview_of_inputs(const calendar::Period& period, const Opened& opened, const Failure* failure,
                            const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const ReviewState state = opened.review.dossier.review.state;
    const std::string& title = opened.meeting.heading;
    Json::Object view = management_page_view(period, title, state, failure, request, catalogue);
    view["open"] = Json::Object{
        {"before_signature", catalogue.text(Message{"web.so_many_before_signature",
                                                    {{"count", std::ssize(opened.review.obstacles)}}})},
        {"documents", management_documents(period, catalogue)},
        {"first", opened.meeting.place_of(0)},
        {"has_outputs", opened.shown.at("has_outputs")},
        {"inputs", input_rows(opened)},
        {"last", opened.meeting.place_of(opened.meeting.topics.size() - 1)},
        {"marks", opened.shown.at("marks")},
        {"may_prepare",
         state == ReviewState::in_preparation && has_right(session, UseCase::prepare_management_review)},
        {"obstacles", fault_lines(opened.review.obstacles, catalogue)},
        {"obstructed", !opened.review.obstacles.empty()},
        {"outputs", opened.shown.at("outputs")},
        {"range", opened.shown.at("range")}};
    return management_response(title, view, failure, request, session);
}

Response overview_of_frozen(const model::ManagementReview& review, const Json& data, const Failure* failure,
                            const Request& request, app::Session& session) {
    const std::string title = session.catalogue.text(Message{
        "report.management_review_of", {{"period", report::period_words(review.period, session.catalogue)}}});
    Json::Object view = management_page_view(review.period, title, ReviewState::signed_off, failure, request,
                                             session.catalogue);
    view["frozen"] = signed_pack(
        {data.at("review"), review.pack, management_address(review.period), "management-review"}, session);
    return management_response(title, view, failure, request, session);
}

// What was said of an input, to be said anew.
Json answer_form(const model::ManagementReview& review, model::ReviewInput input, const Json& shown,
                 const Request& request, const app::Session& session) {
    if (!has_right(session, UseCase::complete_management_review)) return false;
    const model::InputAnswer* answer = review.answer_to(input);
    const std::string said = answer == nullptr ? "" : answer->text;
    const bool typed = request.form.has("text") && request.form.has("input");
    const std::string kind = typed ? request.form.get("kind")
                                   : std::string(model::answer_kind_name(
                                         answer == nullptr ? model::AnswerKind::supplied : answer->kind));
    return Json::Object{{"justified", kind == model::answer_kind_name(model::AnswerKind::justified)},
                        {"open", typed || text_at(shown, "standing") == "missing"},
                        {"replaces", said},
                        {"text", typed ? request.form.get("text") : said}};
}

std::string input_content(const Opened& opened, std::size_t topic, const Request& request,
                          app::Session& session) {
    const model::ReviewInput input = model::all_review_inputs[topic];
    Json::Object view = opened.shown.at("inputs").array()[topic].object();
    view["form"] = answer_form(opened.review.dossier.review, input, view, request, session);
    view["form_token"] = request.form_token;
    view["label"] = report::labels(input_labels, session.catalogue);
    view["place"] = opened.meeting.place;
    return filled_template("management_topic", view);
}

std::string management_conclusion(const Opened& opened, const Request& request, app::Session& session) {
    const model::ManagementReview& review = opened.review.dossier.review;
    const bool held = review.state == ReviewState::held;
    return review_conclusion({.held = held,
                              .may_hold = !held && has_right(session, UseCase::hold_management_review),
                              .may_sign = held && has_right(session, UseCase::sign_management_review),
                              .people = session.actor.person,
                              .participants = review.participants,
                              .conclusion = review.conclusion,
                              .state_words = opened.shown.at("state").at("words").string(),
                              .obstacles = opened.review.obstacles,
                              .place = opened.meeting.place,
                              .freezes = "web.signing_freezes_all",
                              .unheld = "web.to_be_concluded_by_management",
                              .waits = "web.to_be_signed_by_management"},
                             request, session.catalogue);
}

Json output_form(const Opened& opened, const Request& request, const app::Session& session) {
    if (!has_right(session, UseCase::decide_in_management_review)) return false;
    const Catalogue& catalogue = session.catalogue;
    const Fields& given = request.form;
    Json::Array processes;
    for (const model::ManagedProcess& one : opened.review.dossier.processes)
        processes.push_back(option(one.process.id, catalogue.text(one.process.title), given.get("process")));
    const bool typed = given.has("decision");
    return Json::Object{{"criterion_text", given.get("criterion")},
                        {"due_text", given.get("due")},
                        {"kinds", options(model::all_output_kinds, model::output_kind_name,
                                          model::output_kind_title, given.get("kind"), catalogue)},
                        {"on_text", given.get("judged_on")},
                        {"owner_text", given.get("owner")},
                        {"processes", processes},
                        {"text_text", typed ? given.get("decision") : std::string()},
                        {"typed", typed}};
}

std::string outputs_content(const Opened& opened, std::string_view topic, const Request& request,
                            const app::Session& session) {
    return filled_template("management_decisions",
                           Json::Object{{"form", output_form(opened, request, session)},
                                        {"form_token", request.form_token},
                                        {"has_outputs", opened.shown.at("has_outputs")},
                                        {"label", report::labels(output_labels, session.catalogue)},
                                        {"outputs", opened.shown.at("outputs")},
                                        {"place", opened.meeting.place},
                                        {"topic", topic}});
}

}  // namespace

Result<calendar::Period> reviewed_period(const Request& request) {
    const auto period = calendar::Period::parse(request.parameter("period"));
    if (!period) return not_found({"web.no_such_period", {{"period", request.parameter("period")}}});
    return *period;
}

std::string management_address(const calendar::Period& period) {
    return "/management-reviews/" + period.text();
}

Result<Response> shown_management_review(const calendar::Period& period, const Failure* failure,
                                         const Request& request, app::Session& session) {
    const auto reviews = app::list_management_reviews(session);
    if (!reviews) return tl::unexpected(reviews.error());
    const auto review = std::ranges::find(*reviews, period, &model::ManagementReview::period);
    if (review != reviews->end() && review->state == ReviewState::signed_off) {
        const auto data = app::show_management_review(session, period);
        if (!data) return tl::unexpected(data.error());
        return overview_of_frozen(*review, *data, failure, request, session);
    }
    const auto open = opened(period, session);
    if (!open) return tl::unexpected(open.error());
    return overview_of_inputs(period, *open, failure, request, session);
}

Result<Response> shown_management_topic(const calendar::Period& period, std::string_view topic,
                                        const Failure* failure, const Request& request,
                                        app::Session& session) {
    const auto open = opened(period, session);
    if (!open) return tl::unexpected(open.error());
    const std::size_t index = open->meeting.index_of(topic);
    if (index == open->meeting.topics.size())
        return not_found({"web.no_such_topic", {{"topic", std::string(topic)}}});
    const std::string figures = topic == conclusion_topic ? management_conclusion(*open, request, session)
                                                          : input_content(*open, index, request, session);
    const std::string content = figures + outputs_content(*open, topic, request, session);
    return framed({.title = fmt::format("{} – {}", open->meeting.topics[index].title, open->meeting.heading),
                   .place = "/management-reviews",
                   .body = meeting_page(open->meeting, index, faults_above(failure, session.catalogue),
                                        content, session.catalogue),
                   .status = failure == nullptr ? 200 : status_of(*failure),
                   .script = meeting_script},
                  request, session);
}

}  // namespace cadran::web
