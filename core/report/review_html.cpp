// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <fmt/ranges.h>

#include "base/resource.h"
#include "report/action_section.h"
#include "report/control_section.h"
#include "report/indicator_section.h"
#include "report/matter_section.h"
#include "report/page_shell.h"
#include "report/page_template.h"
#include "report/review.h"
#include "report/turn_dial.h"
#include "report/words.h"

namespace cadran::report {

namespace {

// The fixed words of the page; the template calls them `label.` and the name behind the point.
constexpr std::array review_labels{"report.actions",
                                   "report.attainment",
                                   "report.conclusion",
                                   "report.controls",
                                   "report.counts",
                                   "report.decision",
                                   "report.decisions",
                                   "report.decisions_explained",
                                   "report.denominator",
                                   "report.exceptions",
                                   "report.excluded",
                                   "report.extent",
                                   "report.findings",
                                   "report.indicators",
                                   "report.no_actions",
                                   "report.no_conclusion",
                                   "report.no_controls",
                                   "report.no_exceptions",
                                   "report.no_findings",
                                   "report.no_indicators",
                                   "report.no_nonconformities",
                                   "report.no_participants",
                                   "report.no_sheet_changes",
                                   "report.no_taken_decisions",
                                   "report.nonconformity",
                                   "report.not_measured_yet",
                                   "report.numerator",
                                   "report.objective",
                                   "report.origin",
                                   "report.participants",
                                   "report.period",
                                   "report.plan_action",
                                   "report.plan_due",
                                   "report.plan_owner",
                                   "report.plan_progress",
                                   "report.plan_reference",
                                   "report.plan_state",
                                   "report.points",
                                   "report.points_explained",
                                   "report.proposals",
                                   "report.proposals_explained",
                                   "report.quality",
                                   "report.quality_explained",
                                   "report.resources",
                                   "report.reviewed_nonconformities",
                                   "report.reviewed_requirement",
                                   "report.reviewed_risk",
                                   "report.reviewed_risks",
                                   "report.risk_course",
                                   "report.risk_kind",
                                   "report.risk_level",
                                   "report.risk_response",
                                   "report.selects",
                                   "report.share",
                                   "report.sheet_changes",
                                   "report.signatures",
                                   "report.summary",
                                   "report.taken_decisions",
                                   "report.target",
                                   "report.the_process",
                                   "report.treatment",
                                   "report.trend",
                                   "report.value",
                                   "report.verify"};

enum class Breadth { half, whole };  // of the page's line

Json fact(std::string name, std::string value, Breadth breadth = Breadth::half) {
    return Json::Object{
        {"breadth", breadth == Breadth::half ? "half" : "whole-line"},
        {"name", std::move(name)},
        {"value", value.empty() ? "–" : std::move(value)},
    };
}

Json::Array facts(const model::Dossier& dossier, const Catalogue& catalogue) {
    const model::Process& process = dossier.process;
    const calendar::Period& period = dossier.review.period;
    const Message range{"report.from_to", {{"first", period.first()}, {"last", period.last()}}};
    const Message sheet{
        "report.sheet_version",
        {{"version", std::int64_t{dossier.process_version}}, {"date", dossier.in_force_from}}};
    return {
        fact(catalogue.text(Message{"report.period_reviewed"}), catalogue.text(range)),
        fact(catalogue.text(Message{"report.sheet"}), catalogue.text(sheet)),
        fact(catalogue.text(Message{"report.pilot"}), process.pilot),
        fact(catalogue.text(Message{"report.backups"}), fmt::format("{}", fmt::join(process.backups, ", "))),
        fact(catalogue.text(Message{"report.purpose"}), catalogue.text(process.purpose), Breadth::whole),
        fact(catalogue.text(Message{"report.starts_with"}), catalogue.text(process.start_event)),
        fact(catalogue.text(Message{"report.ends_with"}), catalogue.text(process.end_event)),
    };
}

Json state(const model::Review& review, const Catalogue& catalogue, const calendar::Zone& zone) {
    const auto words = [&](std::string id, const std::optional<model::Mark>& mark) {
        const model::Mark known = mark.value_or(review.prepared);
        return catalogue.text(Message{
            std::move(id), {{"account", known.by}, {"moment", moment_words(known.at, catalogue, zone)}}});
    };
    switch (review.state) {
        case model::ReviewState::signed_off:
            return Json::Object{{"name", "signed"}, {"words", words("report.signed_by", review.signed_off)}};
        case model::ReviewState::held:
            return Json::Object{{"name", "held"}, {"words", words("report.held_by", review.held)}};
        case model::ReviewState::in_preparation: break;
    }
    return Json::Object{{"name", "draft"}, {"words", catalogue.text(Message{"report.working_document"})}};
}

Json mark(std::string step, const std::optional<model::Mark>& mark, const Catalogue& catalogue,
          const calendar::Zone& zone) {
    return Json::Object{
        {"by", mark ? mark->by : catalogue.text(Message{"report.to_come"})},
        {"kind", mark ? "done" : "to-come"},
        {"moment", mark ? moment_words(mark->at, catalogue, zone) : ""},
        {"step", std::move(step)},
    };
}

Json::Array marks(const model::Review& review, const Catalogue& catalogue, const calendar::Zone& zone) {
    return {
        mark(catalogue.text(Message{"report.prepared"}), review.prepared, catalogue, zone),
        mark(catalogue.text(Message{"report.held"}), review.held, catalogue, zone),
        mark(catalogue.text(Message{"report.signed"}), review.signed_off, catalogue, zone),
    };
}

// The step of the review that is its own latest mark; no clock is asked.
const model::Mark& latest_mark(const model::Review& review) {
    if (review.signed_off) return *review.signed_off;
    return review.held ? *review.held : review.prepared;
}

Json::Object review_heading(const model::Dossier& dossier, const Catalogue& catalogue,
                            const calendar::Zone& zone) {
    const std::string period = period_words(dossier.review.period, catalogue);
    const std::string process = catalogue.text(dossier.process.title);
    const model::Cycle& cycle = dossier.cycle;
    return {
        {"dial", turn_dial(cycle, catalogue)},
        {"facts", facts(dossier, catalogue)},
        {"organisation", dossier.organisation},
        {"process", process},
        {"state", state(dossier.review, catalogue, zone)},
        {"subject", catalogue.text(Message{"report.subject", {{"period", period}}})},
        {"turn", catalogue.text(Message{
                     "report.turn_at_stage",
                     {{"number", std::int64_t{cycle.number}}, {"stage", model::stage_title(cycle.stage)}}})},
    };
}

Json::Object ending(const model::Dossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone) {
    const model::Review& review = dossier.review;
    Json::Array participants(review.participants.begin(), review.participants.end());
    const std::string moment = moment_words(latest_mark(review).at, catalogue, zone);
    return {
        {"as_of", catalogue.text(Message{"report.as_of", {{"moment", moment}}})},
        {"concluded", !review.conclusion.empty()},
        {"conclusion", review.conclusion},
        {"head", dossier.journal_head.hex()},
        {"journal", catalogue.text(Message{"report.journal_head", {{"number", dossier.journal_number}}})},
        {"marks", marks(review, catalogue, zone)},
        {"participants", participants},
    };
}

}  // namespace

Json review_view(const model::Dossier& dossier, const Catalogue& catalogue, const calendar::Zone& zone) {
    Json::Object view = review_heading(dossier, catalogue, zone);
    view.merge(ending(dossier, catalogue, zone));
    view["label"] = labels(review_labels, catalogue);
    Json::Array indicators;
    for (const auto& summary : dossier.indicators)
        indicators.push_back(indicator_section(summary, catalogue, zone));
    view["indicators"] = indicators;
    Json::Array controls;
    for (const auto& summary : dossier.controls) controls.push_back(control_section(summary, catalogue));
    view["controls"] = controls;
    view.merge(action_section(dossier.actions, catalogue));
    view.merge(matter_section(dossier, catalogue));
    const Message title{
        "report.title",
        {{"process", dossier.process.title}, {"period", period_words(dossier.review.period, catalogue)}}};
    view["title"] = catalogue.text(title);
    return view;
}

std::string review_html(const model::Dossier& dossier, const Catalogue& catalogue,
                        const calendar::Zone& zone) {
    const Json view = review_view(dossier, catalogue, zone);
    return page({.title = view.at("title").string(),
                 .style = std::string(resource("core/report/templates/review.css")),
                 .appearance = dossier.appearance,
                 .simulated = dossier.simulated,
                 .body = filled(resource("core/report/templates/review.html.mustache"), view)},
                catalogue);
}

}  // namespace cadran::report
