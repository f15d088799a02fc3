// SPDX-License-Identifier: Apache-2.0
#include "format/xml_locator.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::format {

namespace {

constexpr std::string_view white = " \t\r\n";

// Characters above U+FFFF, which take four bytes in UTF-8, take two units in UTF-16.
std::size_t units_of(char lead) {
    if (continues_character(lead)) return 0;
    return static_cast<unsigned char>(lead) >= 0xF0 ? 2 : 1;
}

}  // namespace

XmlLocator::XmlLocator(std::string_view bytes, std::string file) : bytes_(bytes), file_(std::move(file)) {}

void XmlLocator::step(Cursor& cursor) const {
    const char byte = bytes_[cursor.offset++];
    const bool more = cursor.offset < bytes_.size();
    if (byte == '\n' || (byte == '\r' && !(more && bytes_[cursor.offset] == '\n'))) {
        ++cursor.line;
        cursor.column = 1;
    } else if (!continues_character(byte)) {
        ++cursor.column;
    }
}

void XmlLocator::go_to(std::size_t offset) {
    const std::size_t end = std::min(offset, bytes_.size());
    while (cursor_.offset < end) step(cursor_);
}

void XmlLocator::go_behind(std::string_view mark) {
    const auto found = bytes_.find(mark, cursor_.offset);
    go_to(found == std::string_view::npos ? found : found + mark.size());
}

bool XmlLocator::pass_markup() {
    if (looking_at("<!--")) {
        go_behind("-->");
    } else if (looking_at("<![CDATA[")) {
        go_behind("]]>");
    } else if (looking_at("<?")) {
        go_behind("?>");
    } else if (looking_at("</")) {
        go_behind(">");
        --depth_;
    } else {
        return false;
    }
    return true;
}

XmlLocator::Tag XmlLocator::next_tag() {
    do {
        go_to(bytes_.find('<', cursor_.offset));
    } while (pass_markup());
    Tag tag{here(), {}};
    go_to(bytes_.find_first_of(" \t\r\n/>", cursor_.offset));
    while (true) {
        go_to(bytes_.find_first_not_of(white, cursor_.offset));
        if (cursor_.offset == bytes_.size() || looking_at(">") || looking_at("/")) break;
        const auto end = bytes_.find('=', cursor_.offset);
        tag.attributes.emplace(trimmed(bytes_.substr(cursor_.offset, end - cursor_.offset)), here());
        go_to(bytes_.find_first_of("\"'", end));
        if (cursor_.offset == bytes_.size()) break;
        const std::string_view quote = bytes_.substr(cursor_.offset, 1);
        go_to(cursor_.offset + 1);
        go_behind(quote);
    }
    if (!looking_at("/")) ++depth_;
    go_behind(">");
    return tag;
}

std::optional<Place> XmlLocator::next_text(std::size_t depth) {
    while (depth_ > depth && cursor_.offset < bytes_.size()) {
        go_to(bytes_.find('<', cursor_.offset));
        pass_markup();
    }
    go_to(bytes_.find_first_not_of(white, cursor_.offset));
    while (looking_at("<!--")) {
        go_behind("-->");
        go_to(bytes_.find_first_not_of(white, cursor_.offset));
    }
    const bool is_text = cursor_.offset < bytes_.size() && (!looking_at("<") || looking_at("<![CDATA["));
    return is_text ? std::optional(here()) : std::nullopt;
}

std::size_t XmlLocator::offset_of(std::size_t line, std::size_t unit) const {
    Cursor cursor;
    std::size_t units = 1;
    while (cursor.offset < bytes_.size()) {
        const auto current = static_cast<std::size_t>(cursor.line);
        if (current > line || (current == line && units >= unit)) break;
        if (current == line) units += units_of(bytes_[cursor.offset]);
        do {
            step(cursor);
        } while (cursor.offset < bytes_.size() && continues_character(bytes_[cursor.offset]));
    }
    return cursor.offset;
}

Place XmlLocator::place_of(std::size_t offset) const {
    Cursor cursor;
    while (cursor.offset < std::min(offset, bytes_.size())) step(cursor);
    return {file_, cursor.line, cursor.column};
}

Place XmlLocator::at(std::size_t line, std::size_t unit) const {
    return place_of(offset_of(line, unit));
}

Place XmlLocator::last(std::string_view mark, std::size_t line, std::size_t unit) const {
    const std::size_t offset = offset_of(line, unit);
    const auto found = bytes_.substr(0, offset).rfind(mark);
    return place_of(found == std::string_view::npos ? offset : found);
}

bool XmlLocator::is_at_end(std::size_t line, std::size_t unit) const {
    return bytes_.find_first_not_of(white, offset_of(line, unit)) == std::string_view::npos;
}

}  // namespace cadran::format
