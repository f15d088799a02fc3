// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "definition/process_sections.h"

namespace cadran::definition {

namespace {

using format::XmlAttribute;
using format::XmlElement;

std::vector<std::string> ids_of(const std::vector<model::Risk>& risks) {
    std::vector<std::string> ids;
    for (const model::Risk& risk : risks) ids.push_back(risk.id);
    return ids;
}

class ControlReading {
  public:
    ControlReading(model::Process& process, const Section& section)
        : process_(process), section_(section), known_(ids_of(process.risks)) {}

    void read(const XmlElement& plan) {
        for (const XmlElement* element : plan.children_named("control")) read_control(*element);
        for (const XmlElement* element : plan.children_named("manual-control")) read_manual_control(*element);
    }

    const std::set<std::string>& covered() const { return covered_; }

  private:
    void read_control(const XmlElement& element) {
        const XmlAttribute& use = element.attribute("use");
        section_.add_new("control", use, controls_, {"definition.remove_one"});
        model::ControlUse control{use.value, terms_of(element), {}};
        Names seen;
        for (const XmlElement* parameter : element.children_named("parameter")) {
            const XmlAttribute& name = parameter->attribute("name");
            section_.add_new("control/" + use.value, name, seen, {"definition.remove_one"});
            control.parameters.emplace_back(name.value, parameter->attribute("value").value);
        }
        process_.controls.push_back(std::move(control));
    }

    void read_manual_control(const XmlElement& element) {
        const XmlAttribute& id = element.attribute("id");
        section_.add_new("manual-control", id, manual_controls_, {"definition.choose_another_id"});
        process_.manual_controls.push_back({id.value, local_text(element.child("title")), terms_of(element)});
    }

    model::ControlTerms terms_of(const XmlElement& element) {
        model::ControlTerms terms;
        Names seen;
        for (const XmlElement* covers : element.children_named("covers")) {
            const XmlAttribute& risk = covers->attribute("risk");
            section_.faults.expect_new(risk, seen, {"definition.remove_one"});
            section_.expect_known(risk, known_, {"definition.unknown_risk", {{"risk", risk.value}}});
            covered_.insert(risk.value);
            terms.risks.push_back(risk.value);
        }
        terms.frequency = model::parse_control_frequency(element.attribute("frequency").value)
                              .value_or(model::ControlFrequency::each_record);
        terms.by = model::parse_role(element.attribute("by").value).value_or(model::Role::controller);
        terms.proof = local_text(element.child("proof"));
        return terms;
    }

    model::Process& process_;
    const Section& section_;
    std::vector<std::string> known_;
    Names controls_, manual_controls_;
    std::set<std::string> covered_;
};

}  // namespace

void read_controls(const XmlElement& root, model::Process& process, const Section& section) {
    ControlReading reading(process, section);
    reading.read(root.child("controls"));
    for (const model::Risk& risk : process.risks) {
        if (risk.treatment == model::Treatment::accept || reading.covered().contains(risk.id)) continue;
        section.faults.add(section.places.of("risk/" + risk.id),
                           {"definition.risk_without_control", {{"risk", risk.id}}},
                           Message{"definition.cover_or_accept", {{"risk", risk.id}}});
    }
}

}  // namespace cadran::definition
