// SPDX-License-Identifier: Apache-2.0
#include "script/declared_record.h"

#include "script/naming.h"
#include "script/parameter.h"
#include "script/table_reader.h"
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

std::vector<Field> read_fields(const TableReader& reader) {
    std::vector<Field> fields;
    const std::string path = reader.path("fields");
    const auto& items = reader.list("fields");
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

// The field that a key names, which must have that type.
std::size_t read_role(const TableReader& reader, const column::Schema& schema, const std::string& key,
                      Type type, bool required) {
    const std::string name = reader.text(key);
    if (name.empty()) return 0;
    const auto index = schema.find(name);
    if (!index) {
        const Message what{"script.no_such_field",
                           {{"name", shown_text(name)}, {"record", reader.declaration().data.name}}};
        reader.fault(reader.path(key), what, nearest(name, schema.names()));
        return 0;
    }
    const Field& field = schema.field(*index);
    const std::string wanted(column::type_name(type));
    if (field.type != type) {
        reader.fault(reader.path(key),
                     {"script.field_of_other_type", {{"key", key}, {"name", name}, {"type", wanted}}});
    } else if (required && !field.required) {
        reader.fault(reader.path(key), {"script.field_not_required", {{"key", key}, {"name", name}}},
                     Message{"script.write_required"});
    }
    return *index;
}

std::optional<model::Retention> read_retention(const TableReader& reader) {
    const auto text = reader.optional_text("retention");
    const auto from = reader.optional_text("retention_from");
    if (!text) {
        if (from) reader.fault(reader.path("retention_from"), {"script.retention_of_nothing"});
        return {};
    }
    const auto length = model::parse_retention_length(*text);
    if (!length) {
        reader.fault(reader.path("retention"), {"script.not_a_retention", {{"value", shown_text(*text)}}},
                     Message{"script.retention_is"});
    }
    const auto start = from ? model::parse_retention_start(*from) : model::RetentionStart::event;
    if (!start) {
        reader.fault(reader.path("retention_from"),
                     {"script.not_a_retention_start", {{"value", shown_text(*from)}}},
                     Message{"script.retention_starts_are"});
    }
    if (!length || !start) return {};
    return model::Retention{*length, *start};
}

}  // namespace

model::RecordType read_record(const Declaration& declaration, Diagnostics& faults) {
    const TableReader reader(declaration, declaration.data, "", shape("Record"), faults);
    model::RecordType type;
    type.name = declaration.data.name;
    if (type.name == model::decision_record_type().name || type.name == model::suspended_record_type().name) {
        reader.fault("", {"script.name_of_the_house", {{"name", type.name}}});
    }
    check_name(reader, "", type.name);
    type.title = reader.local_text("title");
    type.schema = std::make_shared<column::Schema>(read_fields(reader));
    type.key = read_role(reader, *type.schema, "key", Type::text, true);
    type.event_date = read_role(reader, *type.schema, "event_date", Type::date, true);
    if (reader.has("handler")) type.handler = read_role(reader, *type.schema, "handler", Type::text, false);
    type.retention = read_retention(reader);
    return type;
}

}  // namespace cadran::script
