// SPDX-License-Identifier: Apache-2.0
#include "record/dialect.h"

#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace cadran::record {

namespace {

constexpr std::array formats{std::pair{"csv", FileFormat::csv}, std::pair{"xlsx", FileFormat::xlsx},
                             std::pair{"jsonl", FileFormat::json_lines}};
constexpr std::array separators{std::pair{"comma", ','}, std::pair{"semicolon", ';'}, std::pair{"tab", '\t'}};
constexpr std::array decimal_marks{std::pair{"comma", ','}, std::pair{"point", '.'}};
constexpr std::array encodings{
    std::pair{"utf-8", format::Encoding::utf8}, std::pair{"windows-1252", format::Encoding::windows_1252},
    std::pair{"utf-16le", format::Encoding::utf16_le}, std::pair{"utf-16be", format::Encoding::utf16_be}};
constexpr std::array date_styles{std::pair{"french", DateStyle::french}, std::pair{"iso", DateStyle::iso}};

// Throws std::out_of_range on what no table knows, as Json::at does.
template <typename Table, typename Value>
std::string name_of(const Table& table, const Value& value) {
    for (const auto& [name, known] : table) {
        if (known == value) return name;
    }
    throw std::out_of_range("a dialect that no file can have");
}

template <typename Table>
auto value_of(const Table& table, const Json& json) {
    for (const auto& [name, known] : table) {
        if (json.string() == name) return known;
    }
    throw std::out_of_range("an unknown name in a dialect");
}

// Leaves `value` as it is where the word is not known.
template <typename Table, typename Value>
Done set_from(const Table& table, std::string_view property, std::string_view word,
              std::optional<Value>& value) {
    if (word == "detect") {
        value.reset();
        return {};
    }
    std::vector<std::string_view> known;
    for (const auto& [name, one] : table) {
        if (word == name) {
            value = one;
            return {};
        }
        known.push_back(name);
    }
    return invalid(
        Message{"record.unknown_style", {{"property", std::string(property)}, {"value", std::string(word)}}},
        Message{"record.known_styles", {{"names", fmt::format("{}, detect", fmt::join(known, ", "))}}});
}

}  // namespace

Done KnownDialect::set(std::string_view property, std::string_view value) {
    if (property == "file-format") return set_from(formats, property, value, format);
    if (property == "separator") return set_from(separators, property, value, separator);
    if (property == "encoding") return set_from(encodings, property, value, encoding);
    if (property == "decimal") return set_from(decimal_marks, property, value, decimal);
    if (property == "dates") return set_from(date_styles, property, value, dates);
    throw std::logic_error("a dialect has no such property");
}

Json KnownDialect::to_json() const {
    Json::Object json;
    if (format) json["file-format"] = name_of(formats, *format);
    if (separator) json["separator"] = name_of(separators, *separator);
    if (encoding) json["encoding"] = name_of(encodings, *encoding);
    if (decimal) json["decimal"] = name_of(decimal_marks, *decimal);
    if (dates) json["dates"] = name_of(date_styles, *dates);
    return json;
}

Result<KnownDialect> KnownDialect::parse(std::string_view json) {
    const auto value = Json::parse(json);
    if (!value) return tl::unexpected(value.error());
    KnownDialect known;
    for (const auto& [property, word] : value->object()) {
        if (const Done done = known.set(property, word.string()); !done) return tl::unexpected(done.error());
    }
    return known;
}

Json Dialect::to_json() const {
    return Json::Object{{"dates", name_of(date_styles, dates)},
                        {"decimal", name_of(decimal_marks, decimal)},
                        {"encoding", name_of(encodings, encoding)},
                        {"hashed", hashed},
                        {"separator", name_of(separators, separator)}};
}

Result<Dialect> Dialect::parse(std::string_view json) {
    const auto value = Json::parse(json);
    if (!value) return tl::unexpected(value.error());
    try {
        return Dialect{.separator = value_of(separators, value->at("separator")),
                       .encoding = value_of(encodings, value->at("encoding")),
                       .decimal = value_of(decimal_marks, value->at("decimal")),
                       .dates = value_of(date_styles, value->at("dates")),
                       .hashed = value->at("hashed").boolean()};
    } catch (const std::logic_error&) {
        return invalid(Message{"record.bad_dialect", {{"text", std::string(json)}}});
    } catch (const std::bad_variant_access&) {
        return invalid(Message{"record.bad_dialect", {{"text", std::string(json)}}});
    }
}

Dialect archived_dialect() {
    return {.hashed = true};
}

}  // namespace cadran::record
