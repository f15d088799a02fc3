// SPDX-License-Identifier: Apache-2.0
// What an XML file says, with the place of every element and attribute.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace cadran::format {

struct XmlAttribute {
    std::string name;   // `account`; with its prefix where it has one
    std::string value;  // runs of white space count as one space, none at the ends
    Place place;        // of the name
};

struct XmlElement {
    std::string name;  // `pilot`; `{urn:other}pilot` where it is not of the root's namespace
    Place place;       // of the opening bracket
    std::vector<XmlAttribute> attributes;
    std::string text;  // of the element itself, without that of its children; white space as in values
    std::vector<XmlElement> children;

    // For what the schema requires; throws std::out_of_range where there is none of that name.
    const XmlAttribute& attribute(std::string_view wanted) const;
    const XmlElement& child(std::string_view wanted) const;
    // For what the schema leaves free; null where there is none of that name.
    const XmlAttribute* find_attribute(std::string_view wanted) const;
    const XmlElement* find_child(std::string_view wanted) const;
    // In the order of the file. Pointers into this element.
    std::vector<const XmlElement*> children_named(std::string_view wanted) const;
};

}  // namespace cadran::format
