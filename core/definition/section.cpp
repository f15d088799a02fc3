// SPDX-License-Identifier: Apache-2.0
#include "definition/section.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"

namespace cadran::definition {

using format::XmlAttribute;
using format::XmlElement;

void Section::add_new(const std::string& path, const XmlAttribute& name, Names& seen, Message hint) const {
    faults.expect_new(name, seen, std::move(hint));
    places.add(path + "/" + name.value, name.place);
}

void Section::expect_known(const XmlAttribute& name, const std::vector<std::string>& known,
                           Message what) const {
    if (faults.has(name.place) || std::ranges::find(known, name.value) != known.end()) return;
    std::optional<Message> hint;
    if (const auto nearest = nearest_name(name.value, known))
        hint = Message{"definition.did_you_mean", {{"name", *nearest}}};
    else if (!known.empty())
        hint = Message{"definition.known_names", {{"names", fmt::format("{}", fmt::join(known, ", "))}}};
    faults.add(name.place, std::move(what), std::move(hint));
}

LocalText local_text(const XmlElement& element) {
    return {element.child("fr").text, element.child("en").text};
}

std::vector<LocalText> local_texts(const XmlElement& parent, std::string_view name) {
    std::vector<LocalText> texts;
    for (const XmlElement* child : parent.children_named(name)) texts.push_back(local_text(*child));
    return texts;
}

std::string value_of(const XmlElement& element, std::string_view attribute) {
    const XmlAttribute* found = element.find_attribute(attribute);
    return found == nullptr ? "" : found->value;
}

int number_of(const XmlElement& element, std::string_view attribute) {
    return static_cast<int>(parse_integer(value_of(element, attribute)).value_or(0));
}

}  // namespace cadran::definition
