// SPDX-License-Identifier: Apache-2.0
#include "format/xml_edit.h"

#include <algorithm>
#include <stdexcept>

#include "base/text.h"

namespace cadran::format {

XmlEdit::XmlEdit(std::string bytes) : bytes_(std::move(bytes)) {
    if (bytes_.starts_with(byte_order_mark)) start_ = byte_order_mark.size();
}

std::string_view XmlEdit::element(const Place& place) const {
    const Span span = span_of(place);
    return std::string_view(bytes_).substr(span.begin, span.end - span.begin);
}

void XmlEdit::replace(const Place& element, std::string text) {
    const Span span = span_of(element);
    changes_.push_back({span.begin, span.end, std::move(text)});
}

void XmlEdit::insert_after(const Place& element, std::string text) {
    const Span span = span_of(element);
    changes_.push_back({span.end, span.end, std::move(text)});
}

void XmlEdit::insert_first(const Place& element, std::string text, std::string_view closing_indent) {
    const Span span = span_of(element);
    if (span.end != span.tag_end) return changes_.push_back({span.tag_end, span.tag_end, std::move(text)});
    const std::string_view tag = std::string_view(bytes_).substr(span.begin, span.end - span.begin);
    std::string opened(tag.substr(0, tag.find_last_not_of(" \t\r\n/>") + 1));
    const std::string name = opened.substr(1, opened.find_first_of(" \t\r\n") - 1);
    opened += ">" + text + "\n" + std::string(closing_indent) + "</" + name + ">";
    changes_.push_back({span.begin, span.end, std::move(opened)});
}

std::string XmlEdit::result() const {
    std::vector<Change> changes = changes_;
    std::ranges::stable_sort(changes, {}, &Change::begin);
    std::string edited;
    std::size_t at = 0;
    for (const Change& change : changes) {
        edited.append(bytes_, at, change.begin - at);
        edited += change.text;
        at = change.end;
    }
    return edited.append(bytes_, at);
}

std::size_t XmlEdit::offset_of(const Place& place) const {
    int line = 1;
    int column = 1;
    for (std::size_t at = start_; at < bytes_.size(); ++at) {
        const char byte = bytes_[at];
        if (continues_character(byte)) continue;
        if (line == place.line && column == place.column) return at;
        const bool lone_return = byte == '\r' && (at + 1 == bytes_.size() || bytes_[at + 1] != '\n');
        ++column;
        if (byte != '\n' && !lone_return) continue;
        ++line;
        column = 1;
    }
    throw std::out_of_range("no such place in the XML file");
}

// Behind the tag, comment, instruction or verbatim text that starts there.
std::size_t XmlEdit::behind(std::size_t at) const {
    const auto after = [&](std::string_view mark) { return bytes_.find(mark, at) + mark.size(); };
    const std::string_view rest = std::string_view(bytes_).substr(at);
    if (rest.starts_with("<!--")) return after("-->");
    if (rest.starts_with("<![CDATA[")) return after("]]>");
    if (rest.starts_with("<?")) return after("?>");
    char quote = 0;
    for (std::size_t i = at; i < bytes_.size(); ++i) {
        const char c = bytes_[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    throw std::out_of_range("a tag of the XML file does not end");
}

XmlEdit::Span XmlEdit::span_of(const Place& place) const {
    Span span;
    span.begin = offset_of(place);
    span.tag_end = behind(span.begin);
    int depth = 0;
    for (std::size_t at = span.begin; at != std::string::npos; at = bytes_.find('<', at)) {
        const std::size_t end = behind(at);
        const char kind = bytes_[at + 1];
        if (kind == '/') --depth;
        if (kind != '/' && kind != '!' && kind != '?' && bytes_[end - 2] != '/') ++depth;
        at = end;
        span.end = end;
        if (depth == 0) return span;
    }
    throw std::out_of_range("an element of the XML file does not end");
}

}  // namespace cadran::format
