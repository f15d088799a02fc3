// SPDX-License-Identifier: Apache-2.0
#include "script/declared_record.h"

#include "script/declared_field.h"
#include "script/naming.h"
#include "script/table_reader.h"
#include "script/text_of.h"

namespace cadran::script {

using column::Field;
using column::Type;

namespace {

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
    type.schema = std::make_shared<column::Schema>(read_fields(reader, "fields"));
    type.key = read_role(reader, *type.schema, "key", Type::text, true);
    type.event_date = read_role(reader, *type.schema, "event_date", Type::date, true);
    if (reader.has("handler")) type.handler = read_role(reader, *type.schema, "handler", Type::text, false);
    type.retention = read_retention(reader);
    return type;
}

}  // namespace cadran::script
