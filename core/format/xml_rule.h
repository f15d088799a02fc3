// SPDX-License-Identifier: Apache-2.0
// What a schema asks of an element, and how to tell a person that an element does not comply.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "format/xml_element.h"

namespace cadran::format {

// By the name of a simple type of the schema: a sentence on how its values are written.
using XmlForms = std::map<std::string, Message, std::less<>>;

// A simple type. `accepts` wants white space as XmlElement has it, and is called by several threads.
struct XmlType {
    std::string name;                  // empty where the schema gives none
    std::vector<std::string> allowed;  // the closed list; empty where there is none
    std::function<bool(const std::string&)> accepts;
};

// An element has either text or children, in sequence; never both.
struct XmlRule {
    struct Attribute {
        std::string name;
        bool required = false;
        XmlType type;
    };
    struct Child;

    std::string name;
    std::optional<XmlType> text = {};
    std::vector<Attribute> attributes = {};
    std::vector<Child> children;
};

struct XmlRule::Child {
    XmlRule rule;
    std::size_t least = 1;
    std::size_t greatest = 1;
};

// Collects every fault of an element and all below it. What an unknown element contains is not judged.
class XmlJudge {
  public:
    explicit XmlJudge(const XmlForms& forms) : forms_(forms) {}

    void judge(const XmlElement& element, const XmlRule& rule);

    Diagnostics structure;  // elements and attributes unknown, missing, misplaced
    Diagnostics values;     // texts and values that are not of their type

  private:
    void judge_attributes(const XmlElement& element, const XmlRule& rule);
    void judge_text(const XmlElement& element, const XmlRule& rule);
    void judge_children(const XmlElement& element, const XmlRule& rule);
    void judge_presence(const XmlElement& element, const XmlRule& rule,
                        const std::vector<std::size_t>& counts, const std::vector<std::string>& meant);
    std::optional<Message> hint_for(const std::string& value, const XmlType& type) const;

    const XmlForms& forms_;
};

// At most 60 characters of it, for messages.
std::string shortened(const std::string& text);

}  // namespace cadran::format
