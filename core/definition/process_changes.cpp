// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "definition/changes.h"
#include "model/figure.h"

namespace cadran::definition {

namespace {

using model::Change;
using model::ChangeList;
using model::Indicator;
using model::Process;
using model::Target;

using Parameters = std::vector<std::pair<std::string, std::string>>;

class ProcessChanges {
    std::string said(const Message& message) const { return list_.catalogue().text(message); }
    std::string said(const LocalText& text) const { return list_.catalogue().text(text); }
    std::string part(const char* id) const { return list_.catalogue().text(Message{id}); }

    template <typename Value>
    auto title(LocalText Value::*text) const {
        return [this, text](const Value& value) { return said(value.*text); };
    }

  public:
    ProcessChanges(const Process& before, const Process& after, const model::RiskScale& scale,
                   const Catalogue& catalogue)
        : before_(before), after_(after), scale_(scale), list_(catalogue) {}

    std::vector<Change> take() {
        compare_head();
        compare_neighbours("upstream", part("definition.upstream"), before_.upstream, after_.upstream);
        compare_neighbours("downstream", part("definition.downstream"), before_.downstream,
                           after_.downstream);
        list_.texts("client", part("definition.clients"), before_.clients, after_.clients);
        list_.entries("clause", part("definition.clauses"), before_.clauses, after_.clauses);
        list_.keyed("objective", part("definition.objectives"), before_.objectives, after_.objectives,
                    &model::Objective::id, title(&model::Objective::text),
                    [&](const auto& path, const auto& a, const auto& b) { compare_objective(path, a, b); });
        list_.keyed("indicator", part("definition.indicators"), before_.indicators, after_.indicators,
                    &Indicator::id, title(&Indicator::title),
                    [&](const auto& path, const auto& a, const auto& b) { compare_indicator(path, a, b); });
        compare_risks();
        compare_controls();
        compare_flows();
        return list_.take();
    }

  private:
    // `Responsable de « Répondre à temps »`
    std::string of(const char* id, const LocalText& whole) const {
        return said(Message{"definition.part_of", {{"part", part(id)}, {"title", said(whole)}}});
    }

    void compare_head() {
        list_.text("title", part("definition.title"), before_.title, after_.title);
        list_.value("kind", part("definition.kind"), said(model::process_kind_title(before_.kind)),
                    said(model::process_kind_title(after_.kind)));
        list_.value("turn", part("definition.turn"), said(model::frequency_title(before_.turn)),
                    said(model::frequency_title(after_.turn)));
        list_.value("pilot", part("definition.pilot"), before_.pilot, after_.pilot);
        list_.entries("backup", part("definition.backups"), before_.backups, after_.backups);
        list_.entries("stake", part("definition.stakes"), before_.stakes, after_.stakes);
        list_.entries("interested-party", part("definition.parties"), before_.parties, after_.parties);
        list_.text("purpose", part("definition.purpose"), before_.purpose, after_.purpose);
        list_.text("start", part("definition.start"), before_.start_event, after_.start_event);
        list_.text("end", part("definition.end"), before_.end_event, after_.end_event);
    }

    void compare_neighbours(const std::string& path, const std::string& what,
                            const std::vector<model::Neighbour>& before,
                            const std::vector<model::Neighbour>& after) {
        const auto name = [&](const model::Neighbour& neighbour) {
            return neighbour.process.empty() ? said(Message{"definition.every_process"}) : neighbour.process;
        };
        list_.keyed(path, what, before, after, &model::Neighbour::process, name,
                    [&](const auto& place, const auto& a, const auto& b) {
                        list_.text(place, fmt::format("{} ({})", what, name(b)), a.flow, b.flow);
                    });
    }

    void compare_objective(const std::string& path, const model::Objective& a, const model::Objective& b) {
        list_.text(path, part("definition.objective"), a.text, b.text);
        list_.text(path + "/means", of("definition.means", b.text), a.means, b.means);
        list_.value(path + "/owner", of("definition.owner", b.text), a.owner, b.owner);
        list_.value(path + "/due", of("definition.due", b.text), date_text(a.due), date_text(b.due));
        list_.text(path + "/judged", of("definition.judged", b.text), a.judged, b.judged);
        list_.value(path + "/indicator", of("definition.indicator", b.text), a.indicator, b.indicator);
    }

    std::string date_text(const std::optional<Date>& date) const {
        return date ? list_.catalogue().date(*date) : "";
    }

