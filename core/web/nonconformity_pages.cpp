// SPDX-License-Identifier: Apache-2.0
#include "web/nonconformity_pages.h"

#include <algorithm>
#include <array>

#include "app/action.h"
#include "app/definitions.h"
#include "app/nonconformity.h"
#include "app/people.h"
#include "app/process.h"
#include "app/similar_cases.h"
#include "report/words.h"
#include "web/action_rows.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/finding_rows.h"
#include "web/frame.h"
#include "web/paging.h"

namespace cadran::web {

namespace {

constexpr std::array register_labels{
    "web.number",           "web.nonconformity", "web.process",        "web.requirement",
    "web.findings",         "web.actions",       "web.state",          "web.stated_on",
    "web.filter",           "web.every_process", "web.only_unsolved",  "web.open_nonconformity",
    "web.no_nonconformity", "web.export",        "web.export_findings"};
constexpr std::array nonconformity_labels{
    "web.nonconformities", "web.requirement",     "web.extent",       "web.stated_by",
    "web.stated_on",       "web.findings",        "web.similar_open", "web.similar_hint",
    "web.record",          "web.control",         "web.event_date",   "web.severity",
    "web.state",           "web.finding",         "web.actions",      "web.action",
    "web.owner",           "web.by_when",         "web.no_action",    "web.propose_action",
    "web.put_under_it",    "web.similar_earlier", "web.choose",       "web.nothing_similar"};
constexpr std::array similar_labels{"web.nonconformities", "web.record",      "web.finding",
                                    "web.event_date",      "web.severity",    "web.state",
                                    "web.no_such_cases",   "web.finding_says"};

// What of a long list is shown at once.
constexpr std::size_t findings_shown = 100;

Result<std::vector<model::Action>> all_actions(app::Session& session) {
    const auto listed = app::list_actions(session, {});
    if (!listed) return tl::unexpected(listed.error());
    std::vector<model::Action> actions;
    for (const app::ListedAction& one : *listed) actions.push_back(one.action);
    return actions;
}

const char* follow_up_look(const model::FollowUp& follow_up) {
    if (follow_up.dealt_with()) return "met";
    return follow_up.actions == 0 ? "missed" : "medium";
}

std::string follow_up_words(const model::FollowUp& follow_up, const Catalogue& catalogue) {
    if (follow_up.dealt_with()) return catalogue.text(Message{"web.dealt_with"});
    if (follow_up.actions == 0) return catalogue.text(Message{"web.no_action_yet"});
    return catalogue.text(
        Message{"web.actions_finished", {{"all", follow_up.actions}, {"some", follow_up.finished}}});
}

Json register_row(const model::Nonconformity& one, const model::FollowUp& follow_up,
                  const ProcessTitles& titles, const calendar::Zone& zone, const Catalogue& catalogue) {
    return Json::Object{{"findings", catalogue.number(std::ssize(one.findings))},
                        {"look", follow_up_look(follow_up)},
                        {"number", fmt::format("{}", one.number)},
                        {"place", fmt::format("/nonconformities/{}", one.number)},
                        {"process", titled(titles, one.process)},
                        {"requirement", one.requirement},
                        {"state", follow_up_words(follow_up, catalogue)},
                        {"stated_on", catalogue.date(zone.date_of(one.at))},
                        {"title", one.title}};
}

bool may_group(const std::string& process, app::Session& session) {
    const auto sheet = app::show_process(session, process);
    return sheet && app::authorise(session, app::UseCase::group_findings, sheet->process);
}

Json::Array finding_rows(const std::vector<model::Finding>& findings, const ControlTitles& titles,
                         const app::Session& session) {
    Json::Array rows;
    for (const model::Finding& finding : findings) {
        if (rows.size() == findings_shown) break;
        rows.push_back(finding_row(finding, titles, session));
    }
    return rows;
}

std::string left_out(std::size_t all, const Catalogue& catalogue) {
    if (all <= findings_shown) return {};
    return catalogue.text(
        Message{"web.so_many_more", {{"count", static_cast<std::int64_t>(all - findings_shown)}}});
}

// Those that follow from it, or from one of its findings.
Result<std::vector<app::ListedAction>> actions_on(const model::Nonconformity& one, app::Session& session) {
    auto listed = app::list_actions(session, {.process = one.process});
    if (!listed) return listed;
    std::erase_if(*listed, [&](const app::ListedAction& listed_action) {
        const model::Action& action = listed_action.action;
        const bool from_it = action.origin == model::ActionOrigin::nonconformity &&
                             action.source == fmt::format("{}", one.number);
        const bool from_finding = action.origin == model::ActionOrigin::finding &&
                                  std::ranges::find(one.findings, action.source) != one.findings.end();
        return !from_it && !from_finding;
    });
    return listed;
}

Result<Response> shown_nonconformity(std::int64_t number, const Failure* failure, const Request& request,
                                     app::Session& session) {
    const auto shown = app::show_nonconformity(session, number);
    if (!shown) return tl::unexpected(shown.error());
    const model::Nonconformity& one = shown->nonconformity;
    const auto actions = actions_on(one, session);
    if (!actions) return tl::unexpected(actions.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    const Catalogue& catalogue = session.catalogue;
    const auto all = all_actions(session);
    if (!all) return tl::unexpected(all.error());
    const model::FollowUp follow_up = model::follow_up_of(one, *all);
    const ControlTitles titles = control_titles(one.process, session);
    std::vector<model::Finding> confirmed = shown->similar;
    std::erase_if(confirmed, [](const model::Finding& finding) {
        return finding.state != model::FindingState::confirmed;
    });
    const bool seeks = app::scope_of(session.actor, app::UseCase::run_controls) != app::Scope::none;
    const auto first = seeks ? app::first_to_seek(session, shown->findings) : std::nullopt;
    const std::string body = filled_template(
        "nonconformity",
        Json::Object{
            {"actions", action_rows(*actions, session)},
            {"extent", one.extent},
            {"faults", faults_above(failure, catalogue)},
            {"findings", finding_rows(shown->findings, titles, session)},
            {"form_token", request.form_token},
            {"label", report::labels(nonconformity_labels, catalogue)},
            {"left_out", left_out(shown->findings.size(), catalogue)},
            {"look", follow_up_look(follow_up)},
            {"may_group", may_group(one.process, session)},
            {"may_propose", app::scope_of(session.actor, app::UseCase::propose_action) != app::Scope::none},
            {"no_action", actions->empty()},
            {"no_similar", confirmed.empty()},
            {"place", fmt::format("/nonconformities/{}", one.number)},
            {"process", titled(process_titles(session), one.process)},
            {"propose",
             fmt::format("/actions/new?process={}&origin=nonconformity&source={}", one.process, one.number)},
            {"requirement", one.requirement},
            {"seek", first ? Json("/findings/" + *first + "/similar") : Json(false)},
            {"similar", finding_rows(confirmed, titles, session)},
            {"state", follow_up_words(follow_up, catalogue)},
            {"stated_by", app::person_called(app::person_names(session), one.by)},
            {"stated_on", catalogue.date(zone->date_of(one.at))},
            {"summary",
             catalogue.text(Message{"web.anomalies_listed", {{"count", std::ssize(one.findings)}}})},
            {"title", one.title}});
    return framed({.title = one.title,
                   .place = "/nonconformities",
                   .body = body,
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

Json sought_view(const app::SoughtPeriod& sought, const ControlTitles& titles, const app::Session& session) {
    Json::Array cases;
    for (const app::SimilarCase& one : sought.cases) {
        if (cases.size() == findings_shown) break;
        Json row = finding_row(one.finding, titles, session);
        Json::Object with = row.object();
        with["message"] = one.message;
        if (!one.known) {
            with["place"] = false;
            with["state"] = session.catalogue.text(Message{"web.not_recorded"});
        }
        cases.push_back(std::move(with));
    }
    return Json::Object{
        {"cases", cases},
        {"empty", cases.empty()},
        {"faults", fault_lines(sought.faults, session.catalogue)},
        {"left_out", left_out(sought.cases.size(), session.catalogue)},
        {"period", report::period_words(sought.period, session.catalogue)},
        {"period_id", sought.period.text()},
        {"summary", session.catalogue.text(Message{
                        "web.similar_found",
                        {{"count", std::ssize(sought.cases)}, {"records", sought.result.population}}})}};
}

}  // namespace

Result<Response> nonconformities_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const std::string process = request.query.get("process");
    const bool unsolved = request.query.has("unsolved");
    auto listed = app::list_nonconformities(session, process);
    if (!listed) return tl::unexpected(listed.error());
    const auto actions = all_actions(session);
    if (!actions) return tl::unexpected(actions.error());
    const auto zone = app::zone_of(session);
    if (!zone) return tl::unexpected(zone.error());
    std::erase_if(*listed, [&](const model::Nonconformity& one) {
        return unsolved && model::follow_up_of(one, *actions).dealt_with();
    });
    std::ranges::reverse(*listed);
    const Paging paging(request, listed->size());
    const ProcessTitles titles = process_titles(session);
    Json::Array rows;
    for (const model::Nonconformity& one : paging.shown(*listed))
        rows.push_back(register_row(one, model::follow_up_of(one, *actions), titles, *zone, catalogue));
    const std::string title = catalogue.text(Message{"web.nonconformities"});
    const std::string body = filled_template(
        "nonconformities",
        Json::Object{
            {"empty", listed->empty()},
            {"label", report::labels(register_labels, catalogue)},
            {"may_open", app::scope_of(session.actor, app::UseCase::group_findings) != app::Scope::none},
            {"paging", paging.markup(catalogue)},
            {"processes", processes_to_choose(process, session)},
            {"rows", rows},
            {"summary",
             catalogue.text(Message{"web.nonconformities_listed", {{"count", std::ssize(*listed)}}})},
            {"title", title},
            {"unsolved_only", unsolved}});
    return framed({.title = title, .place = "/nonconformities", .body = body}, request, session);
}

Result<Response> nonconformity_page(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "nonconformity");
    if (!number) return tl::unexpected(number.error());
    return shown_nonconformity(*number, nullptr, request, session);
}

Result<Response> extend_nonconformity_form(const Request& request, app::Session& session) {
    const auto number = number_parameter(request, "nonconformity");
    if (!number) return tl::unexpected(number.error());
    const auto extended = app::extend_nonconformity(session, *number, request.form.all("finding"));
    if (extended) return see_other(fmt::format("/nonconformities/{}?done=action", *number));
    auto shown = shown_nonconformity(*number, &extended.error(), request, session);
    if (!shown) return tl::unexpected(extended.error());
    return shown;
}

Result<Response> similar_cases_page(const Request& request, app::Session& session) {
    const std::string& finding = request.parameter("finding");
    const auto sought = app::seek_similar(session, finding, {});
    if (!sought) return tl::unexpected(sought.error());
    const Catalogue& catalogue = session.catalogue;
    Json::Array periods;
    for (const app::SoughtPeriod& one : *sought) periods.push_back(sought_view(one, {}, session));
    const std::string title = catalogue.text(Message{"web.similar_title", {{"finding", finding}}});
    const std::string body =
        filled_template("similar_cases", Json::Object{{"label", report::labels(similar_labels, catalogue)},
                                                      {"none", sought->empty()},
                                                      {"periods", periods},
                                                      {"title", title}});
    return framed({.title = title, .place = "/nonconformities", .body = body}, request, session);
}

}  // namespace cadran::web
