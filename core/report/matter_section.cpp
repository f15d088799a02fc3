// SPDX-License-Identifier: Apache-2.0
#include "report/matter_section.h"

#include "base/text.h"
#include "model/figure.h"
#include "report/review_parts.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using report::json_of;  // of the parts that both reviews have

Json::Array lines(const std::vector<LocalText>& texts, const Catalogue& catalogue) {
    return array(texts, [&](const LocalText& text) { return Json(catalogue.text(text)); });
}

Json sheet_change(const model::SheetChange& change, const Catalogue& catalogue) {
    const Message title{"report.version_accepted",
                        {{"version", std::int64_t{change.version}},
                         {"date", change.from},
                         {"author", change.author},
                         {"approver", change.approver}}};
    Json::Array changes = lines(change.changes, catalogue);
    if (!change.review.empty())
        changes.push_back(catalogue.text(Message{"report.asked_by_review", {{"period", change.review}}}));
    if (changes.empty()) changes.push_back(catalogue.text(Message{"report.first_version"}));
    return Json::Object{{"changes", changes},
                        {"has_reason", !change.reason.empty()},
                        {"reason", change.reason},
                        {"title", catalogue.text(title)}};
}

Json::Array proposals(const model::Dossier& dossier, const Catalogue& catalogue) {
    Json::Array rows;
    for (const model::IndicatorSummary& summary : dossier.indicators) {
        if (!summary.proposal) continue;
        const LocalText& objective =
            summary.objective.fr.empty() ? summary.indicator.title : summary.objective;
        rows.push_back(
            Json::Object{{"objective", catalogue.text(objective)},
                         {"words", proposal_words(summary.indicator, *summary.proposal, catalogue,
                                                  summary.whole ? summary.whole->currency : Currency{})}});
    }
    return rows;
}

std::string quality_words(const model::QualityCounts& counts, const Catalogue& catalogue) {
    return catalogue.text(
        Message{"report.quality_counts",
                {{"count", counts.checked}, {"right", counts.right}, {"contested", counts.contested}}});
}

std::string treatment_words(const model::ReviewedNonconformity& matter, const Catalogue& catalogue) {
    if (matter.follow_up.actions == 0) return catalogue.text(Message{"report.without_action"});
    return catalogue.text(
        Message{"report.actions_of_it",
                {{"count", matter.follow_up.actions}, {"finished", matter.follow_up.finished}}});
}

Json nonconformity(const model::ReviewedNonconformity& matter, const Catalogue& catalogue) {
    const model::Nonconformity& stated = matter.nonconformity;
    return Json::Object{{"extent", stated.extent},
                        {"findings", catalogue.number(std::ssize(stated.findings))},
                        {"name", catalogue.number(stated.number) + ". " + stated.title},
                        {"requirement", stated.requirement},
                        {"treatment", treatment_words(matter, catalogue)}};
}

std::string course_words(const model::ReviewedRisk& risk, const Catalogue& catalogue) {
    if (!risk.before) return catalogue.text(Message{"report.risk_new"});
    if (!risk.moved()) return catalogue.text(Message{"report.risk_unmoved"});
    return catalogue.text(Message{"report.risk_moved", {{"before", *risk.before}}});
}

Json risk(const model::ReviewedRisk& risk, const Catalogue& catalogue) {
    return Json::Object{
        {"course", course_words(risk, catalogue)},
        {"kind", catalogue.text(Message{risk.opportunity ? "report.reviewed_opportunity" : "report.a_risk"})},
        {"level", catalogue.text(risk.level)},
        {"response", catalogue.text(risk.response)},
        {"title", catalogue.text(risk.title)}};
}

Json::Array decisions(const model::Dossier& dossier, const Catalogue& catalogue) {
    Json::Array rows;
    for (const model::ReviewedAction& reviewed : dossier.actions) {
        const model::Action& action = reviewed.action;
        if (!is_decided_in(dossier.review, action)) continue;
        rows.push_back(
            catalogue.text(Message{"report.decision_taken",
                                   {{"name", model::action_name(action)},
                                    {"text", action.text},
                                    {"owner", action.owner.empty() ? std::string("–") : action.owner},
                                    {"due", action.due ? catalogue.date(*action.due) : std::string("–")}}}));
    }
    return rows;
}

