// SPDX-License-Identifier: Apache-2.0
#include "web/control_pages.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/control_outcomes.h"
#include "app/definitions.h"
#include "app/plugin.h"
#include "app/replay.h"
#include "app/replay_comparison.h"
#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/error_page.h"
#include "web/frame.h"
#include "web/outcomes_table.h"
#include "web/replay_view.h"

namespace cadran::web {

namespace {

constexpr std::array control_labels{
    "web.plugins",   "web.control",        "web.population", "web.effect",         "web.severity",
    "web.try_it",    "web.try_words",      "web.since_day",  "web.until_day",      "web.try_draft",
    "web.compare",   "web.in_force_value", "web.process",    "web.no_parameter",   "web.may_not_try",
    "web.to_verify", "web.minutes_each",   "web.try_file",   "web.try_file_words", "web.file_of_records"};

bool has_right(const app::Session& session, app::UseCase use_case) {
    return app::scope_of(session.actor, use_case) != app::Scope::none;
}

// The first day of the quarter before this one: enough records to see something.
Date usual_since(Date today) {
    return calendar::Period::containing(today, calendar::Period::Kind::quarter).previous().first();
}

// What was asked: the days, the process and the parameters that are not as they are in force.
app::CompareReplay asked_for(const Request& request, const std::string& control,
                             const std::vector<model::Parameter>& parameters, Diagnostics& faults) {
    app::CompareReplay command{control, {}};
    const auto day = [&](const char* name) -> std::optional<Date> {
        const std::string text(trimmed(request.query.get(name)));
        if (text.empty()) return {};
        const auto date = parse_date(text);
        if (!date) faults.push_back({{}, {"web.not_a_date", {{"value", text}}}, Message{"web.date_form"}});
        return date;
    };
    if (const auto since = day("since")) command.since = *since;
    command.until = day("until");
    command.process = request.query.get("process");
    command.draft = request.query.has("draft");
    for (const model::Parameter& parameter : parameters) {
        const std::string text(trimmed(request.query.get("set." + parameter.name)));
        if (!text.empty()) command.set.emplace_back(parameter.name, text);
    }
    return command;
}

struct Compared {
    Json result = Json(false);
    std::string faults = {};
    int status = 200;
};

Compared compared(const app::ShownControl& shown, const Request& request, app::Session& session) {
    if (request.query.get("since").empty()) return {};
    Diagnostics faults;
    const app::CompareReplay command = asked_for(request, shown.control.id, shown.control.parameters, faults);
    const auto done = faults.empty() ? app::compare_replay(session, command)
                                     : Result<app::ReplayComparison>(invalid(std::move(faults)));
    if (done) return {.result = replay_view(*done, session.catalogue)};
    return {.faults = faults_above(&done.error(), session.catalogue), .status = status_of(done.error())};
}

// The draft over the file, twice: with its own values, then with those that were typed.
Compared compared_on_file(const app::ShownControl& shown, const Request& request, app::Session& session) {
    const Upload* upload = request.upload("file");
    const auto failed = [&](const Failure& failure) {
        return Compared{.faults = faults_above(&failure, session.catalogue), .status = status_of(failure)};
    };
    if (upload == nullptr)
        return failed(Failure{Failure::Kind::invalid, {{{}, {"web.choose_file_of_records"}}}});
    app::ReplayControls command{{shown.control.id}, upload->file, true};
    const auto usual = app::replay_controls(session, command);
    if (!usual) return failed(usual.error());
    for (const model::Parameter& parameter : shown.control.parameters) {
        const std::string text(trimmed(request.form.get("set." + parameter.name)));
        if (!text.empty()) command.set.emplace_back(parameter.name, text);
    }
    const auto tried = app::replay_controls(session, command);
    if (!tried) return failed(tried.error());
    return {.result = file_replay_view(*usual, *tried, shown.control, session.catalogue)};
}

// The plan whose values are in force: the one that was chosen, else the first.
const app::PlannedControl* chosen_plan(const std::vector<app::PlannedControl>& plans,
                                       const Request& request) {
    const auto found = std::ranges::find(plans, request.query.get("process"), &app::PlannedControl::process);
    if (found != plans.end()) return &*found;
    return plans.empty() ? nullptr : &plans.front();
}

void add_facts_of(Json::Object& view, const app::ShownControl& shown, const Catalogue& catalogue) {
    const model::Control& control = shown.control;
    Json::Array points;
    for (const model::VerificationPoint& point : control.verify) points.push_back(catalogue.text(point.text));
    view["effect"] = catalogue.text(model::effect_title(control.effect));
    view["has_points"] = !points.empty();
    view["id"] = control.id;
    view["minutes"] = control.minutes ? Json(catalogue.number(*control.minutes)) : Json(false);
    view["plugin_place"] = "/plugins/" + percent_encoded(shown.plugin.name);
    view["plugin_title"] = shown.plugin.name;
    view["points"] = points;
    view["population"] = shown.population;
    view["severity"] = catalogue.text(model::severity_title(control.severity));
}

void add_question(Json::Object& view, const app::ShownControl& shown,
                  const std::vector<app::PlannedControl>& plans, const Request& request,
                  const app::Session& session, Date today) {
    const Fields& asked = request.method == "POST" ? request.form : request.query;
    const Catalogue& catalogue = session.catalogue;
    const app::PlannedControl* plan = chosen_plan(plans, request);
    Json::Array processes;
    for (const app::PlannedControl& one : plans)
        processes.push_back(option(one.process, catalogue.text(one.title), plan->process));
    const auto typed = [&](const char* name, const std::string& usual) {
        return request.query.has(name) ? request.query.get(name) : usual;
    };
    view["draft_chosen"] = request.query.has("draft");
    view["has_parameters"] = !shown.control.parameters.empty();
    view["may_try"] = has_right(session, app::UseCase::run_controls) ||
                      has_right(session, app::UseCase::replay_draft_on_records);
    view["may_try_draft"] = has_right(session, app::UseCase::replay_draft_on_records);
    view["parameters"] = parameter_fields(
        shown.control.parameters,
        plan == nullptr ? std::vector<std::pair<std::string, std::string>>{} : plan->parameters, asked,
        catalogue);
    view["may_try_file"] = has_right(session, app::UseCase::replay_draft);
    view["processes"] = processes;
    view["several_plans"] = plans.size() > 1;
    view["since_text"] = typed("since", iso_text(usual_since(today)));
    view["until_text"] = typed("until", "");
}

Result<Response> shown_control(const Request& request, app::Session& session,
                               Compared (*compare)(const app::ShownControl&, const Request&, app::Session&)) {
    const Catalogue& catalogue = session.catalogue;
    const std::string control =
        fmt::format("{}/{}", request.parameter("plugin"), request.parameter("control"));
    const auto shown = app::show_control(session, control);
    if (!shown) return tl::unexpected(shown.error());
    const auto plans = app::plans_with(session, control);
    if (!plans) return tl::unexpected(plans.error());
    const auto now = app::today(session);
    if (!now) return tl::unexpected(now.error());
    const Compared done = compare(*shown, request, session);
    Json::Object view;
    add_facts_of(view, *shown, catalogue);
    add_question(view, *shown, *plans, request, session, *now);
    const std::string title = catalogue.text(shown->control.title);
    view["comparison"] = done.result;
    view["faults"] = done.faults;
    view["form_token"] = request.form_token;
    view["label"] = report::labels(control_labels, catalogue);
    view["place"] = control_place(control);
    view["title"] = title;
    return framed({.title = title,
                   .place = "/plugins",
                   .body = filled_template("control", view),
                   .status = done.status,
                   .script = "replay.js"},
                  request, session);
}

}  // namespace

Result<Response> control_page(const Request& request, app::Session& session) {
    return shown_control(request, session, compared);
}

Result<Response> try_file_form(const Request& request, app::Session& session) {
    if (const Done may = app::authorise(session, app::UseCase::replay_draft); !may)
        return tl::unexpected(may.error());
    return shown_control(request, session, compared_on_file);
}

}  // namespace cadran::web
