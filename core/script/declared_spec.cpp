// SPDX-License-Identifier: Apache-2.0
#include "script/declared_spec.h"

#include <algorithm>

#include "base/hash.h"
#include "base/text.h"
#include "script/parameter.h"
#include "script/shape.h"
#include "script/table_reader.h"
#include "script/text_of.h"

namespace cadran::script {

using column::Field;
using column::Scalar;
using column::Type;

namespace {

std::vector<std::string> split_keys(std::string_view text) {
    std::vector<std::string> keys;
    for (const std::string_view part : split(text, ',')) keys.emplace_back(trimmed(part));
    std::ranges::sort(keys);
    return keys;
}

std::optional<Scalar> other_value(const Field& field, std::string_view text) {
    if (field.type == Type::secret) return column::Secret{keyed_hash(HashKey{}, text)};
    if (field.type == Type::time) {
        const auto time = parse_instant(text);
        return time ? std::optional<Scalar>(*time) : std::nullopt;
    }
    const bool known = std::ranges::find(field.codes, text, &column::Code::name) != field.codes.end();
    return known ? std::optional<Scalar>(std::string(text)) : std::nullopt;
}

// Reads a declared spec; it is used once.
class SpecReader {
  public:
    SpecReader(const Declaration& declaration, const ControlDeclaration& control,
               const std::vector<model::RecordType>& known, Diagnostics& faults)
        : reader_(declaration, declaration.data, "", shape("Spec"), faults),
          control_(control),
          known_(known) {
        known_.push_back(model::decision_record_type());
        known_.push_back(model::suspended_record_type());
    }

    Spec read() {
        Spec spec{.control = control_.control.id};
        spec.place = reader_.place("");
        read_records(spec);
        read_parameters(spec);
        read_period(spec);
        read_found(spec);
        for (const std::string& key : split_keys(reader_.optional_text("not_checked").value_or(""))) {
            if (!key.empty()) spec.not_checked.push_back(key);
        }
        if (reader_.has("count")) spec.count = reader_.integer("count");
        return spec;
    }

  private:
    void read_records(Spec& spec) {
        for (const Member& member : reader_.members("records")) {
            const std::string path = reader_.path("records") + "." + member.name;
            const auto type = std::ranges::find(known_, member.name, &model::RecordType::name);
            if (type == known_.end()) {
                std::vector<std::string> names;
                for (const model::RecordType& each : known_) names.push_back(each.name);
                reader_.fault(path, {"script.no_such_record", {{"name", shown_text(member.name)}}},
                              nearest(member.name, names));
                continue;
            }
            spec.records.emplace(member.name, batch_of(*type, member.value.items, path));
        }
        if (!spec.records.contains(control_.control.population.from)) {
            reader_.fault(reader_.path("records"),
                          {"script.spec_without_records", {{"record", control_.control.population.from}}});
        }
    }

    // What a record does not say is as in the first of its type.
    std::shared_ptr<const column::RecordBatch> batch_of(const model::RecordType& type,
                                                        const std::vector<Data>& items,
                                                        const std::string& list) {
        auto batch = std::make_shared<column::RecordBatch>(type.schema);
        const Shape fields{type.name, type.schema->names()};
        std::vector<Scalar> values(type.schema->fields().size());
        std::vector<Scalar> first;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string path = TableReader::item_path(list, i);
            const auto record = reader_.inside(items[i], path, fields);
            if (!record) continue;
            if (i > 0) values = first;
            for (const Member& member : items[i].members) {
                if (const auto field = type.schema->find(member.name))
                    values[*field] =
                        value_of(type.schema->field(*field), member.value, path + "." + member.name);
            }
            if (i == 0) first = values;
            if (is_whole(*type.schema, values, path)) batch->append(values, static_cast<std::int64_t>(i) + 1);
        }
        return batch;
    }

