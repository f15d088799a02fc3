// SPDX-License-Identifier: Apache-2.0
#include "web/review_turn.h"

#include <array>

#include "app/indicator_standing.h"
#include "app/rights.h"
#include "report/turn_dial.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

using app::UseCase;

constexpr std::array turn_labels{"web.turn",
                                 "web.before_next_stage",
                                 "web.measure_quarter",
                                 "web.record_figure",
                                 "web.which_figure",
                                 "web.value_or_share",
                                 "web.figure",
                                 "web.numerator",
                                 "web.denominator",
                                 "web.comment",
                                 "web.comment_of_figure",
                                 "web.absent_figure",
                                 "web.measure_explained"};

// Figures that people record, period by period, as far as they are missing.
Json::Array figures_to_record(const app::ShownCycle& cycle, const std::string& chosen,
                              app::Session& session) {
    Json::Array figures;
    const auto standings = app::list_indicators(session, cycle.cycle.process, cycle.cycle.period);
    if (!standings) return figures;
    for (const app::IndicatorStanding& standing : *standings) {
        if (standing.indicator.source != model::Source::by_hand) continue;
        for (const calendar::Period& period : standing.missing) {
            const std::string title = fmt::format("{} – {}", session.catalogue.text(standing.indicator.title),
                                                  report::period_words(period, session.catalogue));
            figures.push_back(
                option(fmt::format("{} {}", standing.indicator.id, period.text()), title, chosen));
        }
    }
    return figures;
}

Json record_form(const app::ShownCycle& cycle, const model::Process& process, const Request& request,
                 app::Session& session) {
    if (!app::authorise(session, UseCase::record_indicator, process)) return false;
    const Fields& given = request.form;
    const Json::Array figures = figures_to_record(cycle, given.get("figure"), session);
    if (figures.empty()) return false;
    return Json::Object{{"absent", given.has("absent")},
                        {"comment_text", given.get("comment")},
                        {"denominator_text", given.get("denominator")},
                        {"figures", figures},
                        {"numerator_text", given.get("numerator")},
                        {"value_text", given.get("value")}};
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
            {"record", waits ? record_form(cycle, process, request, session) : Json(false)},
            {"words", catalogue.text(Message{"web.turn_at",
                                             {{"period", report::period_words(cycle.cycle.period, catalogue)},
                                              {"stage", model::stage_title(stage)}}})}});
}

}  // namespace cadran::web
