// SPDX-License-Identifier: Apache-2.0
// Replaces elements in the bytes of an XML file, and leaves every other byte as people wrote it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace cadran::format {

// Over a file that XmlSchema accepts; places are those that it gave.
class XmlEdit {
  public:
    explicit XmlEdit(std::string bytes);

    // Of an element, in bytes.
    struct Span {
        std::size_t begin = 0;
        std::size_t tag_end = 0;  // behind the start tag
        std::size_t end = 0;
    };
    Span span_of(const Place& place) const;
    std::size_t offset_of(const Place& place) const;
    const std::string& bytes() const { return bytes_; }

    // The bytes of the element whose opening bracket stands there, up to its last bracket.
    std::string_view element(const Place& place) const;
    void replace(const Place& element, std::string text);
    void insert_after(const Place& element, std::string text);
    // Before the first child of an element that has children only; one without any is opened, and closed
    // behind the text after `closing_indent`.
    void insert_first(const Place& element, std::string text, std::string_view closing_indent);

    // With all changes, which must not overlap. Insertions at one place stay in their order.
    std::string result() const;

  private:
    struct Change {
        std::size_t begin;
        std::size_t end;
        std::string text;
    };

    std::size_t behind(std::size_t at) const;

    std::string bytes_;
    std::size_t start_ = 0;  // behind a byte order mark
    std::vector<Change> changes_;
};

}  // namespace cadran::format
