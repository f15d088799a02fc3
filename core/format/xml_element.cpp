// SPDX-License-Identifier: Apache-2.0
#include "format/xml_element.h"

#include <algorithm>
#include <stdexcept>

namespace cadran::format {

namespace {

template <typename Part>
const Part* find(const std::vector<Part>& parts, std::string_view wanted) {
    const auto found = std::ranges::find(parts, wanted, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

template <typename Part>
const Part& named(const std::vector<Part>& parts, std::string_view wanted) {
    const Part* found = find(parts, wanted);
    if (found == nullptr) throw std::out_of_range("no " + std::string(wanted));
    return *found;
}

}  // namespace

const XmlAttribute& XmlElement::attribute(std::string_view wanted) const {
    return named(attributes, wanted);
}

const XmlElement& XmlElement::child(std::string_view wanted) const {
    return named(children, wanted);
}

const XmlAttribute* XmlElement::find_attribute(std::string_view wanted) const {
    return find(attributes, wanted);
}

const XmlElement* XmlElement::find_child(std::string_view wanted) const {
    return find(children, wanted);
}

std::vector<const XmlElement*> XmlElement::children_named(std::string_view wanted) const {
    std::vector<const XmlElement*> found;
    for (const XmlElement& child : children) {
        if (child.name == wanted) found.push_back(&child);
    }
    return found;
}

}  // namespace cadran::format
