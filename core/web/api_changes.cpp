// SPDX-License-Identifier: Apache-2.0
// The calls that change something.
#include "app/decision.h"
#include "app/indicator.h"
#include "app/worklist.h"
#include "base/text.h"
#include "web/api_body.h"
#include "web/api_calls.h"
#include "web/api_json.h"

namespace cadran::web {

namespace {

Result<std::int64_t> number_of(const Request& request) {
    const std::string& text = request.parameter("action");
    const auto number = parse_integer(text);
    if (!number) return not_found({"app.no_action", {{"number", text}}});
    return *number;
}

// The action as it is from now on, as a caller would read it.
Result<Json> seen(const Result<model::Action>& changed, app::Session& session) {
    if (!changed) return tl::unexpected(changed.error());
    const auto shown = app::show_action(session, changed->number);
    return json_of(shown ? app::ListedAction{shown->action, shown->overdue}
                         : app::ListedAction{*changed, false});
}

// Verdicts on verification points by their id: `{"identity": true}`.
std::vector<model::PointVerdict> points_of(ApiBody& body) {
    std::vector<model::PointVerdict> points;
    const Json* given = body.member("points");
    if (given == nullptr) return points;
    if (!given->is_object()) {
        body.reject("points");
        return points;
    }
    ApiBody verdicts(*given);
    for (const auto& [point, conforming] : given->object()) points.push_back({point, verdicts.flag(point)});
    if (!verdicts.finish()) body.reject("points");
    return points;
}

}  // namespace

Result<Json> api_decide(const Request& request, app::Session& session) {
    ApiBody body(*request.json);
    app::Decide command;
    command.item = request.parameter("finding");
    const std::string verdict = body.text("verdict");
    const auto parsed = model::parse_verdict(verdict);
    if (!parsed) body.reject("verdict");
    command.verdict = parsed.value_or(model::Verdict::refused);
    command.points = points_of(body);
    command.all_conforming = body.flag("all_conforming");
    command.reason = body.text("reason");
    if (const Done read = body.finish(); !read) return tl::unexpected(read.error());
    const auto decided = app::decide(session, command);
    if (!decided) return tl::unexpected(decided.error());
    const auto shown = app::show_work_item(session, decided->finding.id);
    return json_of(shown ? *shown : *decided, session.catalogue);
}

Result<Json> api_record_figure(const Request& request, app::Session& session) {
    ApiBody body(*request.json);
    app::RecordIndicator command;
    command.process = request.parameter("process");
    command.indicator = request.parameter("indicator");
    const auto period = calendar::Period::parse(body.text("period"));
    if (period)
        command.period = *period;
    else
        body.reject("period");
    command.value = body.decimal("value");
    if (body.member("numerator") != nullptr) command.numerator = body.number("numerator");
    if (body.member("denominator") != nullptr) command.denominator = body.number("denominator");
    command.absent = body.flag("absent");
    command.comment = body.text("comment");
    command.reason = body.text("reason");
    if (const Done read = body.finish(); !read) return tl::unexpected(read.error());
    const auto recorded = app::record_indicator(session, command);
    if (!recorded) return tl::unexpected(recorded.error());
    const auto standing = app::chart_indicator(session, {command.process, command.indicator});
    if (!standing) return tl::unexpected(standing.error());
    return json_of(*standing, session.catalogue);
}

Result<Json> api_actions(const Request& request, app::Session& session) {
    const std::string state = request.query.get("state");
    const auto parsed = model::parse_action_state(state);
    if (!state.empty() && !parsed)
        return invalid(Message{"web.member_of_another_kind", {{"member", "state"}}});
    const auto actions = app::list_actions(session, {.process = request.query.get("process"),
                                                     .state = parsed,
                                                     .owner = request.query.get("owner"),
                                                     .overdue = request.query.get("overdue") == "true"});
    if (!actions) return tl::unexpected(actions.error());
    Json::Array list;
    for (const app::ListedAction& action : *actions) list.push_back(json_of(action));
    return list;
}

Result<Json> api_action(const Request& request, app::Session& session) {
    const auto number = number_of(request);
    if (!number) return tl::unexpected(number.error());
    const auto shown = app::show_action(session, *number);
    if (!shown) return tl::unexpected(shown.error());
    return json_of(app::ListedAction{shown->action, shown->overdue});
}

Result<Json> api_propose_action(const Request& request, app::Session& session) {
    ApiBody body(*request.json);
    app::ProposeAction command;
    command.process = body.text("process");
    command.text = body.text("text");
    command.level = body.one_of("level", command.level, model::parse_action_level);
    command.kind = body.one_of("kind", command.kind, model::parse_action_kind);
    command.causes = body.texts("causes");
    command.owner = body.text("owner");
    command.due = body.date("due");
    command.effectiveness = {body.text("indicator"), body.text("criterion"), body.date("judged_on")};
    if (const Done read = body.finish(); !read) return tl::unexpected(read.error());
    return seen(app::propose_action(session, command), session);
}

Result<Json> api_start_action(const Request& request, app::Session& session) {
    const auto number = number_of(request);
    if (!number) return tl::unexpected(number.error());
    return seen(app::start_action(session, *number), session);
}

Result<Json> api_report_progress(const Request& request, app::Session& session) {
    const auto number = number_of(request);
    if (!number) return tl::unexpected(number.error());
    ApiBody body(*request.json);
    const std::int64_t percent = body.number("percent");
    if (percent < 0 || percent > 100) body.reject("percent");
    const std::string comment = body.text("comment");
    if (const Done read = body.finish(); !read) return tl::unexpected(read.error());
    return seen(app::report_progress(session, *number, static_cast<int>(percent), comment), session);
}

Result<Json> api_finish_action(const Request& request, app::Session& session) {
    const auto number = number_of(request);
    if (!number) return tl::unexpected(number.error());
    ApiBody body(*request.json);
    const std::string comment = body.text("comment");
    if (const Done read = body.finish(); !read) return tl::unexpected(read.error());
    return seen(app::finish_action(session, *number, comment), session);
}

}  // namespace cadran::web