    bool is_whole(const column::Schema& schema, const std::vector<Scalar>& values, const std::string& path) {
        bool whole = true;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!schema.field(i).required || !column::is_missing(values[i])) continue;
            reader_.fault(path, {"script.spec_value_missing", {{"field", schema.field(i).name}}});
            whole = false;
        }
        return whole;
    }

    Scalar value_of(const Field& field, const Data& data, const std::string& path) {
        const auto text = text_of_value(data);
        if (text && text->empty()) return {};
        std::optional<Scalar> value;
        if (text && (field.type == Type::secret || field.type == Type::time || field.type == Type::code)) {
            value = other_value(field, *text);
        } else if (text) {
            model::Parameter parameter{
                .name = field.name, .type = field.type, .default_value = {}, .help = {}};
            if (field.type == Type::money) parameter.default_value = Money{0, field.currency};
            if (field.type == Type::duration) parameter.default_value = Duration{0, field.unit};
            auto parsed = parse_parameter(parameter, *text);
            if (parsed) value = std::move(*parsed);
        }
        if (value) return std::move(*value);
        reader_.fault(path,
                      {"script.spec_value",
                       {{"field", field.name},
                        {"type", std::string(column::type_name(field.type))},
                        {"value", shown_text(text.value_or(""))}}},
                      value_form(field.type));
        return {};
    }

    static std::optional<std::string> text_of_value(const Data& data) {
        switch (data.kind) {
            case Data::Kind::boolean: return data.boolean ? "true" : "false";
            case Data::Kind::integer: return std::to_string(data.integer);
            case Data::Kind::number:
            case Data::Kind::text: return data.text;
            default: return {};
        }
    }

    void read_parameters(Spec& spec) {
        const std::vector<model::Parameter>& parameters = control_.control.parameters;
        for (const model::Parameter& parameter : parameters)
            spec.parameters.push_back(parameter.default_value);
        for (const Member& member : reader_.members("parameters")) {
            const std::string path = reader_.path("parameters") + "." + member.name;
            const auto found = std::ranges::find(parameters, member.name, &model::Parameter::name);
            if (found == parameters.end()) {
                std::vector<std::string> names;
                for (const model::Parameter& each : parameters) names.push_back(each.name);
                reader_.fault(path, {"script.spec_parameter", {{"name", shown_text(member.name)}}},
                              nearest(member.name, names));
                continue;
            }
            auto value = parse_parameter(*found, text_of_value(member.value).value_or(""));
            if (value)
                spec.parameters[static_cast<std::size_t>(found - parameters.begin())] = std::move(*value);
            else
                reader_.fault(path, value.error().diagnostics.front().what,
                              value.error().diagnostics.front().hint);
        }
    }

    void read_period(Spec& spec) {
        const auto text = reader_.optional_text("period");
        if (!text) return;
        spec.period = calendar::Period::parse(*text);
        if (!spec.period)
            reader_.fault(reader_.path("period"), {"script.not_a_period", {{"value", shown_text(*text)}}});
    }

    void read_found(Spec& spec) {
        if (!reader_.has("found") && !reader_.has("count"))
            reader_.fault("", {"script.spec_without_expectation"});
        const auto& items = reader_.list("found");
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string path = TableReader::item_path(reader_.path("found"), i);
            ExpectedFinding expected;
            if (items[i].kind == Data::Kind::text) {
                expected.keys = split_keys(items[i].text);
            } else if (const auto entry = reader_.inside(items[i], path, shape("ExpectedFinding"))) {
                expected.keys = split_keys(entry->text("keys"));
                read_verdict(*entry, expected);
            }
            expected.place = reader_.place(path);
            spec.found.push_back(std::move(expected));
        }
    }

    void read_verdict(const TableReader& entry, ExpectedFinding& expected) const {
        const auto unknown = [&](std::string_view key, const std::string& value) {
            entry.fault(entry.path(key),
                        {"script.unknown_word", {{"key", std::string(key)}, {"value", shown_text(value)}}});
        };
        if (const auto severity = entry.optional_text("severity")) {
            expected.severity = model::parse_severity(*severity);
            if (!expected.severity) unknown("severity", *severity);
        }
        if (const auto effect = entry.optional_text("effect")) {
            expected.effect = model::parse_effect(*effect);
            if (!expected.effect) unknown("effect", *effect);
        }
        expected.message = entry.optional_text("message");
        if (expected.message && !control_.messages.contains(*expected.message))
            unknown("message", *expected.message);
    }

    TableReader reader_;
    const ControlDeclaration& control_;
    std::vector<model::RecordType> known_;
};

}  // namespace

std::optional<Spec> read_spec(const Declaration& declaration, const ControlDeclaration& control,
                              const std::vector<model::RecordType>& known, Diagnostics& faults) {
    const std::size_t faults_before = faults.size();
    Spec spec = SpecReader(declaration, control, known, faults).read();
    if (faults.size() > faults_before) return {};
    return spec;
}

}  // namespace cadran::script
