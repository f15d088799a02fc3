// SPDX-License-Identifier: Apache-2.0
// How the sheet of a process is laid out as a table: its sections, and the fields that people fill in.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/message.h"
#include "definition/process_choices.h"

namespace cadran::definition {

struct TableField {
    enum class Form {
        text,    // in both languages
        word,    // one value: an id, an account
        words,   // several, parted by semicolons
        choice,  // of a closed list
        date,
        number,
    };

    std::string name;
    Form form = Form::word;
    Message heading;
    Message explanation;  // with an example
    bool required = true;
    bool repeated = false;  // one row each; of the first section only
    Choices choices = {};
};

struct TableSection {
    std::string name;
    Message title;
    std::vector<TableField> fields;

    const TableField& field(std::string_view wanted) const;
};

// The first one has a row for each field, the others a row for each thing that they list.
const std::vector<TableSection>& process_sections();
const TableSection& process_section(std::string_view name);

// What stands in the cells of one field. Forms other than text use `fr` alone, as definition files write it.
struct TableValue {
    LocalText text;
    Place place = {};          // of the one value, or of the French text
    Place english_place = {};  // of the English text
};

// A row of a list; the whole of the first section.
struct TableItem {
    std::map<std::string, std::vector<TableValue>, std::less<>> values = {};  // by field
    Place place = {};

    const std::vector<TableValue>& of(std::string_view field) const;
    // The only value, or none.
    const TableValue* find(std::string_view field) const;
};

// By name of the section.
using TableContent = std::map<std::string, std::vector<TableItem>, std::less<>>;

}  // namespace cadran::definition
