// SPDX-License-Identifier: Apache-2.0
#include "web/review_decisions.h"

#include <array>

#include "app/action.h"
#include "app/rights.h"
#include "app/sheet.h"
#include "report/matter_section.h"
#include "report/words.h"
#include "web/action_rows.h"
#include "web/choices.h"
#include "web/frame.h"
#include "web/review_agenda.h"
#include "web/review_view.h"

namespace cadran::web {

namespace {

constexpr std::array decision_labels{"web.review_decisions",
                                     "web.no_decision",
                                     "web.decide_in_review",
                                     "web.decide_in_review_hint",
                                     "web.what_is_to_be_done",
                                     "web.level",
                                     "web.kind",
                                     "web.owner",
                                     "web.by_when",
                                     "web.causes",
                                     "web.causes_hint",
                                     "web.indicator",
                                     "web.criterion",
                                     "web.judged_on",
                                     "web.no_indicator_chosen",
                                     "web.record_decision",
                                     "web.action",
                                     "web.state",
                                     "web.criterion_hint"};

// Of the indicator that the topic shows, unless another was chosen.
std::string indicator_of(std::string_view topic, const Request& request) {
    if (request.form.has("indicator")) return request.form.get("indicator");
    return std::string(topic.starts_with(of_indicator) ? topic.substr(of_indicator.size()) : "");
}

Json::Array people_to_choose(app::Session& session) {
    Json::Array people;
    if (const auto map = app::show_map(session, {})) {
        for (const auto& [account, person] : map->people)
            people.push_back(Json::Object{{"account", account}, {"person", person}});
    }
    return people;
}

Json decision_form(const model::Dossier& dossier, std::string_view topic, const Request& request,
                   app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const Fields& given = request.form;
    Json::Array indicators;
    const std::string chosen = indicator_of(topic, request);
    for (const model::Indicator& indicator : dossier.process.indicators)
        indicators.push_back(option(indicator.id, catalogue.text(indicator.title), chosen));
    return Json::Object{{"causes_text", given.get("causes")},
                        {"criterion_text", given.get("criterion")},
                        {"due_text", given.get("due")},
                        {"indicators", indicators},
                        {"kinds", options(model::all_action_kinds, model::action_kind_name,
                                          model::action_kind_title, given.get("kind"), catalogue)},
                        {"levels", options(model::all_action_levels, model::action_level_name,
                                           model::action_level_title, given.get("level"), catalogue)},
                        {"on_text", given.get("judged_on")},
                        {"owner_text", given.get("owner")},
                        {"people", people_to_choose(session)},
                        {"text_text", given.get("text")},
                        {"typed", given.has("text")}};
}

}  // namespace

std::string review_decisions(const model::Dossier& dossier, std::string_view topic, const Request& request,
                             app::Session& session) {
    std::vector<app::ListedAction> taken;
    for (const model::ReviewedAction& one : dossier.actions) {
        if (report::is_decided_in(dossier.review, one.action)) taken.push_back({one.action, one.overdue});
    }
    const bool may = app::authorise(session, app::UseCase::hold_review, dossier.process).has_value();
    return filled_template(
        "review_decisions",
        Json::Object{{"decisions", action_rows(taken, session)},
                     {"form", may ? decision_form(dossier, topic, request, session) : Json(false)},
                     {"form_token", request.form_token},
                     {"has_decisions", !taken.empty()},
                     {"label", report::labels(decision_labels, session.catalogue)},
                     {"place", review_address({dossier.process.id, dossier.review.period})},
                     {"topic", topic}});
}

}  // namespace cadran::web
