// SPDX-License-Identifier: Apache-2.0
#include "script/declared_population.h"

#include "script/naming.h"
#include "script/parameter.h"
#include "script/text_of.h"

namespace cadran::script {

using column::Scalar;
using column::Type;
using model::Parameter;

namespace {

// The items parted by commas; none where one of them is no text or has a comma itself.
std::optional<std::string> written_list(const Data& value) {
    std::string text;
    for (const Data& item : value.items) {
        if (item.kind != Data::Kind::text || item.text.find(',') != std::string::npos) return {};
        text += (text.empty() ? "" : ",") + item.text;
    }
    return text;
}

// As text, where Lua's type is the one in which values of that parameter are written.
std::optional<std::string> written(const Data& value, Type type) {
    switch (value.kind) {
        case Data::Kind::boolean:
            return type == Type::boolean ? std::optional<std::string>(value.boolean ? "true" : "false")
                                         : std::nullopt;
        case Data::Kind::integer:
            return type == Type::integer || type == Type::decimal
                       ? std::optional(std::to_string(value.integer))
                       : std::nullopt;
        case Data::Kind::number: return type == Type::decimal ? std::optional(value.text) : std::nullopt;
        case Data::Kind::text:
            return type == Type::integer || type == Type::boolean || type == Type::list
                       ? std::nullopt
                       : std::optional(value.text);
        case Data::Kind::table: return type == Type::list ? written_list(value) : std::nullopt;
        default: return {};
    }
}

// The value of `default`, `minimum` or `maximum`.
Scalar read_value(const TableReader& reader, const Data& table, const Parameter& parameter,
                  std::string_view key) {
    const Data* value = table.find(key);
    if (value == nullptr) return {};
    const auto text = written(*value, parameter.type);
    if (!text) {
        reader.fault(reader.path(key), {"script.value_of_other_type", {{"key", std::string(key)}}},
                     value_form(parameter.type));
        return {};
    }
    const auto parsed = parse_parameter(parameter, *text);
    if (parsed) return *parsed;
    const Diagnostic& fault = parsed.error().diagnostics.front();
    reader.fault(reader.path(key), fault.what, fault.hint);
    return {};
}

std::optional<Parameter> read_parameter(const TableReader& declaration, const Member& member) {
    const std::string path = declaration.path("parameters") + "." + member.name;
    const auto type = type_named(member.value.construct);
    const Shape* known = type ? parameter_shape(*type) : nullptr;
    if (known == nullptr || !member.value.name.empty()) {
        declaration.fault(path, {"script.not_a_parameter", {{"name", member.name}}},
                          Message{"script.parameters_are"});
        return {};
    }
    check_name(declaration, path, member.name);
    const TableReader reader(declaration.inside(member.value, path, *known).value());
    Parameter parameter{
        .name = member.name, .type = *type, .default_value = {}, .help = reader.local_text("help")};
    if (!reader.has("default")) reader.fault(path, {"script.missing_key", {{"key", std::string("default")}}});
    parameter.default_value = read_value(reader, member.value, parameter, "default");
    // The limits are in the currency of the default, which must lie between them.
    Parameter unlimited = parameter;
    parameter.minimum = read_value(reader, member.value, unlimited, "minimum");
    parameter.maximum = read_value(reader, member.value, unlimited, "maximum");
    if (!column::is_missing(parameter.default_value)) read_value(reader, member.value, parameter, "default");
    return parameter;
}

// Whether each of them declares a parameter at all.
bool read_parameters(const TableReader& reader, std::vector<Parameter>& parameters) {
    const auto& members = reader.members("parameters");
    for (const Member& member : members) {
        if (auto parameter = read_parameter(reader, member)) parameters.push_back(std::move(*parameter));
    }
    return parameters.size() == members.size();
}

Currency currency_of(const Scalar& value) {
    const auto* money = std::get_if<Money>(&value);
    return money == nullptr ? Currency{} : money->currency;
}

TimeUnit unit_of(const Scalar& value) {
    const auto* duration = std::get_if<Duration>(&value);
    return duration == nullptr ? TimeUnit::days : duration->unit;
}

expression::Scope scope(const DeclaredPopulation& declared, const KnownRecords& records) {
    expression::Scope scope;
    scope.from = declared.from->name;
    scope.schema = declared.from->schema;
    for (const Parameter& parameter : declared.parameters) {
        scope.parameters.push_back({parameter.name, parameter.type, currency_of(parameter.default_value),
                                    unit_of(parameter.default_value)});
    }
    for (const model::RecordType& type : records.types) scope.types.emplace(type.name, type.schema);
    for (const model::RecordType& type : {model::decision_record_type(), model::suspended_record_type()})
        scope.types.emplace(type.name, type.schema);
    return scope;
}

expression::Clause clause(const TableReader& reader, const std::string& path, std::string text) {
    return {std::move(text), reader.place_of_text(path)};
}

void append(Diagnostics& faults, const Failure& failure) {
    faults.insert(faults.end(), failure.diagnostics.begin(), failure.diagnostics.end());
}

// The texts in the table at that key, by name. Whether each of them is a text.
bool read_named(const TableReader& reader, std::string_view key, std::vector<model::Join>& texts,
                expression::NamedClauses& clauses) {
    const auto& members = reader.members(key);
    for (const Member& member : members) {
        const std::string path = reader.path(key) + "." + member.name;
        check_name(reader, path, member.name);
        const std::string text = reader.checked_text(member.value, path);
        if (text.empty()) continue;
        texts.push_back({member.name, text});
        clauses.emplace_back(member.name, clause(reader, path, text));
    }
    return clauses.size() == members.size();
}

std::optional<expression::Clause> read_clause(const TableReader& reader, std::string_view key,
                                              std::string& text) {
    text = reader.optional_text(key).value_or("");
    if (text.empty()) return {};
    return clause(reader, reader.path(key), text);
}

void read_group(const TableReader& reader, model::Population& population, expression::Clauses& clauses) {
    const auto group = reader.table("group", shape("Group"));
    if (!group) return;
    if (group->text("by").empty()) return;
    clauses.group = read_clause(*group, "by", population.group);
}

void read_sample(const TableReader& reader, model::Population& population, expression::Clauses& clauses) {
    const auto table = reader.table("sample", shape("Sample"));
    if (!table) return;
    expression::SampleClause sample;
    sample.place = reader.place(reader.path("sample"));
    sample.rate = table->decimal("rate");
    if (table->has("rate") && !sample.rate) return;
    if (table->has("size")) sample.size = table->integer("size");
    sample.by = read_clause(*table, "by", population.sample_by);
    population.sample_rate = sample.rate;
    population.sample_size = sample.size;
    clauses.sample = std::move(sample);
}

// A parameter named like a field would hide it, in conditions and in messages.
void check_parameters(const TableReader& reader, const DeclaredPopulation& declared) {
    for (const Parameter& parameter : declared.parameters) {
        if (!declared.from->schema->find(parameter.name)) continue;
        reader.fault(
            reader.path("parameters") + "." + parameter.name,
            {"script.parameter_like_field", {{"name", parameter.name}, {"record", declared.from->name}}});
    }
}

void read_from(const TableReader& reader, const KnownRecords& records, DeclaredPopulation& declared) {
    const std::string from = reader.text("from");
    declared.population.from = from;
    declared.from = records.find(from);
    if (from.empty() || std::ranges::find(records.names, from) != records.names.end()) return;
    reader.fault(reader.path("from"), {"script.no_such_record", {{"name", shown_text(from)}}},
                 nearest(from, records.names));
}

}  // namespace

const model::RecordType* KnownRecords::find(std::string_view name) const {
    const auto found = std::ranges::find(types, name, &model::RecordType::name);
    return found == types.end() ? nullptr : &*found;
}

DeclaredPopulation read_population(const TableReader& reader, const KnownRecords& records,
                                   Diagnostics& faults) {
    DeclaredPopulation declared;
    read_from(reader, records, declared);
    model::Population& population = declared.population;
    expression::Clauses clauses;
    const bool parameters_are_known = read_parameters(reader, declared.parameters);
    const bool joins_are_known = read_named(reader, "join", population.joins, clauses.joins);
    clauses.where = read_clause(reader, "where", population.where);
    read_group(reader, population, clauses);
    const bool windows_are_known = read_named(reader, "window", population.windows, clauses.windows);
    clauses.having = read_clause(reader, "having", population.having);
    clauses.history = read_clause(reader, "history", population.history);
    read_sample(reader, population, clauses);
    declared.names_are_known = declared.from != nullptr && parameters_are_known && joins_are_known;
    if (!declared.names_are_known || !windows_are_known) return declared;
    check_parameters(reader, declared);
    auto query = expression::Query::compile(scope(declared, records), clauses);
    if (query)
        declared.query = std::move(*query);
    else
        append(faults, query.error());
    return declared;
}

std::optional<expression::Condition> read_condition(const TableReader& reader, std::string_view key,
                                                    const std::string& text,
                                                    const DeclaredPopulation& population,
                                                    Diagnostics& faults) {
    if (text.empty() || !population.query) return {};
    auto condition = population.query->condition(clause(reader, reader.path(key), text));
    if (condition) return std::move(*condition);
    append(faults, condition.error());
    return {};
}

}  // namespace cadran::script
