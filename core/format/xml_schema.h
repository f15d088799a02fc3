// SPDX-License-Identifier: Apache-2.0
// Reads XML that anybody may have written, and holds it against a schema.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "format/xml_element.h"
#include "format/xml_rule.h"

namespace cadran::format {

// The largest XML file that is read: 4 MiB.
inline constexpr std::size_t greatest_xml_file = std::size_t{4} << 20;

struct XmlDocument {
    XmlElement root;
    // Of values and texts that are not of their type. The caller reports them beside the faults of meaning.
    Diagnostics wrong_values;
};

// Immutable; shared by threads. The parser library lives as long as the schemas that use it.
class XmlSchema {
  public:
    // By the name under which a schema includes it.
    using Parts = std::map<std::string, std::string_view, std::less<>>;

    // An XML Schema with one global element, made of sequences, attributes and simple types that are not
    // sensitive to white space; without choices and recursion. It may include the parts, and nothing else.
    // Throws std::logic_error where it is anything else.
    XmlSchema(std::string_view xsd, XmlForms forms, const Parts& parts = {});
    ~XmlSchema();
    XmlSchema(const XmlSchema&) = delete;
    XmlSchema& operator=(const XmlSchema&) = delete;

    // Every element and attribute that the schema requires is there, and no other. Otherwise fails with all
    // faults: of the first kind that was found among size, encoding, well-formedness, and structure with
    // values. Refuses document type definitions, processing instructions, schema locations, nesting deeper
    // than 64 and more than 2,000 elements. Nothing outside `bytes` is read. `file_name` is what the
    // diagnostics say.
    Result<XmlDocument> read(std::string_view bytes, const std::string& file_name) const;

    // Holds a tree against the schema that was made out of something else, such as a spreadsheet.
    Result<XmlDocument> judge(XmlElement root) const;

  private:
    struct Grammar;
    std::unique_ptr<Grammar> grammar_;
};

}  // namespace cadran::format
