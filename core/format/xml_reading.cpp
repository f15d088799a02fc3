// SPDX-License-Identifier: Apache-2.0
#include "format/xml_reading.h"

#include <algorithm>

#include "base/text.h"
#include "format/xml_rule.h"

namespace cadran::format {

namespace {

constexpr std::size_t greatest_depth = 64;
constexpr std::size_t greatest_element_count = 2'000;

std::int64_t number(std::size_t value) {
    return static_cast<std::int64_t>(value);
}

// The name that the parser puts between apostrophes.
std::string quoted_name(const std::string& reason) {
    const auto parts = split(reason, '\'');
    return parts.size() < 3 ? std::string() : shortened(std::string(parts[1]));
}

bool is_utf8_name(std::string encoding) {
    std::ranges::transform(encoding, encoding.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return encoding.empty() || encoding == "utf-8" || encoding == "us-ascii";
}

// Runs of the white space of XML count as one space; none at the ends.
std::string collapsed(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank) {
            result += c;
        } else if (!result.empty() && result.back() != ' ') {
            result += ' ';
        }
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

}  // namespace

XmlReading::XmlReading(std::string_view bytes, const std::string& file_name, std::string root,
                       std::string name_space)
    : locator_(bytes, file_name), root_name_(std::move(root)), name_space_(std::move(name_space)) {}

void XmlReading::report(const Place& place, Message what, Message hint) {
    faults_.push_back({place, std::move(what), std::move(hint)});
}

void XmlReading::refuse(const Place& place, Message what, Message hint) {
    report(place, std::move(what), std::move(hint));
    throw XmlRefused{};
}

void XmlReading::declare(const std::string& version, const std::string& encoding) {
    const Place start = locator_.place_of(0);
    if (version != "1.0") {
        refuse(start, {"format.xml_version", {{"version", shortened(version)}}}, {"format.xml_declare"});
    }
    if (!is_utf8_name(encoding)) {
        refuse(start, {"format.xml_encoding", {{"encoding", shortened(encoding)}}},
               {"format.xml_save_as_utf8"});
    }
}

void XmlReading::open(XmlElement element, const std::string& name_space, const std::string& instruction) {
    const XmlLocator::Tag tag = locator_.next_tag();
    element.place = tag.place;
    if (open_.size() == greatest_depth) {
        refuse(tag.place, {"format.xml_too_deep", {{"limit", number(greatest_depth)}}},
               {"format.xml_start_anew"});
    }
    if (++elements_ > greatest_element_count) {
        refuse(tag.place, {"format.xml_too_many_elements", {{"limit", number(greatest_element_count)}}},
               {"format.xml_start_anew"});
    }
    if (open_.empty() && (element.name != root_name_ || name_space != name_space_)) {
        refuse(tag.place, {"format.xml_wrong_root", {{"element", shortened(element.name)}}},
               {"format.xml_expected_root", {{"element", root_name_}, {"namespace", name_space_}}});
    }
    const auto place_of = [&tag](const std::string& attribute) {
        const auto found = tag.attributes.find(attribute);
        return found == tag.attributes.end() ? tag.place : found->second;
    };
    if (!instruction.empty()) {
        refuse(place_of(instruction),
               {"format.xml_schema_instruction", {{"attribute", shortened(instruction)}}},
               {"format.xml_remove_schema_instruction"});
    }
    for (XmlAttribute& attribute : element.attributes) {
        attribute.place = place_of(attribute.name);
        attribute.value = collapsed(attribute.value);
    }
    open_.push_back(std::move(element));
}

void XmlReading::close() {
    XmlElement element = std::move(open_.back());
    open_.pop_back();
    element.text = collapsed(element.text);
    if (open_.empty()) {
        root_ = std::move(element);
    } else {
        open_.back().children.push_back(std::move(element));
    }
}

void XmlReading::refuse_document_type(XmlPosition position) {
    refuse(locator_.last("<!DOCTYPE", position.line, position.unit), {"format.xml_document_type"},
           {"format.xml_remove_document_type"});
}

void XmlReading::refuse_instruction(const std::string& target, XmlPosition position) {
    refuse(locator_.last("<?", position.line, position.unit),
           {"format.xml_instruction", {{"target", shortened(target)}}}, {"format.xml_remove_instruction"});
}

void XmlReading::refuse_entity() {
    refuse(locator_.place_of(0), {"format.xml_document_type"}, {"format.xml_remove_document_type"});
}

std::vector<std::pair<std::string, Argument>> XmlReading::open_element() const {
    return {{"element", open_.back().name}, {"line", std::int64_t{open_.back().place.line}}};
}

void XmlReading::report_unfinished(const Place& place) {
    if (open_.empty()) return report(place, {"format.xml_unfinished"}, {"format.xml_start_anew"});
    report(place, {"format.xml_unfinished_element", open_element()},
           {"format.xml_close", {{"element", open_.back().name}}});
}

void XmlReading::report_malformed(Malformed kind, const std::string& reason, XmlPosition position) {
    const Place place = locator_.at(position.line, position.unit);
    if (kind == Malformed::other || kind == Malformed::mismatch) {
        if (locator_.is_at_end(position.line, position.unit)) return report_unfinished(place);
        if (open_.empty()) kind = Malformed::other;
    }
    const Place tag = locator_.last("<", position.line, position.unit);
    const Place reference = locator_.last("&", position.line, position.unit);
    const std::string name = quoted_name(reason);
    switch (kind) {
        case Malformed::mismatch:
            return report(tag, {"format.xml_mismatch", open_element()},
                          {"format.xml_close", {{"element", open_.back().name}}});
        case Malformed::repeated_attribute:
            return report(tag, {"format.xml_repeated_attribute", {{"attribute", name}}},
                          {"format.xml_keep_one_attribute"});
        case Malformed::prefix:
            return report(tag, {"format.xml_unknown_prefix", {{"prefix", name}}},
                          {"format.xml_declare_prefix", {{"namespace", name_space_}}});
        case Malformed::reference:
            return report(reference, {"format.xml_bare_ampersand"}, {"format.xml_write_ampersand"});
        case Malformed::entity:
            return report(reference, {"format.xml_unknown_entity", {{"entity", name}}},
                          {"format.xml_write_character"});
        case Malformed::version:
            return report(locator_.place_of(0), {"format.xml_version", {{"version", name}}},
                          {"format.xml_declare"});
        case Malformed::other:
            return report(place, {"format.xml_malformed", {{"reason", reason}}}, {"format.xml_look_before"});
    }
}

void XmlReading::report_invalid(const std::string& reason, XmlPosition position) {
    if (!objections_.empty()) return;
    objections_.push_back({locator_.at(position.line, position.unit),
                           {"format.xml_not_valid", {{"reason", reason}}},
                           Message{"format.xml_compare_with_schema"}});
}

void XmlReading::report_stray_text() {
    if (elements_before_stray_text_ == elements_) return;
    elements_before_stray_text_ = elements_;
    stray_texts_.push_back({locator_.next_text(open_.size()).value_or(open_.back().place),
                            {"format.xml_stray_text", {{"element", open_.back().name}}},
                            Message{"format.xml_remove_text"}});
}

}  // namespace cadran::format
