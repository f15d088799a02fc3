// SPDX-License-Identifier: Apache-2.0
#include "definition/process_edit.h"

#include <algorithm>
#include <array>

#include "definition/process_content.h"
#include "definition/process_file.h"
#include "definition/process_tree.h"
#include "format/xml_merge.h"

namespace cadran::definition {

namespace {

// What tells elements of one name apart; texts of a list are told apart by their place.
std::string_view key_of(std::string_view element) {
    static constexpr std::array keys{
        std::pair{"backup", "account"},
        std::pair{"stake", "ref"},
        std::pair{"interested-party", "ref"},
        std::pair{"clause", "ref"},
        std::pair{"upstream", "process"},
        std::pair{"downstream", "process"},
        std::pair{"objective", "id"},
        std::pair{"indicator", "id"},
        std::pair{"target", "from"},
        std::pair{"parameter", "name"},
        std::pair{"risk", "id"},
        std::pair{"opportunity", "id"},
        std::pair{"control", "use"},
        std::pair{"manual-control", "id"},
        std::pair{"covers", "risk"},
    };
    for (const auto& [name, key] : keys) {
        if (name == element) return key;
    }
    return {};
}

}  // namespace

Result<std::string> with_content(std::string_view bytes, const std::string& file_name,
                                 const TableContent& content) {
    const auto before = process_elements(bytes, file_name);
    if (!before) return tl::unexpected(before.error());
    std::map<std::string, Place> sections;
    for (const TableSection& section : process_sections()) sections[section.name] = {section.name};
    ProcessTree tree = process_tree(content, sections, false);
    Diagnostics faults = std::move(tree.faults);
    // What is missing has been told: that it is empty follows from it.
    for (Diagnostic& fault : form_faults(tree.root)) {
        if (std::ranges::find(faults, fault.place, &Diagnostic::place) == faults.end())
            faults.push_back(std::move(fault));
    }
    if (!faults.empty()) return invalid(std::move(faults));
    std::string text = format::merged(std::string(bytes), *before, tree.root, key_of);
    const auto again = process_elements(text, file_name);
    if (!again || stated_process(*again) != stated_process(tree.root))
        return invalid(Message{"definition.not_merged"}, Message{"definition.edit_the_file"});
    return text;
}

}  // namespace cadran::definition
