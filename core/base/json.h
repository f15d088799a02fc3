// SPDX-License-Identifier: Apache-2.0
// JSON values and their canonical text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace cadran {

// Numbers are whole; decimals and money travel as strings, so that no reader rounds them.
class Json {
  public:
    // By UTF-16 code units, as RFC 8785, section 3.2.3, has it.
    struct MemberOrder {
        using is_transparent = void;
        bool operator()(std::string_view left, std::string_view right) const;
    };

    using Array = std::vector<Json>;
    using Object = std::map<std::string, Json, MemberOrder>;

    Json() = default;  // null
    Json(bool value) : value_(value) {}
    Json(std::int64_t value) : value_(value) {}
    Json(int value) : value_(std::int64_t{value}) {}
    Json(std::string value) : value_(std::move(value)) {}
    Json(std::string_view value) : value_(std::string(value)) {}
    Json(const char* value) : value_(std::string(value)) {}
    Json(Array value) : value_(std::move(value)) {}
    Json(Object value) : value_(std::move(value)) {}

    // Fails on malformed text, numbers that are not whole or not an int64, a member named twice, and nesting
    // deeper than 64.
    static Result<Json> parse(std::string_view text);

    // RFC 8785: members sorted, no white space, one form only; what hashes and signatures are made of.
    std::string canonical_text() const;
    // Two spaces of indent, for people.
    std::string pretty_text() const;

    bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
    bool is_object() const { return std::holds_alternative<Object>(value_); }
    // The value as that type; throws std::bad_variant_access where it is another.
    bool boolean() const { return std::get<bool>(value_); }
    std::int64_t integer() const { return std::get<std::int64_t>(value_); }
    const std::string& string() const { return std::get<std::string>(value_); }
    const Array& array() const { return std::get<Array>(value_); }
    const Object& object() const { return std::get<Object>(value_); }
    // Calls the one that fits: a boolean, a number, a string; anything else goes to `other` as it is. Not for
    // null.
    template <typename Boolean, typename Integer, typename String, typename Other>
    auto visit_scalar(Boolean boolean, Integer integer, String string, Other other) const {
        if (const auto* flag = std::get_if<bool>(&value_)) return boolean(*flag);
        if (const auto* number = std::get_if<std::int64_t>(&value_)) return integer(*number);
        if (const auto* text = std::get_if<std::string>(&value_)) return string(*text);
        return other(*this);
    }
    // A member of an object; throws std::out_of_range where it is missing.
    const Json& at(std::string_view member) const;

    friend bool operator==(const Json&, const Json&) = default;

  private:
    void write(std::string& text, int indent) const;

    std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> value_;
};

}  // namespace cadran
