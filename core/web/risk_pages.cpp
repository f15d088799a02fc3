// SPDX-License-Identifier: Apache-2.0
#include "web/risk_pages.h"

#include <algorithm>
#include <array>

#include "app/action.h"
#include "app/definitions.h"
#include "app/rights.h"
#include "app/sheet.h"
#include "base/text.h"
#include "report/level_bars.h"
#include "report/risk_matrix.h"
#include "report/words.h"
#include "web/choices.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

constexpr std::array risks_labels{
    "web.risk",           "web.process",        "web.before_treatment", "web.after_treatment",
    "web.treatment",      "web.response",       "web.actions",          "web.filter",
    "web.every_process",  "web.severity",       "web.every_level",      "web.risks_register",
    "web.opportunities",  "web.opportunity",    "web.benefit",          "web.how_seized",
    "web.no_risk",        "web.no_opportunity", "web.propose_action",   "web.import_risks",
    "web.levels_counted", "web.export"};

struct ListedRisk {
    const model::Process* process;
    const model::Risk* risk;
};

struct ListedOpportunity {
    const model::Process* process;
    const model::Opportunity* opportunity;
};

// The gravest first: by what remains, then by what was there before.
std::vector<ListedRisk> risks_of(const report::ProcessMap& map, const std::string& process,
                                 const std::optional<model::Severity>& level, const model::RiskScale& scale) {
    std::vector<ListedRisk> listed;
    for (const model::Process& one : map.processes) {
        if (!process.empty() && one.id != process) continue;
        for (const model::Risk& risk : one.risks) {
            if (!level || scale.level_of(risk.residual).severity == *level) listed.push_back({&one, &risk});
        }
    }
    std::ranges::stable_sort(listed, std::ranges::greater(), [](const ListedRisk& one) {
        return std::pair(one.risk->residual.score(), one.risk->inherent.score());
    });
    return listed;
}

std::vector<ListedOpportunity> opportunities_of(const report::ProcessMap& map, const std::string& process) {
    std::vector<ListedOpportunity> listed;
    for (const model::Process& one : map.processes) {
        if (!process.empty() && one.id != process) continue;
        for (const model::Opportunity& opportunity : one.opportunities)
            listed.push_back({&one, &opportunity});
    }
    std::ranges::stable_sort(listed, std::ranges::greater(),
                             [](const ListedOpportunity& one) { return one.opportunity->rating.score(); });
    return listed;
}

Json rating_view(const model::Rating& rating, const model::RiskScale& scale, const Catalogue& catalogue) {
    const model::RiskScale::Level& level = scale.level_of(rating);
    return Json::Object{{"look", report::level_class(level.severity)},
                        {"score", fmt::format("{}", rating.score())},
                        {"title", catalogue.text(level.title)}};
}

// How many actions follow from each risk, by process and id; none for who may not list them.
std::map<std::pair<std::string, std::string>, std::int64_t> actions_on_risks(app::Session& session) {
    std::map<std::pair<std::string, std::string>, std::int64_t> counts;
    if (app::scope_of(session.actor, app::UseCase::show_actions) != app::Scope::all) return counts;
    const auto listed = app::list_actions(session, {});
    if (!listed) return counts;
    for (const app::ListedAction& one : *listed) {
        if (one.action.origin == model::ActionOrigin::risk) ++counts[{one.action.process, one.action.source}];
    }
    return counts;
}

Json::Array risk_rows(const std::vector<ListedRisk>& listed, const model::RiskScale& scale,
                      app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto actions = actions_on_risks(session);
    const bool proposes = app::scope_of(session.actor, app::UseCase::propose_action) != app::Scope::none;
    Json::Array rows;
    for (const auto& [process, risk] : listed) {
        const auto count = actions.find({process->id, risk->id});
        const std::string place = fmt::format("/actions/new?process={}&origin=risk&source={}",
                                              percent_encoded(process->id), percent_encoded(risk->id));
        rows.push_back(Json::Object{
            {"actions", count == actions.end() ? Json(false) : Json(catalogue.number(count->second))},
            {"after", rating_view(risk->residual, scale, catalogue)},
            {"before", rating_view(risk->inherent, scale, catalogue)},
            {"id", risk->id},
            {"process", catalogue.text(process->title)},
            {"process_place", "/processes/" + percent_encoded(process->id)},
            {"propose", proposes ? Json(place) : Json(false)},
            {"response", catalogue.text(risk->response)},
            {"title", catalogue.text(risk->title)},
            {"treatment", catalogue.text(model::treatment_title(risk->treatment))}});
    }
    return rows;
}

