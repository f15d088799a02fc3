// SPDX-License-Identifier: Apache-2.0
#include "web/review_turn.h"

#include <array>

#include "app/indicator_standing.h"
#include "app/rights.h"
#include "report/turn_dial.h"
#include "report/words.h"
#include "web/figure_form.h"
#include "web/frame.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

using app::UseCase;

constexpr std::array turn_labels{"web.turn", "web.before_next_stage", "web.measure_quarter",
                                 "web.measure_explained"};

// For what people record of the turn's period, as far as it is missing.
std::string record_form(const app::ShownCycle& cycle, const Request& request, app::Session& session) {
    const auto standings = app::list_indicators(session, cycle.cycle.process, cycle.cycle.period);
    if (!standings) return {};
    const app::ReviewName name{cycle.cycle.process, cycle.cycle.period};
    return figure_form(*standings, review_address(name) + "/record", request, session);
}

// The next stage, where nothing stands before it; what closes the turn is the signature of the review.
Json step_on(const app::ShownCycle& cycle, const model::Process& process, app::Session& session) {
    const bool may = cycle.next && *cycle.next != model::Stage::closed && cycle.obstacles.empty() &&
                     app::authorise(session, UseCase::turn_cycle, process);
    if (!may) return false;
    return Json::Object{{"name", model::stage_name(*cycle.next)},
                        {"words", session.catalogue.text(Message{
                                      "web.on_to_stage", {{"stage", model::stage_title(*cycle.next)}}})}};
}

}  // namespace

std::string review_turn(const app::ShownCycle& cycle, const model::Process& process, const Request& request,
                        app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const model::Stage stage = cycle.cycle.stage;
    const bool waits = stage == model::Stage::execute || stage == model::Stage::check;
    const bool measures = stage == model::Stage::check &&
                          app::authorise(session, UseCase::measure_indicators, process).has_value();
    const bool in_act = stage == model::Stage::act;
    return filled_template(
        "review_turn",
        Json::Object{
            {"dial", report::turn_dial(cycle.cycle, catalogue)},
            {"form_token", request.form_token},
            {"label", report::labels(turn_labels, catalogue)},
            {"measures", measures},
            {"obstacles", in_act ? Json::Array{} : fault_lines(cycle.obstacles, catalogue)},
            {"obstructed", !in_act && !cycle.obstacles.empty()},
            {"on", step_on(cycle, process, session)},
            {"place", review_address({process.id, cycle.cycle.period})},
            {"record", waits ? record_form(cycle, request, session) : std::string()},
            {"words", catalogue.text(Message{"web.turn_at",
                                             {{"period", report::period_words(cycle.cycle.period, catalogue)},
                                              {"stage", model::stage_title(stage)}}})}});
}

}  // namespace cadran::web
