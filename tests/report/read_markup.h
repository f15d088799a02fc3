// SPDX-License-Identifier: Apache-2.0
// A strict reader of XHTML and SVG, so that tests can ask what a page holds.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cadran::report {

struct ReadElement {
    std::string name;
    std::map<std::string, std::string> attributes;  // as written, with their references
    std::string text;                               // of the element and all below it, as written
    std::string parent;                             // name

    double number(const std::string& attribute) const;
    bool has_class(std::string_view wanted) const;
};

// All elements in the order in which they start. Throws std::runtime_error where the text is not well-formed
// XML: tags that do not match, attributes unquoted or twice, a bare `<` or `&`, control characters.
std::vector<ReadElement> read_markup(std::string_view markup);

std::vector<ReadElement> of_class(const std::vector<ReadElement>& elements, std::string_view name,
                                  std::string_view wanted);
std::vector<ReadElement> named(const std::vector<ReadElement>& elements, std::string_view name);

}  // namespace cadran::report
