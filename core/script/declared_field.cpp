// SPDX-License-Identifier: Apache-2.0
#include "script/declared_field.h"

#include "script/naming.h"
#include "script/parameter.h"
#include "script/text_of.h"

namespace cadran::script {

using column::Field;
using column::Type;

namespace {

std::vector<column::Code> read_codes(const TableReader& reader) {
    std::vector<column::Code> codes;
    const std::string path = reader.path("codes");
    for (std::size_t i = 0; i < reader.list("codes").size(); ++i) {
        const std::string item = TableReader::item_path(path, i);
        const auto entry = reader.inside(reader.list("codes")[i], item, shape("Entry"));
        if (!entry) continue;
        column::Code code{entry->text("id"), {entry->text("fr"), entry->text("en")}};
        if (std::ranges::find(codes, code.name, &column::Code::name) != codes.end()) {
            entry->fault(entry->path("id"), {"script.declared_twice", {{"name", code.name}}});
        }
        codes.push_back(std::move(code));
    }
    if (codes.empty()) reader.fault(path, {"script.no_codes"}, Message{"script.codes_are"});
    return codes;
}

Currency read_currency(const TableReader& reader) {
    if (!reader.has("currency")) return {};
    const std::string code = reader.text("currency");
    const auto amount = parse_money("0 " + code);
    if (amount) return amount->currency;
    if (!code.empty())
        reader.fault(reader.path("currency"), {"script.not_a_currency", {{"value", shown_text(code)}}});
    return {};
}

int read_decimals(const TableReader& reader) {
    if (!reader.has("decimals")) return column::default_decimals;
    const auto decimals = reader.integer("decimals");
    if (decimals && *decimals >= 0 && *decimals <= 9) return static_cast<int>(*decimals);
    if (decimals) reader.fault(reader.path("decimals"), {"script.decimals_out_of_range"});
    return column::default_decimals;
}

TimeUnit read_unit(const TableReader& reader) {
    const std::string name = reader.text("unit");
    const auto unit = parse_time_unit(name);
    if (!unit && !name.empty()) {
        reader.fault(reader.path("unit"), {"script.not_a_unit", {{"value", shown_text(name)}}},
                     Message{"script.units_are"});
    }
    return unit.value_or(TimeUnit::days);
}

std::optional<Field> read_field(const TableReader& record, const Data& item, const std::string& path) {
    const auto type = type_named(item.construct);
    if (!type || *type == Type::list || item.name.empty()) {
        record.fault(path, {"script.not_a_field"}, Message{"script.fields_are"});
        return {};
    }
    check_name(record, path, item.name);
    const TableReader reader(record.inside(item, path, field_shape(*type)).value());
    Field field{.name = item.name,
                .type = *type,
                .required = reader.flag("required"),
                .title = reader.local_text("title")};
    if (*type == Type::money) field.currency = read_currency(reader);
    if (*type == Type::decimal) field.decimals = read_decimals(reader);
    if (*type == Type::duration) field.unit = read_unit(reader);
    if (*type == Type::code) field.codes = read_codes(reader);
    return field;
}

}  // namespace

std::vector<Field> read_fields(const TableReader& reader, std::string_view key) {
    std::vector<Field> fields;
    const std::string path = reader.path(key);
    const auto& items = reader.list(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string item_path = TableReader::item_path(path, i);
        auto field = read_field(reader, items[i], item_path);
        if (!field) continue;
        if (std::ranges::find(fields, field->name, &Field::name) != fields.end()) {
            reader.fault(item_path, {"script.declared_twice", {{"name", field->name}}});
        }
        fields.push_back(std::move(*field));
    }
    if (fields.empty()) reader.fault(path, {"script.no_fields"}, Message{"script.fields_are"});
    return fields;
}

}  // namespace cadran::script
