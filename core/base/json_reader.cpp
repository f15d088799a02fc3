// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>

#include "base/json.h"
#include "base/json_members.h"
#include "base/text.h"

namespace cadran {

namespace {

constexpr int greatest_depth = 64;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool is_surrogate(char32_t unit) {
    return unit >= 0xD800 && unit <= 0xDFFF;
}

void append_utf8(std::string& text, char32_t character) {
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (character >> shift & 0x3F)); };
    if (character < 0x80) {
        text += static_cast<char>(character);
    } else if (character < 0x800) {
        text += static_cast<char>(0xC0 | character >> 6);
        tail(0);
    } else if (character < 0x10000) {
        text += static_cast<char>(0xE0 | character >> 12);
        tail(6), tail(0);
    } else {
        text += static_cast<char>(0xF0 | character >> 18);
        tail(12), tail(6), tail(0);
    }
}

// The grammar of RFC 8259, of numbers only the whole ones; the members of a record hold any. Each function
// reads what it is named after and gives nothing where something else stands; the position then lies at or
// shortly behind the fault.
class JsonReader {
  public:
    explicit JsonReader(std::string_view text) : text_(text) {}

    std::optional<Json> document() {
        auto json = value(0);
        skip_space();
        return position_ == text_.size() ? json : std::nullopt;
    }

    // In order, numbers as they are written.
    std::optional<std::vector<JsonMember>> members();
    // The member that is there twice; empty where that is not the fault.
    const std::string& repeated() const { return repeated_; }

    std::string_view read() const { return text_.substr(0, position_); }

  private:
    std::optional<Json> value(int depth);
    std::optional<Json> array(int depth);
    std::optional<Json> object(int depth);
    std::optional<Json> number();
    std::optional<std::string> number_text();
    bool member_value(JsonMember& member);
    std::optional<std::string> string();
    bool escape(std::string& result);
    std::optional<char32_t> unit();

    void skip_space() {
        while (position_ < text_.size() && is_space(text_[position_])) ++position_;
    }
    bool accept(std::string_view word) {
        if (!text_.substr(position_).starts_with(word)) return false;
        position_ += word.size();
        return true;
    }
    bool accept_spaced(std::string_view word) {
        skip_space();
        return accept(word);
    }

    std::string_view text_;
    std::size_t position_ = 0;
    bool any_number_ = false;  // those in nested values are passed over
    std::string repeated_;
};

std::optional<std::vector<JsonMember>> JsonReader::members() {
    any_number_ = true;
    std::vector<JsonMember> members;
    if (!accept_spaced("{")) return {};
    if (!accept_spaced("}")) {
        do {
            skip_space();
            auto name = string();
            if (!name || !accept_spaced(":")) return {};
            if (std::ranges::find(members, *name, &JsonMember::name) != members.end()) {
                repeated_ = *name;
                return {};
            }
            JsonMember& member = members.emplace_back(JsonMember{std::move(*name), {}, {}});
            if (!member_value(member)) return {};
        } while (accept_spaced(","));
        if (!accept("}")) return {};
    }
    skip_space();
    if (position_ != text_.size()) return {};
    return members;
}

bool JsonReader::member_value(JsonMember& member) {
    skip_space();
    const std::size_t start = position_;
    const char first = start < text_.size() ? text_[start] : '\0';
    std::optional<std::string> text;
    if (first == '"') {
        member.kind = JsonMember::Kind::text;
        text = string();
    } else if (first == '-' || (first >= '0' && first <= '9')) {
        member.kind = JsonMember::Kind::number;
        text = number_text();
    } else if (accept("null")) {
        return true;
    } else {
        member.kind = first == '{' || first == '[' ? JsonMember::Kind::nested : JsonMember::Kind::boolean;
        if (value(1)) text = std::string(text_.substr(start, position_ - start));
    }
    if (text) member.text = std::move(*text);
    return text.has_value();
}

// Any number of RFC 8259, digit by digit.
std::optional<std::string> JsonReader::number_text() {
    const std::size_t start = position_;
    const auto digits = [this] {
        const std::size_t before = position_;
        while (position_ < text_.size() && text_[position_] >= '0' && text_[position_] <= '9') ++position_;
        return position_ > before;
    };
    accept("-");
    if (!accept("0") && !digits()) return {};
    if (accept(".") && !digits()) return {};
    if (accept("e") || accept("E")) {
        if (!accept("-")) accept("+");
        if (!digits()) return {};
    }
    return std::string(text_.substr(start, position_ - start));
}

