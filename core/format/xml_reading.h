// SPDX-License-Identifier: Apache-2.0
// One reading of one file: builds the tree out of what the parser tells, refuses what no definition needs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "format/xml_element.h"
#include "format/xml_locator.h"

namespace cadran::format {

// Thrown through the parser to stop it; what was refused stands in the reading.
struct XmlRefused {};

// The parser's own position: lines and UTF-16 units from 1.
struct XmlPosition {
    std::size_t line = 1;
    std::size_t unit = 1;
};

class XmlReading {
  public:
    // `bytes` is valid UTF-8 without a byte order mark and outlives the reading. The root is to be that
    // element of that namespace.
    XmlReading(std::string_view bytes, const std::string& file_name, std::string root,
               std::string name_space);

    void declare(const std::string& version, const std::string& encoding);
    // Of the element, name, attribute names and values count. `instruction` is the name of an attribute that
    // speaks to schema processors; empty where there is none.
    void open(XmlElement element, const std::string& name_space, const std::string& instruction);
    void add_text(const std::string& text) { open_.back().text += text; }
    void close();

    [[noreturn]] void refuse_document_type(XmlPosition position);
    [[noreturn]] void refuse_instruction(const std::string& target, XmlPosition position);
    [[noreturn]] void refuse_entity();
    // The parser's own message, of something that is not well-formed; `kind` chooses ours.
    enum class Malformed { mismatch, repeated_attribute, prefix, reference, entity, version, other };
    void report_malformed(Malformed kind, const std::string& reason, XmlPosition position);
    // The parser's own message, of something that the schema does not allow. The first one is kept.
    void report_invalid(const std::string& reason, XmlPosition position);
    // Text in an element that has none; the parser's message comes as soon as it has read it.
    void report_stray_text();

    const Diagnostics& faults() const { return faults_; }
    const Diagnostics& objections() const { return objections_; }
    const Diagnostics& stray_texts() const { return stray_texts_; }
    XmlElement& root() { return root_; }

  private:
    [[noreturn]] void refuse(const Place& place, Message what, Message hint);
    void report(const Place& place, Message what, Message hint);
    void report_unfinished(const Place& place);
    std::vector<std::pair<std::string, Argument>> open_element() const;

    XmlLocator locator_;
    std::string root_name_;
    std::string name_space_;
    std::vector<XmlElement> open_;
    XmlElement root_;
    std::size_t elements_ = 0;
    Diagnostics faults_;
    Diagnostics objections_;
    Diagnostics stray_texts_;
    std::size_t elements_before_stray_text_ = 0;
};

}  // namespace cadran::format