    void compare_indicator(const std::string& path, const Indicator& a, const Indicator& b) {
        list_.text(path, part("definition.indicator"), a.title, b.title);
        list_.value(path + "/unit", of("definition.unit", b.title), said(model::unit_title(a.unit)),
                    said(model::unit_title(b.unit)));
        list_.value(path + "/direction", of("definition.direction", b.title),
                    said(model::direction_title(a.direction)), said(model::direction_title(b.direction)));
        list_.value(path + "/frequency", of("definition.frequency", b.title),
                    said(model::frequency_title(a.frequency)), said(model::frequency_title(b.frequency)));
        list_.value(path + "/source", of("definition.source", b.title), source_text(a), source_text(b));
        list_.text(path + "/by-hand", of("definition.method", b.title), a.method, b.method);
        compare_parameters(path, b.title, a.parameters, b.parameters);
        compare_targets(path + "/target", a, b);
    }

    std::string source_text(const Indicator& indicator) const {
        const std::string source = said(model::source_title(indicator.source));
        return indicator.measure.empty() ? source : fmt::format("{} ({})", source, indicator.measure);
    }

    void compare_parameters(const std::string& path, const LocalText& title, const Parameters& before,
                            const Parameters& after) {
        std::set<std::string> names;
        const auto value = [](const Parameters& parameters, const std::string& name) {
            const auto found =
                std::ranges::find(parameters, name, &std::pair<std::string, std::string>::first);
            return found == parameters.end() ? std::string() : found->second;
        };
        for (const Parameters* parameters : {&before, &after}) {
            for (const auto& parameter : *parameters) names.insert(parameter.first);
        }
        for (const std::string& name : names) {
            list_.value(path + "/parameter/" + name,
                        said(Message{"definition.parameter_of", {{"name", name}, {"title", said(title)}}}),
                        value(before, name), value(after, name));
        }
    }

    // `90 %` where the direction says the side, `de 1 à 4 min` of a range.
    std::string target_text(const Indicator& indicator, const std::optional<Target>& target) const {
        if (!target) return said(Message{"definition.no_target"});
        if (indicator.direction == model::Direction::within)
            return model::target_text(*target, indicator.direction, indicator.unit, list_.catalogue());
        return model::figure_text(target->value, indicator.unit, list_.catalogue());
    }

    std::string figure(const Indicator& indicator, const std::optional<Decimal>& value) const {
        return value ? model::figure_text(*value, indicator.unit, list_.catalogue())
                     : said(Message{"definition.no_warning"});
    }

    static const Target* starting(const Indicator& indicator, Date date) {
        const auto found = std::ranges::find(indicator.targets, date, &Target::from);
        return found == indicator.targets.end() ? nullptr : &*found;
    }

    void compare_targets(const std::string& path, const Indicator& a, const Indicator& b) {
        for (const Target& target : a.targets) {
            if (starting(b, target.from) != nullptr) continue;
            add_target(path, b, target.from, target_text(a, target),
                       target_text(b, b.target_at(target.from)));
        }
        for (const Target& target : b.targets) {
            const Target* same = starting(a, target.from);
            const auto old = same != nullptr ? std::optional(*same) : a.target_at(target.from);
            add_target(path, b, target.from, target_text(a, old), target_text(b, target));
            compare_warning(path, b, target.from, old ? old->warning : std::nullopt, target.warning);
            compare_warning(path, b, target.from, old ? old->upper_warning : std::nullopt,
                            target.upper_warning);
        }
    }

    void add_target(const std::string& path, const Indicator& indicator, Date from, const std::string& before,
                    const std::string& after) {
        if (before == after) return;
        list_.add(path,
                  {"definition.target_changed",
                   {{"indicator", indicator.title}, {"before", before}, {"after", after}, {"date", from}}},
                  before, after);
    }

    void compare_warning(const std::string& path, const Indicator& indicator, Date from,
                         const std::optional<Decimal>& before, const std::optional<Decimal>& after) {
        if (before == after) return;
        const std::string old = figure(indicator, before), young = figure(indicator, after);
        list_.add(path,
                  {"definition.warning_changed",
                   {{"indicator", indicator.title}, {"before", old}, {"after", young}, {"date", from}}},
                  old, young);
    }