Json::Array opportunity_rows(const std::vector<ListedOpportunity>& listed, const model::RiskScale& scale,
                             const Catalogue& catalogue) {
    Json::Array rows;
    for (const auto& [process, opportunity] : listed) {
        const auto step = static_cast<std::size_t>(opportunity->rating.impact - 1);
        rows.push_back(Json::Object{
            {"benefit", step < scale.impacts.size() ? catalogue.text(scale.impacts[step]) : std::string()},
            {"id", opportunity->id},
            {"process", catalogue.text(process->title)},
            {"response", catalogue.text(opportunity->response)},
            {"score", fmt::format("{}", opportunity->rating.score())},
            {"title", catalogue.text(opportunity->title)}});
    }
    return rows;
}

// The picture's figures: each level with how many there were, and how many remain.
Json::Array level_rows(const std::vector<ListedRisk>& listed, const model::RiskScale& scale,
                       const Catalogue& catalogue) {
    Json::Array rows;
    for (auto level = scale.levels.rbegin(); level != scale.levels.rend(); ++level) {
        const auto count = [&](const model::Rating model::Risk::*rating) {
            return std::ranges::count_if(listed, [&](const ListedRisk& one) {
                return scale.level_of(one.risk->*rating).severity == level->severity;
            });
        };
        rows.push_back(Json::Object{{"after", catalogue.number(count(&model::Risk::residual))},
                                    {"before", catalogue.number(count(&model::Risk::inherent))},
                                    {"look", report::level_class(level->severity)},
                                    {"title", catalogue.text(level->title)}});
    }
    return rows;
}

Json::Array levels_to_choose(const model::RiskScale& scale, const std::string& chosen,
                             const Catalogue& catalogue) {
    Json::Array all;
    for (const model::RiskScale::Level& level : scale.levels)
        all.push_back(option(model::severity_name(level.severity), catalogue.text(level.title), chosen));
    return all;
}

std::string matrix_picture(const std::vector<ListedRisk>& listed, const model::Rating model::Risk::*rating,
                           const model::RiskScale& scale, const char* title, const Catalogue& catalogue) {
    std::vector<model::Rating> ratings;
    for (const ListedRisk& one : listed) ratings.push_back(one.risk->*rating);
    return report::risk_matrix(ratings, scale, Message{title}, catalogue);
}

}  // namespace

Result<Response> risks_page(const Request& request, app::Session& session) {
    const Catalogue& catalogue = session.catalogue;
    const auto map = app::show_map(session, {});
    if (!map) return tl::unexpected(map.error());
    const auto organisation = app::organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const model::RiskScale& scale = (*organisation)->scale;
    const std::string process = request.query.get("process"), level = request.query.get("level");
    const auto risks = risks_of(*map, process, model::parse_severity(level), scale);
    const auto opportunities = opportunities_of(*map, process);
    const std::string title = catalogue.text(Message{"web.risks"});
    const std::string body = filled_template(
        "risks",
        Json::Object{
            {"after", matrix_picture(risks, &model::Risk::residual, scale, "web.after_treatment", catalogue)},
            {"before",
             matrix_picture(risks, &model::Risk::inherent, scale, "web.before_treatment", catalogue)},
            {"label", report::labels(risks_labels, catalogue)},
            {"level_rows", level_rows(risks, scale, catalogue)},
            {"levels", levels_to_choose(scale, level, catalogue)},
            {"no_opportunity", opportunities.empty()},
            {"no_risk", risks.empty()},
            {"opportunities", opportunity_rows(opportunities, scale, catalogue)},
            {"processes", processes_to_choose(process, session)},
            {"rows", risk_rows(risks, scale, session)},
            {"summary", catalogue.text(Message{"web.risks_listed", {{"count", std::ssize(risks)}}})},
            {"title", title}});
    return framed({.title = title, .place = "/risks", .body = body}, request, session);
}

}  // namespace cadran::web
