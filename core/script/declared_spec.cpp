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

std::optional<Message> nearest_code(const Field& field, std::string_view typed) {
    std::vector<std::string> codes;
    for (const column::Code& code : field.codes) codes.push_back(code.name);
    return nearest(typed, codes);
}

// Reads a declared spec, or one of its properties, which starts from the examples; it is used once.
class SpecReader {
  public:
    SpecReader(TableReader reader, Place place, const ControlDeclaration& control,
               const std::vector<model::RecordType>& known, const Spec* examples = nullptr)
        : reader_(std::move(reader)),
          place_(std::move(place)),
          control_(control),
          known_(known),
          examples_(examples) {
        known_.push_back(model::decision_record_type());
        known_.push_back(model::suspended_record_type());
    }

    Spec read() {
        Spec spec{.control = control_.control.id};
        spec.place = place_;
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

    std::vector<Variation> take_variations() { return std::move(variations_); }

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
        // Of other types than those it names, a property has the records of the examples.
        if (examples_ != nullptr && !spec.records.empty())
            spec.records.insert(examples_->records.begin(), examples_->records.end());
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
        std::vector<Scalar> first = first_example(type);
        if (!first.empty()) values = first;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const std::string path = TableReader::item_path(list, i);
            const auto record = reader_.inside(items[i], path, fields);
            if (!record) continue;
            if (i > 0) values = first;
            faulty_value_ = false;
            for (const Member& member : items[i].members) {
                const auto field = type.schema->find(member.name);
                if (!field) continue;
                const Read read{type.schema->field(*field), path + "." + member.name};
                values[*field] =
                    read_value(read, member.value, {type.name, batch->rows, *field, member.name});
            }
            if (i == 0 && examples_ == nullptr) first = values;
            if (!faulty_value_ && is_whole(*type.schema, values, path))
                batch->append(values, static_cast<std::int64_t>(i) + 1);
        }
        return batch;
    }

    // What the records of a property do not say.
    std::vector<Scalar> first_example(const model::RecordType& type) const {
        std::vector<Scalar> values;
        if (examples_ == nullptr) return values;
        const auto found = examples_->records.find(type.name);
        if (found == examples_->records.end() || found->second->rows == 0) return values;
        for (std::size_t field = 0; field < type.schema->fields().size(); ++field)
            values.push_back(found->second->scalar(0, field));
        return values;
    }

    struct Read {
        const Field& field;
        std::string path;
    };

    // The value, or the simplest of those that a property gives; then it is one of the variations.
    Scalar read_value(const Read& read, const Data& data, Variation variation) {
        if (data.kind != Data::Kind::table || examples_ == nullptr)
            return value_of(read.field, data, read.path);
        if (!data.items.empty()) {
            for (std::size_t i = 0; i < data.items.size(); ++i) {
                const std::string path = TableReader::item_path(read.path, i);
                variation.choices.push_back(value_of(read.field, data.items[i], path));
            }
            if (!data.members.empty())
                reader_.fault(read.path, {"script.range_and_list"}, Message{"script.variations_are"});
        } else {
            read_range(read, data, variation);
        }
        const Scalar simplest = variation.choices.empty() ? variation.from : variation.choices.front();
        variations_.push_back(std::move(variation));
        return simplest;
    }

    void read_range(const Read& read, const Data& data, Variation& variation) {
        const auto range = reader_.inside(data, read.path, shape("Range"));
        faulty_value_ = faulty_value_ || !range;
        if (!range) return;
        if (!has_ranges(read.field.type)) {
            faulty_value_ = true;
            range->fault(
                read.path,
                {"script.range_of_type", {{"type", std::string(column::type_name(read.field.type))}}},
                Message{"script.variations_are"});
            return;
        }
        const auto bound = [&](std::string_view key) {
            const Data* value = data.find(key);
            if (value == nullptr) {
                faulty_value_ = true;
                range->fault(read.path, {"script.missing_key", {{"key", std::string(key)}}},
                             Message{"script.variations_are"});
                return Scalar{};
            }
            return value_of(read.field, *value, range->path(key));
        };
        variation.from = bound("from");
        variation.to = bound("to");
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
        faulty_value_ = true;
        reader_.fault(path,
                      {"script.spec_value",
                       {{"field", field.name},
                        {"type", std::string(column::type_name(field.type))},
                        {"value", shown_text(text.value_or(""))}}},
                      nearest_code(field, text.value_or("")).value_or(value_form(field.type)));
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
        if (examples_ != nullptr) spec.parameters = examples_->parameters;
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
            const auto index = static_cast<std::size_t>(found - parameters.begin());
            const bool varies =
                member.value.kind == Data::Kind::table && examples_ != nullptr && found->type != Type::list;
            if (varies) {
                const Field field = field_like(*found);
                spec.parameters[index] = read_value({field, path}, member.value, {"", 0, index, member.name});
                continue;
            }
            auto value = parse_parameter(*found, text_of_value(member.value).value_or(""));
            if (value)
                spec.parameters[index] = std::move(*value);
            else
                reader_.fault(path, value.error().diagnostics.front().what,
                              value.error().diagnostics.front().hint);
        }
    }

    static Field field_like(const model::Parameter& parameter) {
        Field field{.name = parameter.name, .type = parameter.type};
        if (const auto* money = std::get_if<Money>(&parameter.default_value))
            field.currency = money->currency;
        if (const auto* duration = std::get_if<Duration>(&parameter.default_value))
            field.unit = duration->unit;
        return field;
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
        const auto unknown = [&](std::string_view key, const std::string& value,
                                 const std::vector<std::string>& words) {
            const Message known{"script.known_words", {{"words", fmt::format("{}", fmt::join(words, ", "))}}};
            entry.fault(entry.path(key),
                        {"script.unknown_word", {{"key", std::string(key)}, {"value", shown_text(value)}}},
                        nearest(value, words).value_or(known));
        };
        if (const auto severity = entry.optional_text("severity")) {
            expected.severity = model::parse_severity(*severity);
            std::vector<std::string> words;
            for (const model::Severity one : model::all_severities)
                words.emplace_back(model::severity_name(one));
            if (!expected.severity) unknown("severity", *severity, words);
        }
        if (const auto effect = entry.optional_text("effect")) {
            expected.effect = model::parse_effect(*effect);
            if (!expected.effect) unknown("effect", *effect, {"hold", "check", "flag"});
        }
        expected.message = entry.optional_text("message");
        if (expected.message && !control_.messages.contains(*expected.message)) {
            std::vector<std::string> ids;
            for (const auto& [id, text] : control_.messages) ids.push_back(id);
            unknown("message", *expected.message, ids);
        }
    }

    TableReader reader_;
    Place place_;
    const ControlDeclaration& control_;
    std::vector<model::RecordType> known_;
    const Spec* examples_;
    std::vector<Variation> variations_;
    bool faulty_value_ = false;  // told already
};