std::optional<Json> JsonReader::value(int depth) {
    skip_space();
    if (accept("null")) return Json();
    if (accept("true")) return Json(true);
    if (accept("false")) return Json(false);
    const std::string_view rest = text_.substr(position_);
    if (rest.starts_with('"')) return string();
    if (rest.starts_with('[')) return array(depth + 1);
    if (rest.starts_with('{')) return object(depth + 1);
    return number();
}

std::optional<Json> JsonReader::array(int depth) {
    if (depth > greatest_depth || !accept("[")) return {};
    Json::Array elements;
    if (accept_spaced("]")) return elements;
    do {
        auto element = value(depth);
        if (!element) return {};
        elements.push_back(std::move(*element));
    } while (accept_spaced(","));
    if (!accept("]")) return {};
    return elements;
}

std::optional<Json> JsonReader::object(int depth) {
    if (depth > greatest_depth || !accept("{")) return {};
    Json::Object members;
    if (accept_spaced("}")) return members;
    do {
        skip_space();
        auto name = string();
        if (!name || !accept_spaced(":")) return {};
        auto member = value(depth);
        if (!member || !members.emplace(std::move(*name), std::move(*member)).second) return {};
    } while (accept_spaced(","));
    if (!accept("}")) return {};
    return members;
}

std::optional<Json> JsonReader::number() {
    if (any_number_) return number_text() ? std::optional(Json()) : std::nullopt;
    const std::string_view rest = text_.substr(position_);
    const std::string_view digits = rest.substr(rest.starts_with('-') ? 1 : 0);
    if (digits.size() > 1 && digits[0] == '0' && digits[1] >= '0' && digits[1] <= '9') return {};
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (fault != std::errc{}) return {};
    position_ += static_cast<std::size_t>(end - rest.data());
    return number;
}

std::optional<std::string> JsonReader::string() {
    if (!accept("\"")) return {};
    std::string result;
    while (!accept("\"")) {
        if (position_ == text_.size() || static_cast<unsigned char>(text_[position_]) < 0x20) return {};
        if (accept("\\")) {
            if (!escape(result)) return {};
        } else {
            result += text_[position_++];
        }
    }
    if (!is_utf8(result)) return {};
    return result;
}

bool JsonReader::escape(std::string& result) {
    if (position_ == text_.size()) return false;
    constexpr std::string_view letters = "\"\\/bfnrt";
    const char letter = text_[position_++];
    if (const auto index = letters.find(letter); index != std::string_view::npos) {
        result += "\"\\/\b\f\n\r\t"[index];
        return true;
    }
    if (letter != 'u') return false;
    const auto first = unit();
    if (!first) return false;
    if (!is_surrogate(*first)) {
        append_utf8(result, *first);
        return true;
    }
    if (*first >= 0xDC00 || !accept("\\u")) return false;
    const auto second = unit();
    if (!second || *second < 0xDC00 || !is_surrogate(*second)) return false;
    append_utf8(result, 0x10000 + ((*first - 0xD800) << 10 | (*second - 0xDC00)));
    return true;
}

std::optional<char32_t> JsonReader::unit() {
    const std::string_view digits = text_.substr(position_, 4);
    std::uint32_t unit = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (fault != std::errc{} || end != digits.data() + 4) return {};
    position_ += 4;
    return unit;
}

}  // namespace

Result<Json> Json::parse(std::string_view text) {
    JsonReader reader(text);
    if (auto json = reader.document()) return std::move(*json);
    const std::string_view read = reader.read();
    const std::int64_t line = 1 + std::ranges::count(read, '\n');
    const std::int64_t column = 1 + length_in_characters(read.substr(read.rfind('\n') + 1));
    return invalid(Message{"base.not_json", {{"line", line}, {"column", column}}});
}

tl::expected<std::vector<JsonMember>, Message> read_json_members(std::string_view text) {
    JsonReader reader(text);
    if (auto members = reader.members()) return std::move(*members);
    if (!reader.repeated().empty())
        return tl::unexpected(Message{"base.json_member_twice", {{"name", reader.repeated()}}});
    const std::int64_t column = 1 + length_in_characters(reader.read());
    return tl::unexpected(Message{"base.not_a_json_object", {{"column", column}}});
}

}  // namespace cadran