Json json_of(const model::SheetChange& change) {
    return Json::Object{
        {"approver", change.approver},
        {"author", change.author},
        {"changes", array(change.changes, [](const LocalText& text) { return json_of(text); })},
        {"from", iso_text(change.from)},
        {"reason", change.reason},
        {"review", change.review},
        {"version", change.version}};
}

Json json_of(const model::ReviewedNonconformity& matter) {
    const model::Nonconformity& stated = matter.nonconformity;
    return Json::Object{{"actions", matter.follow_up.actions},
                        {"extent", stated.extent},
                        {"findings", std::ssize(stated.findings)},
                        {"finished_actions", matter.follow_up.finished},
                        {"number", stated.number},
                        {"requirement", stated.requirement},
                        {"title", stated.title}};
}

Json json_of(const model::ReviewedRisk& risk) {
    return Json::Object{{"before", risk.before ? json_of(*risk.before) : Json()},
                        {"impact", risk.rating.impact},
                        {"level", json_of(risk.level)},
                        {"likelihood", risk.rating.likelihood},
                        {"opportunity", risk.opportunity},
                        {"response", json_of(risk.response)},
                        {"title", json_of(risk.title)}};
}

}  // namespace

bool is_decided_in(const model::Review& review, const model::Action& action) {
    return action.origin == model::ActionOrigin::review && action.source == review.period.text();
}

std::string proposal_words(const model::Indicator& indicator, const model::ObjectiveProposal& proposal,
                           const Catalogue& catalogue, const Currency& currency) {
    const auto figure = [&](const std::optional<Decimal>& value) {
        return value ? model::figure_text(*value, indicator.unit, catalogue, currency) : std::string("–");
    };
    const std::string target =
        proposal.upper ? model::target_text({.from = {}, .value = *proposal.target, .upper = proposal.upper},
                                            indicator.direction, indicator.unit, catalogue, currency)
                       : figure(proposal.target);
    const std::vector<std::pair<std::string, Argument>> figures{{"target", target},
                                                                {"raised", figure(proposal.raised)}};
    switch (proposal.proposal) {
        case model::Proposal::raise: return catalogue.text(Message{"report.proposed_raise", figures});
        case model::Proposal::act: return catalogue.text(Message{"report.proposed_act", {figures[0]}});
        case model::Proposal::measure:
            return catalogue.text(Message{"report.proposed_measure", {figures[0]}});
        case model::Proposal::keep: break;
    }
    return catalogue.text(Message{"report.proposed_keep", {figures[0]}});
}

Json::Object matter_section(const model::Dossier& dossier, const Catalogue& catalogue) {
    const auto& quality = dossier.quality;
    Json::Object view{
        {"decisions", decisions(dossier, catalogue)},
        {"nonconformities",
         array(dossier.nonconformities, [&](const auto& one) { return nonconformity(one, catalogue); })},
        {"proposals", proposals(dossier, catalogue)},
        {"quality", quality ? quality_words(*quality, catalogue) : ""},
        {"resources", lines(dossier.process.resources, catalogue)},
        {"risks", array(dossier.risks, [&](const auto& one) { return risk(one, catalogue); })},
        {"sheet_changes",
         array(dossier.sheet_changes, [&](const auto& one) { return sheet_change(one, catalogue); })},
    };
    for (const char* name :
         {"decisions", "nonconformities", "proposals", "resources", "risks", "sheet_changes"})
        view["has_" + std::string(name)] = !view.at(name).array().empty();
    view["has_quality"] = quality.has_value();
    return view;
}

Json::Object matter_json(const model::Dossier& dossier) {
    const auto write = [](const auto& one) { return json_of(one); };
    const auto& quality = dossier.quality;
    return {{"nonconformities", array(dossier.nonconformities, write)},
            {"quality", quality ? Json(Json::Object{{"checked", quality->checked},
                                                    {"contested", quality->contested},
                                                    {"right", quality->right}})
                                : Json()},
            {"risks", array(dossier.risks, write)},
            {"sheet_changes", array(dossier.sheet_changes, write)}};
}

Json proposal_json(const std::optional<model::ObjectiveProposal>& proposal) {
    if (!proposal) return {};
    const auto figure = [](const std::optional<Decimal>& value) {
        return value ? Json(plain_text(*value)) : Json();
    };
    return Json::Object{{"proposal", model::proposal_name(proposal->proposal)},
                        {"raised_target", figure(proposal->raised)},
                        {"target", figure(proposal->target)}};
}

}  // namespace cadran::report
