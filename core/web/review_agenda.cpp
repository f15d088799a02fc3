// SPDX-License-Identifier: Apache-2.0
#include "web/review_agenda.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/view.h"
#include "report/words.h"
#include "web/frame.h"

namespace cadran::web {

namespace {

using report::text_at;

// The parts of the template, by the topic that shows them; an indicator has a topic of its own.
constexpr std::array content_names{"results", "process", "controls",  "nonconformities",
                                   "risks",   "actions", "objectives"};

constexpr std::array topic_labels{"report.actions",
                                  "report.attainment",
                                  "report.confirmed",
                                  "report.control",
                                  "report.denominator",
                                  "report.exceptions",
                                  "report.excluded",
                                  "report.extent",
                                  "report.findings",
                                  "report.no_actions",
                                  "report.no_controls",
                                  "report.no_indicators",
                                  "report.no_nonconformities",
                                  "report.no_sheet_changes",
                                  "report.nonconformity",
                                  "report.not_measured_yet",
                                  "report.numerator",
                                  "report.objective",
                                  "report.origin",
                                  "report.period",
                                  "report.plan_action",
                                  "report.plan_due",
                                  "report.plan_owner",
                                  "report.plan_progress",
                                  "report.plan_reference",
                                  "report.plan_state",
                                  "report.points",
                                  "report.population",
                                  "report.proposals_explained",
                                  "report.quality",
                                  "report.quality_explained",
                                  "report.resources",
                                  "report.reviewed_requirement",
                                  "report.reviewed_risk",
                                  "report.risk_course",
                                  "report.risk_kind",
                                  "report.risk_level",
                                  "report.risk_response",
                                  "report.set_aside",
                                  "report.sheet_changes",
                                  "report.target",
                                  "report.to_decide",
                                  "report.treatment",
                                  "report.trend",
                                  "report.value",
                                  "web.change_the_sheet"};

class Agenda {
  public:
    Agenda(const model::Dossier& dossier, const Json& view, const Catalogue& catalogue)
        : dossier_(dossier), view_(view), catalogue_(catalogue) {}

    std::vector<Topic> topics() {
        check("results", {"web.topic_results"}, results());
        check("process", {"web.topic_process"}, {});
        for (std::size_t i = 0; i < dossier_.indicators.size(); ++i) {
            const Json& one = view_.at("indicators").array()[i];
            topics_.push_back({std::string(of_indicator) + dossier_.indicators[i].indicator.id,
                               text_at(one, "title"), stage(model::Stage::check),
                               std::string(trimmed(text_at(one, "sign") + " " + text_at(one, "figure")))});
        }
        check("controls", {"web.topic_controls"}, controls());
        const std::int64_t stated = std::ssize(dossier_.nonconformities);
        check("nonconformities", {"web.topic_nonconformities"}, count(stated));
        if (!dossier_.risks.empty()) check("risks", {"web.topic_risks"}, {});
        add("actions", {"web.topic_actions"}, model::Stage::act, count(std::ssize(dossier_.actions)));
        if (view_.at("has_proposals").boolean())
            add("objectives", {"web.topic_objectives"}, model::Stage::plan, {});
        add(conclusion_topic, {"web.topic_conclusion"}, model::Stage::act, {});
        return std::move(topics_);
    }

  private:
    std::string stage(model::Stage stage) const { return catalogue_.text(model::stage_title(stage)); }
    std::string count(std::int64_t number) const { return number == 0 ? "" : catalogue_.number(number); }

    void add(std::string_view id, const Message& title, model::Stage phase, std::string essential) {
        topics_.push_back({std::string(id), catalogue_.text(title), stage(phase), std::move(essential)});
    }
    void check(std::string_view id, const Message& title, std::string essential) {
        add(id, title, model::Stage::check, std::move(essential));
    }

    // `✓ 2 · ✗ 1`: of the figures that have a target.
    std::string results() const {
        std::int64_t met = 0, missed = 0;
        for (const Json& one : view_.at("indicators").array()) {
            met += text_at(one, "verdict") == "met";
            missed += text_at(one, "verdict") == "missed";
        }
        return fmt::format("✓\u00a0{} · ✗\u00a0{}", catalogue_.number(met), catalogue_.number(missed));
    }

    std::string controls() const {
        std::int64_t found = 0;
        for (const model::ControlSummary& control : dossier_.controls) found += control.findings();
        return catalogue_.text(Message{"web.findings_counted", {{"count", found}}});
    }

    const model::Dossier& dossier_;
    const Json& view_;
    const Catalogue& catalogue_;
    std::vector<Topic> topics_;
};

Json::Array control_rows(const model::Dossier& dossier, const Json& view, const Catalogue& catalogue) {
    Json::Array rows;
    for (std::size_t i = 0; i < dossier.controls.size(); ++i) {
        const model::ControlSummary& control = dossier.controls[i];
        rows.push_back(Json::Object{
            {"aside", catalogue.number(control.released + control.dismissed)},
            {"confirmed", catalogue.number(control.refused + control.corrected + control.confirmed)},
            {"found", catalogue.number(control.findings())},
            {"open", catalogue.number(control.open)},
            {"population", catalogue.number(control.totals.population)},
            {"selects", catalogue.text(control.population)},
            {"title", catalogue.text(control.title)},
            {"undecided", control.open > 0},
            {"warnings", view.at("controls").array()[i].at("warnings")}});
    }
    return rows;
}

// The indicators, each with the way to its own topic.
Json::Array indicator_rows(const model::Dossier& dossier, const Json& view, const std::string& place) {
    Json::Array rows;
    for (std::size_t i = 0; i < dossier.indicators.size(); ++i) {
        Json::Object row = view.at("indicators").array()[i].object();
        const std::string objective = row["objective"].string();
        row["name"] = objective.empty() ? row["title"] : Json(objective);
        row["place"] = fmt::format("{}/{}{}", place, of_indicator, dossier.indicators[i].indicator.id);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

Meeting review_agenda(const model::Dossier& dossier, const Json& view, const std::string& place,
                      const Catalogue& catalogue) {
    return {text_at(view, "title"), place, Agenda(dossier, view, catalogue).topics()};
}

std::string topic_content(const model::Dossier& dossier, const Json& view, const Meeting& meeting,
                          std::size_t topic, const Catalogue& catalogue) {
    const std::string& id = meeting.topics[topic].id;
    Json::Object shown = view.object();
    shown["indicator"] = false;
    for (std::size_t i = 0; i < dossier.indicators.size(); ++i) {
        if (id == std::string(of_indicator) + dossier.indicators[i].indicator.id)
            shown["indicator"] = view.at("indicators").array()[i];
    }
    for (const std::string_view name : content_names) shown["is_" + std::string(name)] = id == name;
    shown["controls"] = control_rows(dossier, view, catalogue);
    shown["has_controls"] = !dossier.controls.empty();
    shown["indicators"] = indicator_rows(dossier, view, meeting.place);
    shown["has_indicators"] = !dossier.indicators.empty();
    shown["label"] = report::labels(topic_labels, catalogue);
    shown["sheet_place"] = "/processes/" + percent_encoded(dossier.process.id);
    return filled_template("review_topic", shown);
}

}  // namespace cadran::web
