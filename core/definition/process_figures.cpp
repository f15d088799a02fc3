// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "base/text.h"
#include "definition/process_sections.h"

namespace cadran::definition {

namespace {

using format::XmlAttribute;
using format::XmlElement;
using model::Direction;

constexpr Decimal nothing{0, 0};
constexpr Decimal everything{100, 0};

std::optional<Decimal> decimal_of(const XmlElement& element, std::string_view attribute) {
    return Decimal::parse(value_of(element, attribute));
}

// One target of an indicator.
class TargetReading {
  public:
    TargetReading(const XmlElement& element, const model::Indicator& indicator, const Section& section)
        : element_(element), indicator_(indicator), faults_(section.faults) {}

    // None where its date or value cannot be read.
    std::optional<model::Target> read() {
        const auto from = parse_date(element_.attribute("from").value);
        const auto value = decimal_of(element_, "value");
        if (!from || !value) return {};
        target_ = {*from, *value, decimal_of(element_, "upper"), decimal_of(element_, "warning"),
                   decimal_of(element_, "upper-warning")};
        check_order();
        check_bounds();
        check_range();
        check_thresholds();
        return target_;
    }

  private:
    const Place& place_of(std::string_view attribute) const {
        const XmlAttribute* found = element_.find_attribute(attribute);
        return found == nullptr ? element_.place : found->place;
    }

    void check_order() {
        if (indicator_.targets.empty()) return;
        const Date previous = indicator_.targets.back().from;
        if (target_.from == previous) {
            faults_.add(place_of("from"), {"definition.repeated_target", {{"date", target_.from}}},
                        Message{"definition.remove_one"});
        } else if (target_.from < previous) {
            faults_.add(
                place_of("from"),
                {"definition.targets_not_ascending", {{"date", target_.from}, {"previous", previous}}},
                Message{"definition.sort_targets"});
        }
    }

    void check_bounds() {
        const bool within = indicator_.direction == Direction::within;
        if (within && element_.find_attribute("upper") == nullptr)
            faults_.add(element_.place, {"definition.upper_missing"}, Message{"definition.give_upper"});
        for (const char* attribute : {"upper", "upper-warning"}) {
            if (!within && element_.find_attribute(attribute) != nullptr)
                faults_.add(place_of(attribute),
                            {"definition.upper_without_range", {{"attribute", std::string(attribute)}}},
                            Message{"definition.say_within"});
        }
        if (within && target_.upper && *target_.upper < target_.value) {
            faults_.add(place_of("upper"),
                        {"definition.bounds_cross", {{"value", target_.value}, {"upper", *target_.upper}}},
                        Message{"definition.exchange_bounds"});
        }
    }

    void check_range() {
        if (indicator_.unit != model::Unit::percent) return;
        for (const char* attribute : {"value", "upper", "warning", "upper-warning"}) {
            const auto figure = decimal_of(element_, attribute);
            if (figure && (*figure < nothing || everything < *figure))
                faults_.add(place_of(attribute), {"definition.no_percentage", {{"value", *figure}}},
                            Message{"definition.percentage_form"});
        }
    }

    // The warning lies where the target is missed already, else it could never be seen apart.
    void check_thresholds() {
        const bool lower = indicator_.direction == Direction::lower;
        if (target_.warning &&
            (lower ? *target_.warning < target_.value : target_.value < *target_.warning)) {
            faults_.add(
                place_of("warning"),
                {"definition.thresholds_cross", {{"warning", *target_.warning}, {"target", target_.value}}},
                lower ? Message{"definition.warning_at_least", {{"target", target_.value}}}
                      : Message{"definition.warning_at_most", {{"target", target_.value}}});
        }
        if (target_.upper && target_.upper_warning && *target_.upper_warning < *target_.upper) {
            faults_.add(place_of("upper-warning"),
                        {"definition.thresholds_cross",
                         {{"warning", *target_.upper_warning}, {"target", *target_.upper}}},
                        Message{"definition.warning_at_least", {{"target", *target_.upper}}});
        }
    }

