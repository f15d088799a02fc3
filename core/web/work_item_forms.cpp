// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/decision.h"
#include "app/reservation.h"
#include "app/worklist.h"
#include "web/work_item_view.h"
#include "web/worklist_pages.h"

namespace cadran::web {

namespace {

// The page of the finding again, with what is wrong; the failure itself where it cannot be shown.
Result<Response> back_to_item(const Failure& failure, const Request& request, app::Session& session) {
    const auto item = app::show_finding(session, request.parameter("finding"));
    if (!item) return tl::unexpected(failure);
    return shown_work_item(*item, &failure, request, session);
}

// The first file that the person may decide on; the list where none is left.
std::string next_place(app::Session& session) {
    const auto items = app::survey_worklist(session, {.state = model::FindingState::open});
    if (!items) return "/worklist";
    const auto next = std::ranges::find_if(*items, [&](const app::WorkItem& item) {
        const auto whole = app::add_words_to(session, {&item, 1});
        return whole && app::may_decide(session, whole->front()).has_value();
    });
    return next == items->end() ? "/worklist" : "/worklist/" + next->finding.id;
}

app::Decide decision_of(const Request& request) {
    app::Decide command;
    command.item = request.parameter("finding");
    command.all_conforming = request.form.has("all");
    command.reason = request.form.get("reason");
    command.verdict = model::parse_verdict(request.form.get("verdict")).value_or(model::Verdict::refused);
    constexpr std::string_view prefix = "point.";
    for (const auto& [name, value] : request.form) {
        if (name.starts_with(prefix)) command.points.push_back({name.substr(prefix.size()), value == "yes"});
    }
    return command;
}

bool is_file_verdict(const std::string& name) {
    return name == "released" || name == "refused" || name == "corrected";
}

}  // namespace

Result<Response> work_item_page(const Request& request, app::Session& session) {
    const auto item = app::show_work_item(session, request.parameter("finding"));
    if (!item) return tl::unexpected(item.error());
    if (item->finding.effect == model::Effect::flag) return see_other(finding_place(item->finding));
    return shown_work_item(*item, nullptr, request, session);
}

Result<Response> control_finding_page(const Request& request, app::Session& session) {
    const auto item = app::show_finding(session, request.parameter("finding"));
    if (!item) return tl::unexpected(item.error());
    return shown_work_item(*item, nullptr, request, session);
}

Result<Response> settle_control_finding_form(const Request& request, app::Session& session) {
    if (const auto may = app::scope_within(session, app::UseCase::settle_finding); !may)
        return tl::unexpected(may.error());
    const auto verdict = model::parse_verdict(request.form.get("verdict"));
    if (verdict != model::Verdict::confirmed && verdict != model::Verdict::dismissed)
        return back_to_item(invalid(Message{"web.choose_to_settle"}).value(), request, session);
    const auto settled =
        app::settle_finding(session, {request.parameter("finding"), *verdict, request.form.get("reason")});
    if (!settled) return back_to_item(settled.error(), request, session);
    return see_other(finding_place(settled->finding) + "?done=settled");
}

Result<Response> decide_form(const Request& request, app::Session& session) {
    if (!is_file_verdict(request.form.get("verdict")))
        return back_to_item(invalid(Message{"web.choose_a_verdict"}).value(), request, session);
    const auto decided = app::decide(session, decision_of(request));
    if (!decided) return back_to_item(decided.error(), request, session);
    return see_other(next_place(session) + "?done=decided");
}

Result<Response> take_form(const Request& request, app::Session& session) {
    const auto taken = app::take(session, request.parameter("finding"));
    if (!taken) return back_to_item(taken.error(), request, session);
    return see_other("/worklist/" + taken->finding.id + "?done=taken");
}

Result<Response> give_back_form(const Request& request, app::Session& session) {
    const auto given = app::give_back(session, request.parameter("finding"));
    if (!given) return back_to_item(given.error(), request, session);
    return see_other("/worklist/" + given->finding.id + "?done=given_back");
}

Result<Response> reopen_form(const Request& request, app::Session& session) {
    const auto opened = app::reopen(session, {request.parameter("finding"), request.form.get("reason")});
    if (!opened) return back_to_item(opened.error(), request, session);
    return see_other(finding_place(opened->finding) + "?done=reopened");
}

}  // namespace cadran::web
