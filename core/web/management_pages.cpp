// SPDX-License-Identifier: Apache-2.0
#include "web/management_pages.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "app/definitions.h"
#include "app/due.h"
#include "app/rights.h"
#include "base/text.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/management_view.h"
#include "web/meeting.h"

namespace cadran::web {

namespace {

using calendar::Period;

constexpr std::array management_labels{"web.period",         "web.state",
                                       "web.conclusion",     "web.no_management_review",
                                       "web.prepare_review", "web.prepare_management_review",
                                       "web.signed_on"};

// The years and quarters that have begun and have no review yet, the newest first.
std::vector<Period> periods_without(const std::vector<model::ManagementReview>& reviews, Date today) {
    std::vector<Period> periods;
    for (const auto& [kind, most] : {std::pair{Period::Kind::year, 2}, std::pair{Period::Kind::quarter, 3}}) {
        Period period = Period::containing(today, kind);
        for (int i = 0; i < most; ++i, period = period.previous()) {
            const bool known =
                std::ranges::find(reviews, period, &model::ManagementReview::period) != reviews.end();
            if (!known) periods.push_back(period);
        }
    }
    return periods;
}

Json review_line(const model::ManagementReview& review, app::Session& session, const calendar::Zone& zone) {
    const Catalogue& catalogue = session.catalogue;
    return Json::Object{
        {"conclusion", review.conclusion},
        {"period", report::period_words(review.period, catalogue)},
        {"place", management_address(review.period)},
        {"signed_on", review.signed_off ? report::moment_words(review.signed_off->at, catalogue, zone)
                                        : std::string(report::no_value)},
        {"state", catalogue.text(model::review_state_title(review.state))},
        {"state_name", model::review_state_name(review.state)}};
}

Json prepare_form(const std::vector<model::ManagementReview>& reviews, const Request& request,
                  app::Session& session) {
    const auto now = app::today(session);
    if (!now || app::scope_of(session.actor, app::UseCase::prepare_management_review) != app::Scope::all)
        return false;
    Json::Array periods;
    for (const Period& period : periods_without(reviews, *now))
        periods.push_back(option(period.text(), report::period_words(period, session.catalogue),
                                 request.form.get("period")));
    return Json::Object{{"periods", periods}};
}

Result<Response> shown_management_reviews(const Failure* failure, const Request& request,
                                          app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    auto reviews = app::list_management_reviews(session);
    if (!reviews) return tl::unexpected(reviews.error());
    std::ranges::reverse(*reviews);
    const auto zone = app::zone_of(session);
    Json::Array rows;
    for (const model::ManagementReview& review : *reviews)
        rows.push_back(review_line(review, session, *zone));
    const std::string title = catalogue.text(Message{"web.management_reviews"});
    const std::string body = filled_template(
        "management_reviews", Json::Object{{"faults", faults_above(failure, catalogue)},
                                           {"form", prepare_form(*reviews, request, session)},
                                           {"form_token", request.form_token},
                                           {"has_reviews", !rows.empty()},
                                           {"label", report::labels(management_labels, catalogue)},
                                           {"reviews", rows},
                                           {"title", title}});
    return framed({.title = title,
                   .place = "/management-reviews",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

// Runs a step on the review that the path names: `afterwards` of it, or the topic again with what is wrong.
template <typename Step>
Result<Response> management_step(const Request& request, app::Session& session, app::UseCase use_case,
                                 const std::string& topic, const std::string& afterwards, Step step) {
    if (const Done may = app::authorise(session, use_case); !may) return tl::unexpected(may.error());
    const auto period = reviewed_period(request);
    if (!period) return tl::unexpected(period.error());
    const auto taken = step(*period);
    if (taken) return see_other(management_address(*period) + afterwards);
    auto shown = shown_management_topic(*period, topic, &taken.error(), request, session);
    if (!shown) return tl::unexpected(taken.error());
    return shown;
}

Result<app::AnswerInput> answer_of(const Request& request, const Period& period) {
    const auto input = model::parse_review_input(request.form.get("input"));
    const auto kind = model::parse_answer_kind(request.form.get("kind"));
    if (!input || !kind) return invalid(Message{"web.choose_how_to_answer"});
    app::AnswerInput command{.period = period,
                             .input = *input,
                             .kind = *kind,
                             .text = typed_text(request, "text"),
                             .replaces = request.form.get("replaces")};
    if (const Upload* document = request.upload("document")) command.document = document->file;
    return command;
}

Result<app::DecideOutput> output_of(const Request& request, const Period& period) {
    Diagnostics faults;
    const auto kind = model::parse_output_kind(request.form.get("kind"));
    if (!kind) faults.push_back({{}, {"web.choose_an_output"}, {}});
    app::DecideOutput command{.period = period,
                              .kind = kind.value_or(model::OutputKind::improvement),
                              .none = request.form.has("none"),
                              .text = typed_text(request, "decision"),
                              .process = typed_text(request, "process"),
                              .owner = typed_text(request, "owner"),
                              .due = date_field(request, "due", faults)};
    command.effectiveness = {{}, typed_text(request, "criterion"), date_field(request, "judged_on", faults)};
    if (!faults.empty()) return invalid(std::move(faults));
    return command;
}

}  // namespace

Result<Response> management_reviews_page(const Request& request, app::Session& session) {
    return shown_management_reviews(nullptr, request, session);
}

Result<Response> management_review_page(const Request& request, app::Session& session) {
    const auto period = reviewed_period(request);
    if (!period) return tl::unexpected(period.error());
    return shown_management_review(*period, nullptr, request, session);
}

Result<Response> management_topic_page(const Request& request, app::Session& session) {
    const auto period = reviewed_period(request);
    if (!period) return tl::unexpected(period.error());
    return shown_management_topic(*period, request.parameter("topic"), nullptr, request, session);
}

Result<Response> management_documents_file(const Request& request, app::Session& session) {
    const auto period = reviewed_period(request);
    if (!period) return tl::unexpected(period.error());
    const auto documents = app::management_review_documents(session, *period);
    if (!documents) return tl::unexpected(documents.error());
    return pack_file(fmt::format("management-review-{}.zip", period->text()), app::zipped(*documents));
}

Result<Response> management_document_file(const Request& request, app::Session& session) {
    const auto period = reviewed_period(request);
    if (!period) return tl::unexpected(period.error());
    auto documents = app::management_review_documents(session, *period);
    if (!documents) return tl::unexpected(documents.error());
    const std::string& file = request.parameter("file");
    const auto wanted = std::ranges::find(*documents, file, &app::PackContent::name);
    if (wanted == documents->end()) return not_found({"web.no_such_file", {{"file", file}}});
    return pack_file(wanted->name, std::move(wanted->bytes));
}

Result<Response> prepare_management_review_form(const Request& request, app::Session& session) {
    if (const Done may = app::authorise(session, app::UseCase::prepare_management_review); !may)
        return tl::unexpected(may.error());
    const auto period = Period::parse(request.form.get("period"));
    const auto prepared = period ? app::prepare_management_review(session, *period)
                                 : Result<model::ManagementReview>(invalid(Message{
                                       "web.no_such_period", {{"period", request.form.get("period")}}}));
    if (prepared) return see_other(management_address(*period) + "?done=prepared");
    auto shown = shown_management_reviews(&prepared.error(), request, session);
    if (!shown) return tl::unexpected(prepared.error());
    return shown;
}

Result<Response> answer_input_form(const Request& request, app::Session& session) {
    const std::string input = request.form.get("input");
    return management_step(request, session, app::UseCase::complete_management_review, input,
                           "/" + percent_encoded(input) + "?done=answered",
                           [&](const Period& period) -> Result<model::ManagementReview> {
                               const auto command = answer_of(request, period);
                               if (!command) return tl::unexpected(command.error());
                               return app::answer_input(session, *command);
                           });
}

Result<Response> decide_output_form(const Request& request, app::Session& session) {
    const std::string topic = request.form.get("topic");
    const std::string back = topic.empty() ? topic : "/" + percent_encoded(topic);
    return management_step(request, session, app::UseCase::decide_in_management_review, topic,
                           back + "?done=action#taken",
                           [&](const Period& period) -> Result<app::DecidedOutput> {
                               const auto command = output_of(request, period);
                               if (!command) return tl::unexpected(command.error());
                               return app::decide_output(session, *command);
                           });
}

Result<Response> hold_management_review_form(const Request& request, app::Session& session) {
    return management_step(
        request, session, app::UseCase::hold_management_review, "conclusion", "/conclusion?done=held",
        [&](const Period& period) {
            return app::hold_management_review(
                session, {period, lines_field(request, "participants"), typed_text(request, "conclusion")});
        });
}

Result<Response> sign_management_review_form(const Request& request, app::Session& session) {
    return management_step(
        request, session, app::UseCase::sign_management_review, "conclusion", "?done=signed",
        [&](const Period& period) { return app::sign_management_review(session, period); });
}

}  // namespace cadran::web