    const XmlElement& element_;
    const model::Indicator& indicator_;
    Faults& faults_;
    model::Target target_;
};

void read_source(const XmlElement& element, model::Indicator& indicator, const Section& section) {
    const XmlAttribute* measure = element.find_attribute("measure");
    const XmlAttribute* records = element.find_attribute("records");
    const XmlAttribute* control = element.find_attribute("control");
    const XmlElement* by_hand = element.find_child("by-hand");
    const int sources =
        (measure != nullptr) + (records != nullptr) + (control != nullptr) + (by_hand != nullptr);
    if (sources != 1) {
        section.faults.add(element.place,
                           sources == 0
                               ? Message{"definition.nothing_measures", {{"indicator", indicator.id}}}
                               : Message{"definition.several_sources", {{"indicator", indicator.id}}},
                           Message{"definition.give_one_source"});
    }
    const XmlAttribute* reference = measure != nullptr ? measure : records != nullptr ? records : control;
    if (reference != nullptr) {
        indicator.source = model::parse_source(reference->name).value();
        indicator.measure = reference->value;
        section.places.add("indicator/" + indicator.id + "/measure", reference->place);
    } else if (by_hand != nullptr) {
        indicator.source = model::Source::by_hand;
        indicator.method = local_text(*by_hand);
    }
    if (records != nullptr && indicator.unit != model::Unit::count) {
        section.faults.add(records->place, {"definition.records_are_counted", {{"indicator", indicator.id}}},
                           Message{"definition.say_count"});
    }
    if ((measure != nullptr || control != nullptr) && indicator.unit != model::Unit::percent) {
        section.faults.add(reference->place, {"definition.measure_is_share", {{"indicator", indicator.id}}},
                           Message{"definition.say_percent"});
    }
}

void read_parameters(const XmlElement& element, model::Indicator& indicator, const Section& section) {
    Names seen;
    for (const XmlElement* parameter : element.children_named("parameter")) {
        const XmlAttribute& name = parameter->attribute("name");
        section.add_new("indicator/" + indicator.id + "/parameter", name, seen, {"definition.remove_one"});
        indicator.parameters.emplace_back(name.value, parameter->attribute("value").value);
        if (indicator.source == model::Source::measure) continue;
        section.faults.add(parameter->place, {"definition.parameter_without_measure", {{"name", name.value}}},
                           Message{"definition.remove_it"});
    }
}

model::Indicator indicator_of(const XmlElement& element, const Section& section) {
    model::Indicator indicator;
    indicator.id = element.attribute("id").value;
    indicator.title = local_text(element.child("title"));
    indicator.unit = model::parse_unit(element.attribute("unit").value).value_or(model::Unit::count);
    indicator.direction =
        model::parse_direction(element.attribute("direction").value).value_or(Direction::higher);
    indicator.frequency =
        model::parse_frequency(element.attribute("frequency").value).value_or(calendar::Period::Kind::month);
    read_source(element, indicator, section);
    read_parameters(element, indicator, section);
    for (const XmlElement* target : element.children_named("target")) {
        if (const auto read = TargetReading(*target, indicator, section).read())
            indicator.targets.push_back(*read);
    }
    return indicator;
}

model::Objective objective_of(const XmlElement& element) {
    model::Objective objective;
    objective.id = element.attribute("id").value;
    objective.text = local_text(element.child("text"));
    objective.means = local_text(element.child("means"));
    objective.owner = element.attribute("owner").value;
    objective.due = parse_date(element.attribute("due").value);
    objective.judged = local_text(element.child("judged"));
    objective.indicator = element.attribute("indicator").value;
    return objective;
}

// An objective needs an indicator with a target on the day when it is due.
void check_objective(const XmlElement& element, const model::Process& process,
                     const std::vector<std::string>& indicators, const Section& section) {
    const XmlAttribute& reference = element.attribute("indicator");
    section.expect_known(reference, indicators,
                         {"definition.unknown_indicator", {{"indicator", reference.value}}});
    const XmlAttribute& due = element.attribute("due");
    const auto date = parse_date(due.value);
    const model::Indicator* indicator = process.find_indicator(reference.value);
    if (!date || indicator == nullptr || indicator->targets.empty() || indicator->target_at(*date)) return;
    section.faults.add(due.place,
                       {"definition.no_target_when_due", {{"indicator", indicator->id}, {"date", *date}}},
                       Message{"definition.first_target",
                               {{"indicator", indicator->id}, {"date", indicator->targets.front().from}}});
}

void check_indicator(const XmlElement& element, const model::Process& process,
                     const std::set<std::string>& judging, const Section& section) {
    const XmlAttribute& id = element.attribute("id");
    if (!judging.contains(id.value)) {
        section.faults.add(id.place, {"definition.unused_indicator", {{"indicator", id.value}}},
                           Message{"definition.name_it_in_an_objective", {{"indicator", id.value}}});
    }
    const model::Indicator* indicator = process.find_indicator(id.value);
    if (indicator == nullptr || process.turn != calendar::Period::Kind::month ||
        indicator->frequency != calendar::Period::Kind::year)
        return;
    section.faults.add(element.attribute("frequency").place,
                       {"definition.measured_too_seldom", {{"indicator", id.value}}},
                       Message{"definition.longer_turn"});
}

}  // namespace

void read_figures(const XmlElement& root, model::Process& process, const Section& section) {
    Names objectives, indicators;
    const auto& objective_elements = root.child("objectives").children;
    for (const XmlElement& element : objective_elements) {
        const XmlAttribute& id = element.attribute("id");
        section.add_new("objective", id, objectives, {"definition.choose_another_id"});
        section.places.add("objective/" + id.value + "/indicator", element.attribute("indicator").place);
        section.places.add("objective/" + id.value + "/owner", element.attribute("owner").place);
        process.objectives.push_back(objective_of(element));
    }
    std::vector<std::string> known;
    for (const XmlElement& element : root.child("indicators").children) {
        const XmlAttribute& id = element.attribute("id");
        section.add_new("indicator", id, indicators, {"definition.choose_another_id"});
        process.indicators.push_back(indicator_of(element, section));
        known.push_back(id.value);
    }
    std::set<std::string> judging;
    for (const XmlElement& element : objective_elements) {
        check_objective(element, process, known, section);
        judging.insert(element.attribute("indicator").value);
    }
    for (const XmlElement& element : root.child("indicators").children)
        check_indicator(element, process, judging, section);
}

}  // namespace cadran::definition
