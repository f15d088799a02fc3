// SPDX-License-Identifier: Apache-2.0
#include "format/xml_rule.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"

namespace cadran::format {

namespace {

constexpr int greatest_length = 60;

template <typename Parts, typename Projection>
std::vector<std::string> names_of(const Parts& parts, Projection name) {
    std::vector<std::string> names;
    for (const auto& part : parts) names.push_back(std::invoke(name, part));
    return names;
}

std::string list(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

const std::string& child_name(const XmlRule::Child& child) {
    return child.rule.name;
}

Message known_names(const std::vector<std::string>& names) {
    return {"format.xml_known_names", {{"names", list(names)}}};
}

Message did_you_mean(const std::string& name) {
    return {"format.xml_did_you_mean", {{"name", name}}};
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::string shortened(const std::string& text) {
    if (length_in_characters(text) <= greatest_length) return text;
    std::size_t end = 0;
    for (int characters = 0; characters < greatest_length; ++characters) {
        do {
            ++end;
        } while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
    }
    return text.substr(0, end) + "…";
}

void XmlJudge::judge(const XmlElement& element, const XmlRule& rule) {
    judge_attributes(element, rule);
    judge_text(element, rule);
    judge_children(element, rule);
}

void XmlJudge::judge_attributes(const XmlElement& element, const XmlRule& rule) {
    const std::vector<std::string> known = names_of(rule.attributes, &XmlRule::Attribute::name);
    std::vector<std::string> present;
    for (const XmlAttribute& attribute : element.attributes) {
        const auto ruled = std::ranges::find(rule.attributes, attribute.name, &XmlRule::Attribute::name);
        if (ruled == rule.attributes.end()) {
            const auto nearest = nearest_name(attribute.name, known);
            const Message nothing_known{"format.xml_no_attributes", {{"element", element.name}}};
            structure.push_back({attribute.place,
                                 {"format.xml_unknown_attribute",
                                  {{"attribute", shortened(attribute.name)}, {"element", element.name}}},
                                 nearest         ? did_you_mean(*nearest)
                                 : known.empty() ? nothing_known
                                                 : known_names(known)});
            if (nearest) present.push_back(*nearest);
            continue;
        }
        present.push_back(attribute.name);
        if (ruled->type.accepts(attribute.value)) continue;
        values.push_back(
            {attribute.place,
             attribute.value.empty()
                 ? Message{"format.xml_empty_attribute", {{"attribute", attribute.name}}}
                 : Message{"format.xml_wrong_attribute",
                           {{"attribute", attribute.name}, {"value", shortened(attribute.value)}}},
             hint_for(attribute.value, ruled->type)});
    }
    for (const XmlRule::Attribute& attribute : rule.attributes) {
        if (!attribute.required || contains(present, attribute.name)) continue;
        structure.push_back(
            {element.place,
             {"format.xml_missing_attribute", {{"attribute", attribute.name}, {"element", element.name}}},
             Message{"format.xml_add_attribute",
                     {{"attribute", attribute.name}, {"element", element.name}}}});
    }
}

void XmlJudge::judge_text(const XmlElement& element, const XmlRule& rule) {
    if (!rule.text || !element.children.empty() || rule.text->accepts(element.text)) return;
    if (element.text.empty()) {
        values.push_back({element.place,
                          {"format.xml_empty_text", {{"element", element.name}}},
                          Message{"format.xml_write_text", {{"element", element.name}}}});
        return;
    }
    values.push_back(
        {element.place,
         {"format.xml_wrong_text", {{"element", element.name}, {"value", shortened(element.text)}}},
         hint_for(element.text, *rule.text)});
}

void XmlJudge::judge_children(const XmlElement& element, const XmlRule& rule) {
    const std::vector<std::string> known = names_of(rule.children, child_name);
    std::vector<std::size_t> counts(rule.children.size());
    std::vector<std::string> meant;  // by unknown names
    std::size_t reached = 0;
    for (const XmlElement& child : element.children) {
        const auto ruled = std::ranges::find(rule.children, child.name, child_name);
        if (ruled == rule.children.end()) {
            const auto nearest = nearest_name(child.name, known);
            if (nearest) meant.push_back(*nearest);
            const Message nothing_known{"format.xml_no_elements", {{"parent", element.name}}};
            structure.push_back({child.place,
                                 {"format.xml_unknown_element",
                                  {{"element", shortened(child.name)}, {"parent", element.name}}},
                                 nearest         ? did_you_mean(*nearest)
                                 : known.empty() ? nothing_known
                                                 : known_names(known)});
            continue;
        }
        const auto index = static_cast<std::size_t>(ruled - rule.children.begin());
        if (++counts[index] > ruled->greatest) {
            structure.push_back(
                {child.place,
                 {"format.xml_repeated_element", {{"element", child.name}, {"parent", element.name}}},
                 Message{"format.xml_keep_one", {{"element", child.name}}}});
        } else if (index < reached) {
            structure.push_back(
                {child.place,
                 {"format.xml_misplaced_element", {{"element", child.name}, {"parent", element.name}}},
                 Message{"format.xml_order", {{"names", list(known)}}}});
        }
        reached = std::max(reached, index);
        judge(child, ruled->rule);
    }
    judge_presence(element, rule, counts, meant);
}

void XmlJudge::judge_presence(const XmlElement& element, const XmlRule& rule,
                              const std::vector<std::size_t>& counts, const std::vector<std::string>& meant) {
    for (std::size_t i = 0; i < rule.children.size(); ++i) {
        const std::string& name = rule.children[i].rule.name;
        if (counts[i] >= rule.children[i].least || contains(meant, name)) continue;
        structure.push_back(
            {element.place,
             {"format.xml_missing_element", {{"element", name}, {"parent", element.name}}},
             i == 0 ? Message{"format.xml_add_first", {{"element", name}, {"parent", element.name}}}
                    : Message{"format.xml_add_after",
                              {{"element", name}, {"previous", rule.children[i - 1].rule.name}}}});
    }
}

std::optional<Message> XmlJudge::hint_for(const std::string& value, const XmlType& type) const {
    if (const auto nearest = nearest_name(value, type.allowed)) return did_you_mean(*nearest);
    if (!type.allowed.empty()) return Message{"format.xml_allowed_values", {{"names", list(type.allowed)}}};
    const auto form = forms_.find(type.name);
    if (form == forms_.end()) return {};
    return form->second;
}

}  // namespace cadran::format
