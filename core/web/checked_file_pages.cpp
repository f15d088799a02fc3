// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "app/decision.h"
#include "app/definitions.h"
#include "app/quality.h"
#include "app/rights.h"
#include "report/view.h"
#include "report/words.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/kept_words.h"
#include "web/quality_pages.h"
#include "web/work_item_view.h"

namespace cadran::web {

namespace {

constexpr std::array checked_file_labels{
    "web.quality",       "web.evidence",     "web.what_was_checked", "web.conforming",
    "web.nonconforming", "web.decisions",    "web.control",          "web.event_date",
    "web.handler",       "web.finding",      "web.nothing_decided",  "web.contest_words",
    "web.contest_why",   "web.contest_hint", "web.contest",          "web.cannot_contest"};

// The points as they were judged last: a verdict that is contested names none.
const std::vector<model::PointVerdict>* points_judged(const app::WorkItem& item) {
    const auto found = std::find_if(item.decisions.rbegin(), item.decisions.rend(),
                                    [](const model::Decision& one) { return !one.points.empty(); });
    return found == item.decisions.rend() ? nullptr : &found->points;
}

Json::Array judged_points(const app::WorkItem& item, const Catalogue& catalogue) {
    const auto* judged = points_judged(item);
    Json::Array lines;
    for (const model::VerificationPoint& point : item.verify) {
        bool yes = false, no = false;
        if (judged != nullptr) {
            const auto found = std::ranges::find(*judged, point.id, &model::PointVerdict::point);
            yes = found != judged->end() && found->conforming;
            no = found != judged->end() && !found->conforming;
        }
        lines.push_back(Json::Object{{"no", no}, {"text", catalogue.text(point.text)}, {"yes", yes}});
    }
    return lines;
}

// Without who judged: what is contested is the verdict, not a person.
Json::Array verdict_lines(const app::WorkItem& item, app::Session& session) {
    const auto zone = app::zone_of(session);
    Json::Array lines;
    for (const model::Decision& decision : item.decisions)
        lines.push_back(Json::Object{
            {"at", zone ? report::moment_words(decision.at, session.catalogue, *zone) : std::string()},
            {"reason", report::unless_empty(decision.reason)},
            {"verdict", session.catalogue.text(model::verdict_title(decision.verdict))}});
    return lines;
}

struct FileStanding {
    const char* words;
    const char* look;
};

FileStanding file_standing(const app::WorkItem& item) {
    switch (item.finding.state) {
        case model::FindingState::confirmed: return {"web.file_wrong", "missed"};
        case model::FindingState::dismissed: return {"web.file_right", "met"};
        case model::FindingState::open: break;
    }
    if (item.decisions.empty()) return {"web.file_open", ""};
    return {"web.file_contested", "medium"};
}

// Whoever could contest is told why not; others need not know that one could.
void add_contesting(Json::Object& view, const app::WorkItem& item, const app::Session& session) {
    const bool is_wrong = item.finding.state == model::FindingState::confirmed;
    const bool has_right = app::scope_of(session.actor, app::UseCase::contest) != app::Scope::none &&
                           session.actor.is_handler(item.finding.handler);
    const Done may = app::may_contest(session, item);
    view["may_contest"] = may.has_value();
    view["obstacles"] = is_wrong && has_right && !may
                            ? fault_lines(may.error().diagnostics, session.catalogue)
                            : Json::Array();
}

Response shown_checked_file(const app::WorkItem& item, const Failure* failure, const Request& request,
                            app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const model::Finding& finding = item.finding;
    const std::string title = catalogue.text(Message{"web.file", {{"record", finding.subjects.front().key}}});
    const FileStanding standing = file_standing(item);
    const auto quarter = calendar::Period::containing(finding.event_date, calendar::Period::Kind::quarter);
    Json::Object view;
    add_contesting(view, item, session);
    view["control"] = catalogue.text(item.control_title);
    view["control_id"] = finding.control.id;
    view["decisions"] = verdict_lines(item, session);
    view["event_date"] = catalogue.date(finding.event_date);
    view["evidence"] = evidence_lines(item, catalogue);
    view["faults"] = faults_above(failure, catalogue) + kept_words(failure, request, catalogue);
    view["finding"] = finding.id;
    view["form_token"] = request.form_token;
    view["handler"] = finding.handler;
    view["has_points"] = !item.verify.empty();
    view["label"] = report::labels(checked_file_labels, catalogue);
    view["look"] = standing.look;
    view["message"] = item.message;
    view["nothing_decided"] = item.decisions.empty();
    view["place"] = "/quality/" + finding.id;
    view["points"] = judged_points(item, catalogue);
    view["quarter"] = report::period_words(quarter, catalogue);
    view["quarter_place"] = "/quality?period=" + quarter.text();
    view["reason"] = request.form.get("reason");
    view["seen"] = fmt::format("{}", finding.revision);
    view["standing"] = catalogue.text(Message{standing.words});
    view["title"] = title;
    return framed({.title = title,
                   .place = "/quality",
                   .body = filled_template("checked_file", view),
                   .status = failure == nullptr ? 200 : status_of(*failure)},
                  request, session);
}

}  // namespace

Result<Response> checked_file_page(const Request& request, app::Session& session) {
    const auto item = app::show_checked_file(session, request.parameter("finding"));
    if (!item) return tl::unexpected(item.error());
    return shown_checked_file(*item, nullptr, request, session);
}

Result<Response> contest_form(const Request& request, app::Session& session) {
    const auto contested = app::contest(session, {request.parameter("finding"), request.form.get("reason")});
    if (contested) return see_other("/quality/" + contested->finding.id + "?done=contested");
    const auto item = app::show_checked_file(session, request.parameter("finding"));
    if (!item) return tl::unexpected(contested.error());
    return shown_checked_file(*item, &contested.error(), request, session);
}

}  // namespace cadran::web
