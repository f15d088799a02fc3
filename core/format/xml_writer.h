// SPDX-License-Identifier: Apache-2.0
// Writes XML as people lay it out by hand: an element a line, two spaces a level.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadran::format {

// As it stands in a text or in a value.
std::string xml_escaped(std::string_view text);

class XmlWriter {
  public:
    using Attributes = std::vector<std::pair<std::string, std::string>>;

    // Starts inside that many elements, without a declaration; 0 is a file, with one.
    explicit XmlWriter(int level = 0);

    // Long tags are broken between attributes. Values and texts are valid UTF-8 without control characters.
    void open(std::string_view name, const Attributes& attributes = {});
    void close();
    void empty(std::string_view name, const Attributes& attributes);
    // An element that is nothing but a text.
    void text(std::string_view name, std::string_view text);

    std::string take() { return std::move(text_); }

  private:
    void tag(std::string_view name, const Attributes& attributes, std::string_view end);

    int level_;
    std::string text_;
    std::vector<std::string> open_;
};

}  // namespace cadran::format
