// SPDX-License-Identifier: Apache-2.0
#include "web/review_view.h"

#include <array>

#include <fmt/ranges.h>

#include "app/action.h"
#include "app/cycle.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/matter_section.h"
#include "report/review.h"
#include "report/turn_dial.h"
#include "report/view.h"
#include "report/words.h"
#include "web/action_rows.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/review_agenda.h"
#include "web/review_conclusion.h"
#include "web/review_decisions.h"
#include "web/review_turn.h"
#include "web/signed_pack.h"

namespace cadran::web {

namespace {

using model::ReviewState;

constexpr std::array overview_of_review{
    "web.reviews",          "web.agenda",      "web.open_the_meeting", "web.prepare_review",
    "web.prepare_again",    "web.documents",   "web.signatures",       "web.working_documents",
    "web.review_decisions", "web.no_decision", "web.action",           "web.owner",
    "web.by_when",          "web.state",       "web.not_prepared",     "web.before_signature"};

// What the review decided: an action each, and where it stands today.
Json::Array decisions_of(const app::ReviewName& name, app::Session& session) {
    if (app::scope_of(session.actor, app::UseCase::show_actions) != app::Scope::all) return {};
    auto listed = app::list_actions(session, {.process = name.process});
    if (!listed) return {};
    std::erase_if(*listed, [&](const app::ListedAction& one) {
        return one.action.origin != model::ActionOrigin::review || one.action.source != name.period.text();
    });
    return action_rows(*listed, session);
}

Json state_badge(const std::optional<ReviewState>& state, const Catalogue& catalogue) {
    return Json::Object{
        {"name", state ? model::review_state_name(*state) : "none"},
        {"words",
         catalogue.text(state ? Message{"web.review_state", {{"state", model::review_state_title(*state)}}}
                              : Message{"web.not_prepared"})}};
}

std::string title_of(const LocalText& process, const app::ReviewName& name, const Catalogue& catalogue) {
    return catalogue.text(Message{
        "report.title", {{"process", process}, {"period", report::period_words(name.period, catalogue)}}});
}

// The files that it would consist of now, as far as people read them.
Json::Array working_documents(const app::ReviewName& name, const Catalogue& catalogue) {
    const std::string language(language_tag(catalogue.language()));
    Json::Array files;
    for (const char* ending : {"html", "pdf", "xlsx"}) {
        const std::string file = fmt::format("review.{}.{}", language, ending);
        files.push_back(Json::Object{{"name", file}, {"place", review_address(name) + "/documents/" + file}});
    }
    return files;
}

Response overview_response(const std::string& title, const Json::Object& view, const Failure* failure,
                           const Request& request, app::Session& session) {
    return framed({.title = title,
                   .place = "/reviews",
                   .body = filled_template("review", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Json::Object overview_of(const app::ReviewName& name, const model::Process& process, const std::string& title,
                         const std::optional<ReviewState>& state, const Failure* failure,
                         const Request& request, app::Session& session) {
    const Json::Array decisions = decisions_of(name, session);
    const bool may_prepare = state.value_or(ReviewState::in_preparation) == ReviewState::in_preparation &&
                             app::authorise(session, app::UseCase::prepare_review, process).has_value();
    return {{"decisions", decisions},
            {"faults", faults_above(failure, session.catalogue)},
            {"form_token", request.form_token},
            {"frozen", false},
            {"has_decisions", !decisions.empty()},
            {"label", report::labels(overview_of_review, session.catalogue)},
            {"may_prepare", may_prepare},
            {"open", false},
            {"place", review_address(name)},
            {"state", state_badge(state, session.catalogue)},
            {"title", title},
            {"turn", false},
            {"unprepared", !state}};
}

// Nobody prepared it: where its turn stands, and what is to be done first.
Result<Response> before_review(const app::ReviewName& name, const Failure* failure, const Request& request,
                               app::Session& session) {
    const auto sheet = app::show_sheet(session, name.process, {});
    if (!sheet) return tl::unexpected(sheet.error());
    const auto cycle = app::show_cycle(session, name.process);
    if (!cycle) return tl::unexpected(cycle.error());
    if (cycle->cycle.period != name.period)
        return not_found({"app.no_review", {{"process", name.process}, {"period", name.period.text()}}});
    const std::string title = title_of(sheet->process.title, name, session.catalogue);
    Json::Object view = overview_of(name, sheet->process, title, {}, failure, request, session);
    view["may_prepare"] = view["may_prepare"].boolean() && cycle->cycle.stage == model::Stage::act;
    view["turn"] = review_turn(*cycle, sheet->process, request, session);
    return overview_response(title, view, failure, request, session);
}

Result<Response> overview_of_open(const app::ReviewName& name, const Failure* failure, const Request& request,
                                  app::Session& session) {
    const auto open = app::open_review(session, name);
    if (!open) return tl::unexpected(open.error());
    const auto zone = app::zone_of(session);
    const Catalogue& catalogue = session.catalogue;
    const model::Dossier& dossier = open->dossier;
    const Json shown = report::review_view(dossier, catalogue, *zone);
    const Meeting meeting = review_agenda(dossier, shown, review_address(name), catalogue);
    const std::string& title = meeting.heading;
    Json::Object view =
        overview_of(name, dossier.process, title, dossier.review.state, failure, request, session);
    view["open"] = Json::Object{{"agenda", agenda_rows(meeting, meeting.topics.size())},
                                {"dial", report::turn_dial(dossier.cycle, catalogue)},
                                {"documents", working_documents(name, catalogue)},
                                {"first", meeting.place_of(0)},
                                {"marks", shown.at("marks")},
                                {"obstacles", fault_lines(open->obstacles, catalogue)},
                                {"obstructed", !open->obstacles.empty()},
                                {"turn", shown.at("turn")}};
    return overview_response(title, view, failure, request, session);
}

Result<Response> overview_of_signed(const app::ReviewName& name, const model::Review& review,
                                    const Failure* failure, const Request& request, app::Session& session) {
    const auto data = app::show_review(session, name);
    if (!data) return tl::unexpected(data.error());
    const auto sheet = app::show_sheet(session, name.process, {});
    if (!sheet) return tl::unexpected(sheet.error());
    const LocalText process{data->at("process").at("title").at("fr").string(),
                            data->at("process").at("title").at("en").string()};
    const std::string title = title_of(process, name, session.catalogue);
    Json::Object view =
        overview_of(name, sheet->process, title, ReviewState::signed_off, failure, request, session);
    view["frozen"] = signed_pack(
        {data->at("review"), review.pack, review_address(name), "review", data->at("indicators").array()},
        session);
    return overview_response(title, view, failure, request, session);
}

std::string default_participants(const model::Process& process, app::Session& session) {
    std::vector<std::string> people{process.pilot};
    people.insert(people.end(), process.backups.begin(), process.backups.end());
    if (const auto map = app::show_map(session, {})) {
        for (std::string& account : people) {
            if (const auto known = map->people.find(account); known != map->people.end())
                account = known->second;
        }
    }
    return fmt::format("{}", fmt::join(people, "\n"));
}

std::string conclusion_content(const app::OpenReview& open, const Json& shown, const Request& request,
                               app::Session& session) {
    const model::Review& review = open.dossier.review;
    const model::Process& process = open.dossier.process;
    const bool held = review.state == ReviewState::held;
    const auto may = [&](app::UseCase use_case) {
        return app::authorise(session, use_case, process).has_value();
    };
    return review_conclusion({.held = held,
                              .may_hold = !held && may(app::UseCase::hold_review),
                              .may_sign = held && may(app::UseCase::sign_review),
                              .people = default_participants(process, session),
                              .participants = review.participants,
                              .conclusion = review.conclusion,
                              .state_words = shown.at("state").at("words").string(),
                              .obstacles = open.obstacles,
                              .results = shown.at("indicators").array(),
                              .place = review_address({review.process, review.period}),
                              .freezes = "web.signing_freezes",
                              .unheld = "web.to_be_concluded",
                              .waits = "web.to_be_signed_by"},
                             request, session.catalogue);
}

}  // namespace

Result<app::ReviewName> review_parameter(const Request& request) {
    const auto period = calendar::Period::parse(request.parameter("period"));
    if (!period) return not_found({"web.no_such_period", {{"period", request.parameter("period")}}});
    return app::ReviewName{request.parameter("process"), *period};
}

std::string review_address(const app::ReviewName& name) {
    return fmt::format("/reviews/{}/{}", percent_encoded(name.process), name.period.text());
}

Result<Response> shown_review(const app::ReviewName& name, const Failure* failure, const Request& request,
                              app::Session& session) {
    const auto review = app::find_review(session, name);
    if (!review) return tl::unexpected(review.error());
    if (!*review) return before_review(name, failure, request, session);
    if ((*review)->state == ReviewState::signed_off)
        return overview_of_signed(name, **review, failure, request, session);
    return overview_of_open(name, failure, request, session);
}

Result<Response> shown_topic(const app::ReviewName& name, std::string_view topic, const Failure* failure,
                             const Request& request, app::Session& session) {
    const auto open = app::open_review(session, name);
    if (!open) return tl::unexpected(open.error());
    const auto zone = app::zone_of(session);
    const Catalogue& catalogue = session.catalogue;
    const model::Dossier& dossier = open->dossier;
    const Json shown = report::review_view(dossier, catalogue, *zone);
    const Meeting meeting = review_agenda(dossier, shown, review_address(name), catalogue);
    const std::size_t index = meeting.index_of(topic);
    if (index == meeting.topics.size())
        return not_found({"web.no_such_topic", {{"topic", std::string(topic)}}});
    const std::string figures = topic == conclusion_topic
                                    ? conclusion_content(*open, shown, request, session)
                                    : topic_content(dossier, shown, meeting, index, catalogue);
    const std::string content = figures + review_decisions(dossier, topic, request, session);
    return framed({.title = fmt::format("{} – {}", meeting.topics[index].title, meeting.heading),
                   .place = "/reviews",
                   .body = meeting_page(meeting, index, faults_above(failure, catalogue), content, catalogue),
                   .status = failure == nullptr ? 200 : status_of(*failure),
                   .script = meeting_script},
                  request, session);
}

}  // namespace cadran::web
