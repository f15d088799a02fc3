// SPDX-License-Identifier: Apache-2.0
// What the sections of definition files are read with, and the parts that all of them have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "definition/faults.h"
#include "definition/places.h"
#include "format/xml_element.h"

namespace cadran::definition {

// Where a section puts what it finds beside its values.
struct Section {
    Faults& faults;
    Places& places;

    // Remembers the place under `path/value`, and tells a value that was there before.
    void add_new(const std::string& path, const format::XmlAttribute& name, Names& seen, Message hint) const;
    // A fault where `name` is none of the known ones, with the nearest or else all of them as hint.
    void expect_known(const format::XmlAttribute& name, const std::vector<std::string>& known,
                      Message what) const;
};

LocalText local_text(const format::XmlElement& element);
// Of every child of that name, in order.
std::vector<LocalText> local_texts(const format::XmlElement& parent, std::string_view name);
// Empty where there is no such attribute.
std::string value_of(const format::XmlElement& element, std::string_view attribute);
// 0 where it is none; the schema has told so.
int number_of(const format::XmlElement& element, std::string_view attribute);

}  // namespace cadran::definition
