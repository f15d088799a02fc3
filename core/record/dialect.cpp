// SPDX-License-Identifier: Apache-2.0
#include "record/dialect.h"

#include <array>
#include <utility>

namespace cadran::record {

namespace {

constexpr std::array separators{std::pair{"comma", ','}, std::pair{"semicolon", ';'}, std::pair{"tab", '\t'}};
constexpr std::array decimals{std::pair{"comma", ','}, std::pair{"point", '.'}};
constexpr std::array encodings{std::pair{"utf-8", format::Encoding::utf8},
                               std::pair{"windows-1252", format::Encoding::windows_1252}};
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

}  // namespace

Json Dialect::to_json() const {
    return Json::Object{{"dates", name_of(date_styles, dates)},
                        {"decimal", name_of(decimals, decimal)},
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
                       .decimal = value_of(decimals, value->at("decimal")),
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
