// SPDX-License-Identifier: Apache-2.0
#include "report/sheet_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/figure.h"
#include "report/words.h"

namespace cadran::report {

namespace {

using Row = std::vector<SheetCell>;

class SheetTables {
  public:
    SheetTables(const ProcessSheet& sheet, const Catalogue& catalogue)
        : sheet_(sheet), process_(sheet.process), catalogue_(catalogue) {}

    SheetTable objectives() const {
        SheetTable table{say("report.sheet_objectives"),
                         {{say("report.sheet_objective"), 0.28},
                          {say("report.sheet_means"), 0.22},
                          {say("report.sheet_owner"), 0.13},
                          {say("report.sheet_judged"), 0.37}},
                         {},
                         say("report.sheet_no_objectives")};
        for (const model::Objective& objective : process_.objectives) {
            table.rows.push_back({{say(objective.text)},
                                  {say(objective.means)},
                                  {called(sheet_.people, objective.owner), due(objective)},
                                  {say(objective.judged), judged_by(objective)}});
        }
        return table;
    }

    SheetTable indicators() const {
        SheetTable table{say("report.sheet_indicators"),
                         {{say("report.sheet_indicator"), 0.27},
                          {say("report.target"), 0.17},
                          {say("report.sheet_warning"), 0.16},
                          {say("report.sheet_frequency"), 0.13},
                          {say("report.sheet_source"), 0.27}},
                         {},
                         say("report.no_indicators")};
        for (const model::Indicator& indicator : process_.indicators) {
            table.rows.push_back({{say(indicator.title)},
                                  {target(indicator), since(indicator)},
                                  {warning(indicator)},
                                  {say(model::frequency_title(indicator.frequency))},
                                  {source(indicator)}});
        }
        return table;
    }

    SheetTable risks() const {
        SheetTable table{say("report.sheet_risks"),
                         {{say("report.sheet_risk"), 0.32},
                          {say("report.sheet_inherent"), 0.13},
                          {say("report.sheet_response"), 0.42},
                          {say("report.sheet_residual"), 0.13}},
                         {},
                         say("report.sheet_no_risks")};
        for (const model::Risk& risk : process_.risks) {
            table.rows.push_back({{say(risk.title)},
                                  level(risk.inherent),
                                  {say(Message{"report.sheet_treatment",
                                               {{"treatment", model::treatment_title(risk.treatment)},
                                                {"response", risk.response}}})},
                                  level(risk.residual)});
        }
        return table;
    }

    SheetTable opportunities() const {
        SheetTable table{say("report.sheet_opportunities"),
                         {{say("report.sheet_opportunity"), 0.32},
                          {say("report.sheet_rating"), 0.13},
                          {say("report.sheet_seized"), 0.55}},
                         {},
                         say("report.sheet_no_opportunities")};
        for (const model::Opportunity& opportunity : process_.opportunities)
            table.rows.push_back(
                {{say(opportunity.title)}, {points(opportunity.rating)}, {say(opportunity.response)}});
        return table;
    }

    // What the machine checks, then what people do without it, then the risks that no control covers.
    SheetTable control_plan() const {
        SheetTable table{say("report.sheet_control_plan"),
                         {{say("report.sheet_control"), 0.27},
                          {say("report.sheet_covered"), 0.23},
                          {say("report.sheet_frequency"), 0.13},
                          {say("report.sheet_carried_out_by"), 0.14},
                          {say("report.sheet_proof"), 0.23}},
                         {},
                         say("report.no_controls")};
        for (const model::ControlUse& use : process_.controls)
            table.rows.push_back(
                control({called(sheet_.controls, use.control, catalogue_), settings(use)}, use.terms));
        for (const model::ManualControl& manual : process_.manual_controls)
            table.rows.push_back(control({say(manual.title), say("report.sheet_by_people")}, manual.terms));
        for (const model::Risk& risk : process_.risks) {
            if (is_covered(risk.id)) continue;
            table.rows.push_back({{say("report.sheet_not_controlled")},
                                  {say(risk.title)},
                                  {no_value},
                                  {no_value},
                                  {no_value}});
        }
        return table;
    }

  private:
    std::string say(std::string id) const { return catalogue_.text(Message{std::move(id)}); }
    std::string say(const Message& message) const { return catalogue_.text(message); }
    std::string say(const LocalText& text) const { return catalogue_.text(text); }

    std::string due(const model::Objective& objective) const {
        if (!objective.due) return "";
        return say(Message{"report.sheet_due", {{"date", *objective.due}}});
    }

    std::string judged_by(const model::Objective& objective) const {
        const model::Indicator* indicator = process_.find_indicator(objective.indicator);
        if (indicator == nullptr) return objective.indicator;
        return say(Message{"report.sheet_indicator_target",
                           {{"indicator", indicator->title}, {"target", target(*indicator)}}});
    }

