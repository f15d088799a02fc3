// SPDX-License-Identifier: Apache-2.0
// Makes the tree of a process sheet out of the fields of its table; every node has the place of its cell.
#pragma once

#include "definition/process_fields.h"
#include "format/xml_element.h"

namespace cadran::definition {

struct ProcessTree {
    format::XmlElement root;
    Diagnostics faults;    // what is missing; an empty value stands in its place
    int untranslated = 0;  // texts in one language, if that is allowed
};

// `sections` says where the sections stand.
ProcessTree process_tree(const TableContent& content, const std::map<std::string, Place>& sections,
                         bool untranslated);

}  // namespace cadran::definition
