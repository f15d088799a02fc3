// SPDX-License-Identifier: Apache-2.0
// The draft of a sheet as it is edited on a screen: field by field or as its file, by several people who
// never overwrite each other in silence.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/versions.h"
#include "definition/process_fields.h"

namespace cadran::app {

struct ProcessDraft {
    std::string name;
    std::string bytes;
    Digest revision;        // of the bytes: who changes them says what they had before their eyes
    bool may_edit = false;  // by right, this actor
    // By section, each value at the place that `field_name` gives; none where the form of the file is wrong.
    std::optional<definition::TableContent> content = {};
    LocalText title = {};     // of the draft, else its name
    Diagnostics faults = {};  // that check_drafts tells of this file
    Standing standing = {};
    std::vector<model::Change> changes = {};  // of meaning, from what is in force to the draft
    // What a field may name, by `section.field`: `objectives.indicator`.
    std::map<std::string, definition::Choices, std::less<>> names = {};
};

// `objectives.2.due`, `sheet.0.activity.3`; the English text has `.en` behind it.
std::string field_name(std::string_view section, std::size_t row, const definition::TableField& field,
                       std::size_t index);

Result<ProcessDraft> show_draft(Session& session, const std::string& name);

struct ChangeSection {
    std::string name;
    Digest revision;
    std::string section;                      // of definition::process_sections
    std::vector<definition::TableItem> rows;  // all of it; the id of the process stays
};
// Changes that section of the draft's file and no other byte; what it means may still be wrong. Fails as
// invalid with every fault at the place of its value, as conflict where somebody changed the same section
// since that revision.
Done change_section(Session& session, ChangeSection command);

// Hands that revision in, as draft_process does; fails as conflict where the draft is another one by now.
Result<model::DefinitionVersion> hand_in_draft(Session& session, const std::string& name,
                                               const Digest& revision);

// Puts that text in the place of the draft. Fails as invalid where its form is wrong, with all faults by
// place, as conflict where somebody changed the draft since that revision.
Done replace_draft(Session& session, const std::string& name, const Digest& revision,
                   const std::string& text);

// What others did to the draft since somebody saw that revision; none where nobody knows any more what it
// was.
std::optional<std::vector<model::Change>> changes_since(Session& session, const std::string& name,
                                                        const Digest& revision);

}  // namespace cadran::app
