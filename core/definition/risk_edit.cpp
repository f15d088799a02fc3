// SPDX-License-Identifier: Apache-2.0
#include "definition/risk_edit.h"

#include <algorithm>

#include "base/text.h"
#include "definition/process_file.h"
#include "definition/process_text.h"
#include "format/xml_edit.h"

namespace cadran::definition {

namespace {

constexpr int risk_level = 2;  // process, risks
constexpr std::string_view list_indent = "  ";

// Without the indent and the end of its lines: it stands where another did.
std::string bare_text(const model::Risk& risk) {
    return std::string(trimmed(risk_text(risk, risk_level)));
}

int comments_in(std::string_view text) {
    int count = 0;
    for (auto at = text.find("<!--"); at != std::string_view::npos; at = text.find("<!--", at + 1)) ++count;
    return count;
}

}  // namespace

Result<RiskEdit> with_risks(std::string_view bytes, const std::string& file_name,
                            const std::vector<model::Risk>& risks) {
    const auto root = process_elements(bytes, file_name);
    if (!root) return tl::unexpected(root.error());
    const auto before = risks_in(bytes, file_name);
    const format::XmlElement& list = root->child("risks");
    const auto elements = list.children_named("risk");
    format::XmlEdit edit{std::string(bytes)};
    RiskEdit done;
    std::string added;
    for (const model::Risk& risk : risks) {
        const auto known = std::ranges::find(*before, risk.id, &model::Risk::id);
        if (known == before->end()) {
            added += "\n" + std::string(2 * risk_level, ' ') + bare_text(risk);
            ++done.added;
        } else if (*known == risk) {
            ++done.unchanged;
        } else {
            const Place& place = elements[static_cast<std::size_t>(known - before->begin())]->place;
            done.lost_comments += comments_in(edit.element(place));
            edit.replace(place, bare_text(risk));
            ++done.updated;
        }
    }
    if (!added.empty() && elements.empty())
        edit.insert_first(list.place, added, list_indent);
    else if (!added.empty())
        edit.insert_after(elements.back()->place, added);
    done.text = edit.result();
    return done;
}

Result<std::vector<model::Risk>> risks_in(std::string_view bytes, const std::string& file_name) {
    const auto root = process_elements(bytes, file_name);
    if (!root) return tl::unexpected(root.error());
    return risks_of(*root);
}

}  // namespace cadran::definition