    std::string rating_text(const model::Rating& rating) const {
        const std::string level = scale_.holds(rating) ? said(scale_.level_of(rating).title) : "?";
        return said(Message{"definition.rating",
                            {{"likelihood", std::int64_t{rating.likelihood}},
                             {"impact", std::int64_t{rating.impact}},
                             {"level", level}}});
    }

    void compare_risks() {
        list_.keyed("risk", part("definition.risks"), before_.risks, after_.risks, &model::Risk::id,
                    title(&model::Risk::title),
                    [&](const auto& path, const auto& a, const auto& b) { compare_risk(path, a, b); });
        list_.keyed("opportunity", part("definition.opportunities"), before_.opportunities,
                    after_.opportunities, &model::Opportunity::id, title(&model::Opportunity::title),
                    [&](const auto& path, const auto& a, const auto& b) {
                        list_.text(path, part("definition.opportunity"), a.title, b.title);
                        list_.value(path + "/rating", of("definition.inherent", b.title),
                                    rating_text(a.rating), rating_text(b.rating));
                        list_.text(path + "/response", of("definition.response", b.title), a.response,
                                   b.response);
                    });
    }

    void compare_risk(const std::string& path, const model::Risk& a, const model::Risk& b) {
        list_.text(path, part("definition.risk"), a.title, b.title);
        list_.value(path + "/inherent", of("definition.inherent", b.title), rating_text(a.inherent),
                    rating_text(b.inherent));
        list_.value(path + "/treatment", of("definition.treatment", b.title),
                    said(model::treatment_title(a.treatment)), said(model::treatment_title(b.treatment)));
        list_.text(path + "/response", of("definition.response", b.title), a.response, b.response);
        list_.value(path + "/residual", of("definition.residual", b.title), rating_text(a.residual),
                    rating_text(b.residual));
    }

    void compare_controls() {
        list_.keyed("control", part("definition.controls"), before_.controls, after_.controls,
                    &model::ControlUse::control, &model::ControlUse::control,
                    [&](const auto& path, const auto& a, const auto& b) {
                        const LocalText name{b.control, b.control};
                        compare_terms(path, name, a.terms, b.terms);
                        compare_parameters(path, name, a.parameters, b.parameters);
                    });
        list_.keyed("manual-control", part("definition.manual_controls"), before_.manual_controls,
                    after_.manual_controls, &model::ManualControl::id, title(&model::ManualControl::title),
                    [&](const auto& path, const auto& a, const auto& b) {
                        list_.text(path, part("definition.manual_control"), a.title, b.title);
                        compare_terms(path, b.title, a.terms, b.terms);
                    });
    }

    void compare_terms(const std::string& path, const LocalText& title, const model::ControlTerms& a,
                       const model::ControlTerms& b) {
        list_.entries(path + "/covers", of("definition.covered_risks", title), a.risks, b.risks);
        list_.value(path + "/frequency", of("definition.frequency", title),
                    said(model::control_frequency_title(a.frequency)),
                    said(model::control_frequency_title(b.frequency)));
        list_.value(path + "/by", of("definition.performed_by", title), said(model::role_title(a.by)),
                    said(model::role_title(b.by)));
        list_.text(path + "/proof", of("definition.proof", title), a.proof, b.proof);
    }

    void compare_flows() {
        list_.texts("input", part("definition.inputs"), before_.inputs, after_.inputs);
        list_.texts("activity", part("definition.activities"), before_.activities, after_.activities);
        list_.texts("output", part("definition.outputs"), before_.outputs, after_.outputs);
        list_.texts("resource", part("definition.resources"), before_.resources, after_.resources);
        list_.keyed(
            "retained-document", part("definition.documents"), before_.documents, after_.documents,
            [](const model::RetainedDocument& document) { return document.title.fr; },
            title(&model::RetainedDocument::title),
            [&](const auto& path, const auto& a, const auto& b) {
                list_.value(path, of("definition.document_reference", b.title), a.document, b.document);
                list_.value(path, of("definition.kept_for", b.title), months_text(a.months),
                            months_text(b.months));
            });
    }

    std::string months_text(int months) const {
        return months == 0 ? "" : said(Message{"definition.months", {{"count", std::int64_t{months}}}});
    }

    const Process& before_;
    const Process& after_;
    const model::RiskScale& scale_;
    ChangeList list_;
};

}  // namespace

std::vector<Change> changes(const Process& before, const Process& after, const model::RiskScale& scale,
                            const Catalogue& catalogue) {
    return ProcessChanges(before, after, scale, catalogue).take();
}

}  // namespace cadran::definition
