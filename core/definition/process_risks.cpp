// SPDX-License-Identifier: Apache-2.0
#include "definition/process_sections.h"

namespace cadran::definition {

namespace {

using format::XmlElement;

model::Risk risk_of(const XmlElement& element) {
    model::Risk risk;
    risk.id = element.attribute("id").value;
    risk.title = local_text(element.child("title"));
    risk.inherent = {number_of(element, "likelihood"), number_of(element, "impact")};
    risk.treatment =
        model::parse_treatment(element.attribute("treatment").value).value_or(model::Treatment::reduce);
    risk.response = local_text(element.child("response"));
    risk.residual = {number_of(element, "residual-likelihood"), number_of(element, "residual-impact")};
    return risk;
}

// A treatment that makes a risk worse is none.
void check_residual(const XmlElement& element, const char* before, const char* after,
                    const Section& section) {
    const int inherent = number_of(element, before);
    const int residual = number_of(element, after);
    if (inherent == 0 || residual <= inherent) return;
    section.faults.add(element.attribute(after).place,
                       {"definition.residual_above",
                        {{"residual", std::int64_t{residual}}, {"inherent", std::int64_t{inherent}}}},
                       Message{"definition.lower_residual"});
}

}  // namespace

void read_risks(const XmlElement& root, model::Process& process, const Section& section) {
    Names seen;
    const XmlElement& risks = root.child("risks");
    for (const XmlElement* element : risks.children_named("risk")) {
        const auto& id = element->attribute("id");
        section.add_new("risk", id, seen, {"definition.choose_another_id"});
        check_residual(*element, "likelihood", "residual-likelihood", section);
        check_residual(*element, "impact", "residual-impact", section);
        process.risks.push_back(risk_of(*element));
    }
    for (const XmlElement* element : risks.children_named("opportunity")) {
        const auto& id = element->attribute("id");
        section.add_new("risk", id, seen, {"definition.choose_another_id"});
        process.opportunities.push_back({id.value,
                                         local_text(element->child("title")),
                                         {number_of(*element, "likelihood"), number_of(*element, "benefit")},
                                         local_text(element->child("response"))});
    }
}

}  // namespace cadran::definition
