// SPDX-License-Identifier: Apache-2.0
#include "definition/risk_edit.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "definition/process_file.h"
#include "definition/process_text.h"
#include "format/xml_edit.h"

namespace cadran::definition {

namespace {

using format::XmlElement;

constexpr int risk_level = 2;  // process, risks
constexpr std::string_view list_indent = "  ";

std::string element_text(const model::Risk& risk) {
    return risk_text(risk, risk_level);
}

std::string element_text(const model::Opportunity& opportunity) {
    return opportunity_text(opportunity, risk_level);
}

int comments_in(std::string_view text) {
    int count = 0;
    for (auto at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at + 1)) ++count;
    return count;
}

// Puts those that are known in their place and gives the text of the others. `before` are those that the
// elements state.
template <typename Value>
std::string update(format::XmlEdit& edit, RiskEdit& done, const std::vector<const XmlElement*>& elements,
                   const std::vector<Value>& before, const std::vector<Value>& values) {
    std::string added;
    for (const Value& value : values) {
        // Without the indent and the end of its lines: it stands where another did.
        const std::string text(trimmed(element_text(value)));
        const auto known = std::ranges::find(before, value.id, &Value::id);
        if (known == before.end()) {
            added += "\n" + std::string(2 * risk_level, ' ') + text;
            ++done.added;
        } else if (*known == value) {
            ++done.unchanged;
        } else {
            const Place& place = elements[static_cast<std::size_t>(known - before.begin())]->place;
            done.lost_comments += comments_in(edit.element(place));
            edit.replace(place, text);
            ++done.updated;
        }
    }
    return added;
}

}  // namespace

Result<RiskEdit> with_risks(std::string_view bytes, const std::string& file_name,
                            const std::vector<model::Risk>& risks,
                            const std::vector<model::Opportunity>& opportunities) {
    const auto root = process_elements(bytes, file_name);
    if (!root) return tl::unexpected(root.error());
    const XmlElement& list = root->child("risks");
    const auto known_risks = list.children_named("risk");
    const auto known_opportunities = list.children_named("opportunity");
    format::XmlEdit edit{std::string(bytes)};
    RiskEdit done;
    std::string new_risks = update(edit, done, known_risks, risks_of(*root), risks);
    std::string new_opportunities =
        update(edit, done, known_opportunities, opportunities_of(*root), opportunities);
    if (known_opportunities.empty()) new_risks += std::exchange(new_opportunities, {});
    if (!new_risks.empty() && known_risks.empty())
        edit.insert_first(list.place, new_risks, list_indent);
    else if (!new_risks.empty())
        edit.insert_after(known_risks.back()->place, new_risks);
    if (!new_opportunities.empty()) edit.insert_after(known_opportunities.back()->place, new_opportunities);
    done.text = edit.result();
    return done;
}

}  // namespace cadran::definition
