// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "app/cycle.h"
#include "app/indicator.h"
#include "app/rights.h"
#include "base/text.h"
#include "web/choices.h"
#include "web/figure_form.h"
#include "web/review_agenda.h"
#include "web/review_pages.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

using app::UseCase;

// Runs a step on the review that the path names, for who may take it somewhere: its overview afterwards, or
// again with what is wrong.
template <typename Step>
Result<Response> review_step(const Request& request, app::Session& session, UseCase use_case,
                             const char* done, Step step) {
    if (const auto may = app::scope_within(session, use_case); !may) return tl::unexpected(may.error());
    const auto name = review_parameter(request);
    if (!name) return tl::unexpected(name.error());
    const auto taken = step(*name);
    if (taken) return see_other(fmt::format("{}?done={}", review_address(*name), done));
    if (taken.error().kind == Failure::Kind::not_found) return tl::unexpected(taken.error());
    auto shown = shown_review(*name, &taken.error(), request, session);
    if (!shown) return tl::unexpected(taken.error());
    return shown;
}

// The same on one of its topics.
template <typename Step>
Result<Response> topic_step(const Request& request, app::Session& session, UseCase use_case,
                            const std::string& topic, const std::string& afterwards, Step step) {
    if (const auto may = app::scope_within(session, use_case); !may) return tl::unexpected(may.error());
    const auto name = review_parameter(request);
    if (!name) return tl::unexpected(name.error());
    const auto taken = step(*name);
    if (taken) return see_other(review_address(*name) + afterwards);
    auto shown = shown_topic(*name, topic, &taken.error(), request, session);
    if (!shown) return tl::unexpected(taken.error());
    return shown;
}

Result<app::ProposeAction> review_decision_of(const Request& request) {
    Diagnostics faults;
    app::ProposeAction decision;
    decision.text = typed_text(request, "text");
    decision.level =
        model::parse_action_level(request.form.get("level")).value_or(model::ActionLevel::sector);
    decision.kind =
        model::parse_action_kind(request.form.get("kind")).value_or(model::ActionKind::corrective_action);
    decision.causes = lines_field(request, "causes");
    decision.owner = typed_text(request, "owner");
    decision.due = date_field(request, "due", faults);
    decision.effectiveness = {typed_text(request, "indicator"), typed_text(request, "criterion"),
                              date_field(request, "judged_on", faults)};
    if (!faults.empty()) return invalid(std::move(faults));
    return decision;
}

}  // namespace

Result<Response> turn_cycle_form(const Request& request, app::Session& session) {
    return review_step(request, session, UseCase::turn_cycle, "turned",
                       [&](const app::ReviewName& name) -> Result<model::Cycle> {
                           const auto to = model::parse_stage(request.form.get("to"));
                           if (!to) return invalid(Message{"web.no_such_stage"});
                           const auto now = app::show_cycle(session, name.process);
                           if (now && now->cycle.period != name.period)
                               return conflict({"web.another_turn", {{"period", now->cycle.period.text()}}});
                           return app::turn_cycle(session, name.process, *to);
                       });
}

Result<Response> measure_indicators_form(const Request& request, app::Session& session) {
    return review_step(request, session, UseCase::measure_indicators, "measured",
                       [&](const app::ReviewName& name) {
                           return app::measure_indicators(session, name.process, name.period);
                       });
}

Result<Response> record_indicator_form(const Request& request, app::Session& session) {
    return review_step(request, session, UseCase::record_indicator, "recorded",
                       [&](const app::ReviewName& name) -> Result<std::vector<model::Measurement>> {
                           const auto command = typed_figure(request, name.process);
                           if (!command) return tl::unexpected(command.error());
                           return app::record_indicator(session, *command);
                       });
}

Result<Response> prepare_review_form(const Request& request, app::Session& session) {
    return review_step(request, session, UseCase::prepare_review, "prepared",
                       [&](const app::ReviewName& name) { return app::prepare_review(session, name); });
}

Result<Response> decide_in_review_form(const Request& request, app::Session& session) {
    const std::string topic = request.form.get("topic");
    const std::string back = topic.empty() ? topic : "/" + percent_encoded(topic);
    return topic_step(request, session, UseCase::hold_review, topic, back + "?done=action#taken",
                      [&](const app::ReviewName& name) -> Result<model::Action> {
                          const auto decision = review_decision_of(request);
                          if (!decision) return tl::unexpected(decision.error());
                          return app::decide_in_review(session, name, *decision);
                      });
}

Result<Response> hold_review_form(const Request& request, app::Session& session) {
    const std::string topic(conclusion_topic);
    return topic_step(request, session, UseCase::hold_review, topic, "/" + topic + "?done=held",
                      [&](const app::ReviewName& name) {
                          return app::hold_review(session, {name, lines_field(request, "participants"),
                                                            typed_text(request, "conclusion")});
                      });
}

Result<Response> sign_review_form(const Request& request, app::Session& session) {
    return topic_step(request, session, UseCase::sign_review, std::string(conclusion_topic), "?done=signed",
                      [&](const app::ReviewName& name) { return app::sign_review(session, name); });
}

}  // namespace cadran::web
