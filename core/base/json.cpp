// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace cadran {

namespace {

constexpr int compact = -1;

void write_string(std::string& text, std::string_view value) {
    text += '"';
    for (const char c : value) {
        switch (c) {
            case '"': text += "\\\""; break;
            case '\\': text += "\\\\"; break;
            case '\b': text += "\\b"; break;
            case '\f': text += "\\f"; break;
            case '\n': text += "\\n"; break;
            case '\r': text += "\\r"; break;
            case '\t': text += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    text += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                else
                    text += c;
        }
    }
    text += '"';
}

void new_line(std::string& text, int indent) {
    if (indent == compact) return;
    text += '\n';
    text.append(static_cast<std::size_t>(indent) * 2, ' ');
}

}  // namespace

bool Json::MemberOrder::operator()(std::string_view left, std::string_view right) const {
    // The bytes of UTF-8 order characters as UTF-16 does but for U+E000 to U+FFFF, which come last there.
    const auto rank = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == 0xEE || byte == 0xEF ? byte + 0x10 : int{byte};
    };
    return std::ranges::lexicographical_compare(left, right, {}, rank, rank);
}

std::string Json::canonical_text() const {
    std::string text;
    write(text, compact);
    return text;
}

std::string Json::pretty_text() const {
    std::string text;
    write(text, 0);
    return text + "\n";
}

const Json& Json::at(std::string_view member) const {
    const Object& members = object();
    const auto found = members.find(member);
    if (found == members.end()) throw std::out_of_range(fmt::format("no JSON member {}", member));
    return found->second;
}

void Json::write(std::string& text, int indent) const {
    const int inner = indent == compact ? compact : indent + 1;
    if (const auto* array = std::get_if<Array>(&value_)) {
        text += '[';
        for (bool first = true; const Json& element : *array) {
            if (!std::exchange(first, false)) text += ',';
            new_line(text, inner);
            element.write(text, inner);
        }
        if (!array->empty()) new_line(text, indent);
        text += ']';
    } else if (const auto* members = std::get_if<Object>(&value_)) {
        text += '{';
        for (bool first = true; const auto& [name, member] : *members) {
            if (!std::exchange(first, false)) text += ',';
            new_line(text, inner);
            write_string(text, name);
            text += indent == compact ? ":" : ": ";
            member.write(text, inner);
        }
        if (!members->empty()) new_line(text, indent);
        text += '}';
    } else if (const auto* string = std::get_if<std::string>(&value_)) {
        write_string(text, *string);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value_)) {
        text += std::to_string(*integer);
    } else if (const auto* boolean = std::get_if<bool>(&value_)) {
        text += *boolean ? "true" : "false";
    } else {
        text += "null";
    }
}

}  // namespace cadran
