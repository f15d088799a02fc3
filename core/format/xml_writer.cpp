// SPDX-License-Identifier: Apache-2.0
#include "format/xml_writer.h"

#include "base/text.h"

namespace cadran::format {

namespace {

constexpr int greatest_width = 110;

}  // namespace

std::string xml_escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\n': safe += "&#10;"; break;
            case '\r': safe += "&#13;"; break;
            case '\t': safe += "&#9;"; break;
            default: safe += c;
        }
    }
    return safe;
}

XmlWriter::XmlWriter(int level) : level_(level) {
    if (level == 0) text_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
}

void XmlWriter::open(std::string_view name, const Attributes& attributes) {
    tag(name, attributes, ">\n");
    open_.emplace_back(name);
    ++level_;
}

void XmlWriter::close() {
    --level_;
    text_.append(static_cast<std::size_t>(2 * level_), ' ');
    text_ += "</" + open_.back() + ">\n";
    open_.pop_back();
}

void XmlWriter::empty(std::string_view name, const Attributes& attributes) {
    tag(name, attributes, "/>\n");
}

void XmlWriter::text(std::string_view name, std::string_view text) {
    tag(name, {}, ">");
    text_ += xml_escaped(text);
    text_ += "</" + std::string(name) + ">\n";
}

void XmlWriter::tag(std::string_view name, const Attributes& attributes, std::string_view end) {
    std::string line = std::string(static_cast<std::size_t>(2 * level_), ' ') + "<" + std::string(name);
    const std::size_t indent = line.size() + 1;
    for (const auto& [attribute, value] : attributes) {
        std::string piece = attribute + "=\"" + xml_escaped(value) + "\"";
        const std::string_view last = std::string_view(line).substr(line.rfind('\n') + 1);
        const bool fits = length_in_characters(last) + length_in_characters(piece) + 3 <= greatest_width;
        line += fits ? " " : "\n" + std::string(indent, ' ');
        line += piece;
    }
    text_ += line;
    text_ += end;
}

}  // namespace cadran::format