std::vector<Property> read_properties(const TableReader& reader, const Spec& examples,
                                      const ControlDeclaration& control,
                                      const std::vector<model::RecordType>& known) {
    std::vector<Property> properties;
    const std::vector<Data>& items = reader.list("properties");
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::string path = TableReader::item_path(reader.path("properties"), i);
        if (items[i].construct != "property" || items[i].name.empty()) {
            reader.fault(path, {"script.not_a_property"}, Message{"script.properties_are"});
            continue;
        }
        const auto own = reader.inside(items[i], path, shape("Property"));
        if (!own) continue;
        const Place place{reader.declaration().file, items[i].line, 0};
        SpecReader one(*own, place, control, known, &examples);
        Property property{items[i].name, one.read(), {}};
        property.variations = one.take_variations();
        properties.push_back(std::move(property));
    }
    return properties;
}

}  // namespace

std::optional<ReadSpec> read_spec(const Declaration& declaration, const ControlDeclaration& control,
                                  const std::vector<model::RecordType>& known, Diagnostics& faults) {
    const std::size_t faults_before = faults.size();
    const TableReader reader(declaration, declaration.data, "", shape("Spec"), faults);
    ReadSpec read{SpecReader(reader, reader.place(""), control, known).read(), {}};
    if (faults.size() > faults_before) return {};
    read.properties = read_properties(reader, read.spec, control, known);
    if (faults.size() > faults_before) return {};
    return read;
}

}  // namespace cadran::script
