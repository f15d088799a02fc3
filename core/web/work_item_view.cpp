// SPDX-License-Identifier: Apache-2.0
#include "web/work_item_view.h"

#include <algorithm>
#include <array>

#include "app/decision.h"
#include "app/definitions.h"
#include "app/people.h"
#include "app/rights.h"
#include "report/level_bars.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/finding_rows.h"
#include "web/frame.h"
#include "web/kept_words.h"

namespace cadran::web {

namespace {

constexpr std::array work_item_labels{
    "web.explain",     "web.to_settle",       "web.confirm",      "web.dismiss",       "web.settle_hint",
    "web.evidence",    "web.to_verify",       "web.conforming",   "web.nonconforming", "web.reason",
    "web.reason_hint", "web.release",         "web.release_key",  "web.refuse",        "web.correct",
    "web.decisions",   "web.control",         "web.severity",     "web.event_date",    "web.handler",
    "web.by_when",     "web.taken_by",        "web.take",         "web.give_back",     "web.reopen",
    "web.all_conform", "web.nothing_decided", "web.reopen_words", "web.finding"};

Json evidence_line(const app::WorkItem& item, std::size_t index, const Catalogue& catalogue) {
    const model::Evidence& evidence = item.finding.evidence[index];
    std::string title = item.evidence[index].title;
    if (!evidence.record.empty()) title += " (" + evidence.record + ")";
    std::string value = item.evidence[index].value;
    if (value.empty())
        value =
            item.finding.purged ? catalogue.text(Message{"web.is_purged"}) : std::string(report::no_value);
    return Json::Object{{"title", title}, {"value", value}};
}

// As they were typed last, or as the decision in force has them.
Json point_line(const model::VerificationPoint& point, const app::WorkItem& item, const Request& request,
                const Catalogue& catalogue) {
    std::string answer = request.form.get("point." + point.id);
    if (answer.empty() && !item.decisions.empty()) {
        const auto& given = item.decisions.back().points;
        const auto found = std::ranges::find(given, point.id, &model::PointVerdict::point);
        if (found != given.end()) answer = found->conforming ? "yes" : "no";
    }
    return Json::Object{{"id", point.id},
                        {"no", answer == "no"},
                        {"text", catalogue.text(point.text)},
                        {"yes", answer == "yes"}};
}

Json decision_line(const model::Decision& decision, const app::PersonNames& names, const calendar::Zone& zone,
                   const Catalogue& catalogue) {
    return Json::Object{{"at", report::moment_words(decision.at, catalogue, zone)},
                        {"by", app::person_called(names, decision.by)},
                        {"reason", report::unless_empty(decision.reason)},
                        {"verdict", catalogue.text(model::verdict_title(decision.verdict))}};
}

Json::Array notes(const Diagnostics& faults, const Catalogue& catalogue) {
    return fault_lines(faults, catalogue);
}

// What the person may do now, and else why not.
void add_steps(Json::Object& view, const app::WorkItem& item, const app::Session& session) {
    const bool open = item.finding.state == model::FindingState::open;
    const bool flagged = item.finding.effect == model::Effect::flag;
    const auto use_case = flagged ? app::UseCase::settle_finding : app::UseCase::decide;
    const bool has_right = app::scope_of(session.actor, use_case) != app::Scope::none;
    const Done may = flagged ? app::may_settle(session, item) : app::may_decide(session, item);
    const auto now = session.clock.now();
    const bool taken = model::is_held_from(item.finding.taken, "", now);
    const bool mine = taken && item.finding.taken->by == session.actor.name;
    view["may_decide"] = open && has_right && may.has_value() && !flagged;
    view["may_settle"] = open && has_right && may.has_value() && flagged;
    view["may_take"] = open && has_right && may.has_value() && !flagged && !mine;
    view["may_give_back"] = mine;
    view["may_reopen"] = !open && app::scope_of(session.actor, app::UseCase::reopen) != app::Scope::none;
    view["obstacles"] =
        open && has_right && !may ? notes(may.error().diagnostics, session.catalogue) : Json::Array{};
    view["taken"] = report::unless_empty(taken ? item.finding.taken->by : std::string());
}

Json::Object facts(const app::WorkItem& item, const Catalogue& catalogue) {
    const model::Finding& finding = item.finding;
    return {
        {"control", catalogue.text(item.control_title)},
        {"control_id", finding.control.id},
        {"due", date_or_dash(item.due, catalogue)},
        {"event_date", catalogue.date(finding.event_date)},
        {"finding", finding.id},
        {"handler", finding.handler.empty() ? std::string(report::no_value) : finding.handler},
        {"late", item.overdue ? Json(catalogue.text(Message{"web.late"})) : Json(false)},
        {"message", item.message},
        {"severity", catalogue.text(model::severity_title(finding.severity))},
        {"severity_name", report::level_class(finding.severity)},
        {"state", catalogue.text(model::finding_state_title(finding.state))},
        {"state_name", model::finding_state_name(finding.state)},
    };
}

}  // namespace

std::string finding_place(const model::Finding& finding) {
    return (finding.effect == model::Effect::flag ? "/findings/" : "/worklist/") + finding.id;
}

Json finding_list(const model::Finding& finding, const Catalogue& catalogue) {
    const bool flagged = finding.effect == model::Effect::flag;
    return Json::Object{{"place", flagged ? "/findings" : "/worklist"},
                        {"title", catalogue.text(Message{flagged ? "web.findings" : "web.worklist"})}};
}

Json::Array evidence_lines(const app::WorkItem& item, const Catalogue& catalogue) {
    Json::Array lines;
    for (std::size_t i = 0; i < item.evidence.size(); ++i) lines.push_back(evidence_line(item, i, catalogue));
    return lines;
}

Response shown_work_item(const app::WorkItem& item, const Failure* failure, const Request& request,
                         app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto zone = app::zone_of(session);
    Json::Array points, decisions;
    for (const model::VerificationPoint& point : item.verify)
        points.push_back(point_line(point, item, request, catalogue));
    const app::PersonNames names = app::person_names(session);
    for (const model::Decision& decision : item.decisions)
        decisions.push_back(decision_line(decision, names, *zone, catalogue));
    const bool flagged = item.finding.effect == model::Effect::flag;
    const std::string title = catalogue.text(
        Message{flagged ? "web.finding_on" : "web.file", {{"record", subjects_words(item.finding)}}});
    Json::Object view = facts(item, catalogue);
    add_steps(view, item, session);
    view["all"] = request.form.has("all");
    view["decisions"] = decisions;
    view["evidence"] = evidence_lines(item, catalogue);
    view["faults"] = faults_above(failure, catalogue) + kept_words(failure, request, catalogue);
    view["form_token"] = request.form_token;
    view["has_points"] = !points.empty();
    view["label"] = report::labels(work_item_labels, catalogue);
    view["nothing_decided"] = decisions.empty();
    view["list"] = finding_list(item.finding, catalogue);
    view["place"] = "/worklist/" + item.finding.id;
    view["settle_place"] = "/findings/" + item.finding.id + "/settle";
    view["points"] = points;
    view["reason"] = request.form.get("reason");
    view["seen"] = fmt::format("{}", item.finding.revision);
    view["title"] = title;
    return framed({.title = title,
                   .place = flagged ? "/findings" : "/worklist",
                   .body = filled_template("work_item", view),
                   .status = failure == nullptr ? 200 : status_of(*failure),
                   .script = "worklist.js"},
                  request, session);
}

}  // namespace cadran::web
