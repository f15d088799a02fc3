// SPDX-License-Identifier: Apache-2.0
// Finds the places of tags and attributes in the bytes, because the parser only tells where a tag ends.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace cadran::format {

// Over valid UTF-8 without a byte order mark; the bytes must outlive the locator.
class XmlLocator {
  public:
    struct Tag {
        Place place;
        std::map<std::string_view, Place> attributes;  // by name with prefix
    };

    XmlLocator(std::string_view bytes, std::string file);

    // The next start tag in the order of the file. The parser must have accepted the file up to its end.
    Tag next_tag();

    // Where text stands before the next start or end tag, once all but the outer `depth` of the elements so
    // far are closed; none where there is only white space.
    std::optional<Place> next_text(std::size_t depth);

    // The parser's own position (lines and UTF-16 units from 1), as a place.
    Place at(std::size_t line, std::size_t unit) const;
    // The place of the last `mark` before the parser's position; the position itself where there is none.
    Place last(std::string_view mark, std::size_t line, std::size_t unit) const;
    // Nothing but white space follows the parser's position.
    bool is_at_end(std::size_t line, std::size_t unit) const;
    // Of a byte.
    Place place_of(std::size_t offset) const;

  private:
    // Where the reading stands: counts lines and characters as it goes.
    struct Cursor {
        std::size_t offset = 0;
        int line = 1;
        int column = 1;
    };

    bool looking_at(std::string_view mark) const { return bytes_.substr(cursor_.offset).starts_with(mark); }
    void step(Cursor& cursor) const;
    void go_to(std::size_t offset);
    void go_behind(std::string_view mark);
    // Goes behind anything but a start tag; false at a start tag and at the end.
    bool pass_markup();
    Place here() const { return {file_, cursor_.line, cursor_.column}; }
    std::size_t offset_of(std::size_t line, std::size_t unit) const;

    std::string_view bytes_;
    std::string file_;
    Cursor cursor_;
    std::size_t depth_ = 0;  // start tags passed and not closed
};

}  // namespace cadran::format