    // Today's target; of an indicator whose first target is still to come, that one.
    static const model::Target* target_of(const model::Indicator& indicator, Date on) {
        const model::Target* current = nullptr;
        for (const model::Target& target : indicator.targets) {
            if (current == nullptr || target.from <= on) current = &target;
        }
        return current;
    }

    std::string target(const model::Indicator& indicator) const {
        const model::Target* target = target_of(indicator, sheet_.on);
        if (target == nullptr) return no_value;
        return model::target_text(*target, indicator.direction, indicator.unit, catalogue_, sheet_.currency);
    }

    std::string since(const model::Indicator& indicator) const {
        const model::Target* target = target_of(indicator, sheet_.on);
        if (target == nullptr) return "";
        return say(Message{"report.sheet_since", {{"date", target->from}}});
    }

    std::string figure(const Decimal& value, const model::Indicator& indicator) const {
        return model::figure_text(value, indicator.unit, catalogue_, sheet_.currency);
    }

    std::string warning(const model::Indicator& indicator) const {
        const model::Target* target = target_of(indicator, sheet_.on);
        if (target == nullptr || (!target->warning && !target->upper_warning)) return no_value;
        std::vector<std::string> bounds;
        const bool below = indicator.direction != model::Direction::lower;
        if (target->warning) {
            const std::string value = figure(*target->warning, indicator);
            bounds.push_back(below ? say(Message{"report.sheet_below", {{"value", value}}})
                                   : say(Message{"report.sheet_above", {{"value", value}}}));
        }
        if (target->upper_warning)
            bounds.push_back(
                say(Message{"report.sheet_above", {{"value", figure(*target->upper_warning, indicator)}}}));
        return fmt::format("{}", fmt::join(bounds, ", "));
    }

    std::string source(const model::Indicator& indicator) const {
        switch (indicator.source) {
            case model::Source::by_hand:
                return say(Message{"report.sheet_by_hand", {{"method", indicator.method}}});
            case model::Source::records:
                return say(Message{"report.sheet_counted",
                                   {{"type", called(sheet_.record_types, indicator.measure, catalogue_)}}});
            case model::Source::control:
                return say(Message{"report.sheet_decided",
                                   {{"control", called(sheet_.controls, indicator.measure, catalogue_)}}});
            case model::Source::measure: break;
        }
        return say(Message{"report.sheet_measured",
                           {{"measure", called(sheet_.measures, indicator.measure, catalogue_)}}});
    }

    std::string points(const model::Rating& rating) const {
        return say(Message{"report.sheet_points",
                           {{"likelihood", std::int64_t{rating.likelihood}},
                            {"impact", std::int64_t{rating.impact}},
                            {"score", std::int64_t{rating.score()}}}});
    }

    SheetCell level(const model::Rating& rating) const {
        if (sheet_.scale.levels.empty() || !sheet_.scale.holds(rating)) return {points(rating)};
        const model::RiskScale::Level& level = sheet_.scale.level_of(rating);
        return {say(level.title), points(rating), level.severity};
    }

    std::string settings(const model::ControlUse& use) const {
        std::string words = say(Message{"report.sheet_by_cadran", {{"control", use.control}}});
        for (const auto& [name, value] : use.parameters)
            words = say(
                Message{"report.sheet_setting", {{"control", words}, {"parameter", name}, {"value", value}}});
        return words;
    }

    Row control(SheetCell what, const model::ControlTerms& terms) const {
        std::vector<std::string> covered;
        for (const std::string& id : terms.risks) {
            const auto risk = std::ranges::find(process_.risks, id, &model::Risk::id);
            covered.push_back(risk == process_.risks.end() ? id : say(risk->title));
        }
        return {std::move(what),
                {covered.empty() ? no_value : fmt::format("{}", fmt::join(covered, "\n"))},
                {say(model::control_frequency_title(terms.frequency))},
                {say(model::role_title(terms.by))},
                {say(terms.proof)}};
    }

    bool is_covered(const std::string& risk) const {
        const auto covers = [&](const auto& control) {
            return std::ranges::find(control.terms.risks, risk) != control.terms.risks.end();
        };
        return std::ranges::any_of(process_.controls, covers) ||
               std::ranges::any_of(process_.manual_controls, covers);
    }

    const ProcessSheet& sheet_;
    const model::Process& process_;
    const Catalogue& catalogue_;
};

}  // namespace

std::vector<SheetTable> sheet_tables(const ProcessSheet& sheet, const Catalogue& catalogue) {
    const SheetTables tables(sheet, catalogue);
    return {tables.objectives(), tables.indicators(), tables.risks(), tables.opportunities(),
            tables.control_plan()};
}

std::string called(const std::map<std::string, LocalText>& names, const std::string& id,
                   const Catalogue& catalogue) {
    const auto found = names.find(id);
    return found == names.end() ? id : catalogue.text(found->second);
}

std::string called(const std::map<std::string, std::string>& names, const std::string& id) {
    const auto found = names.find(id);
    return found == names.end() ? id : found->second;
}

}  // namespace cadran::report
