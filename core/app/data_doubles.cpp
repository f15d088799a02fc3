// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "app/data.h"
#include "base/text.h"
#include "control/doubles.h"

namespace cadran::app {

namespace {

std::vector<std::string> names_in(const std::vector<std::string>& lists) {
    std::vector<std::string> names;
    for (const std::string& list : lists) {
        for (const std::string_view name : split(list, ',')) names.emplace_back(trimmed(name));
    }
    return names;
}

Result<control::Nearness> nearness_of(const model::RecordType& type, const std::string& text) {
    const auto parted = std::min(text.find(':'), text.size());
    const auto place = field_of(type, text.substr(0, parted));
    if (!place) return tl::unexpected(place.error());
    const bool is_date = type.schema->field(*place).type == column::Type::date;
    if (!is_date) {
        if (const auto number = number_field_of(type, text.substr(0, parted)); !number)
            return tl::unexpected(number.error());
    }
    std::string distance = text.substr(std::min(parted + 1, text.size()));
    std::ranges::replace(distance, ',', '.');
    const auto read = Decimal::parse(distance);
    const bool fits = read && read->units >= 0 && (is_date ? read->scale == 0 : *read < Decimal{1, 0});
    if (!fits) {
        return invalid(Message{"app.not_a_distance", {{"value", text}}},
                       Message{is_date ? "app.distance_of_dates" : "app.distance_of_numbers"});
    }
    return control::Nearness{*place, *read};
}

Result<std::size_t> digits_field_of(const model::RecordType& type, const std::string& name) {
    const auto place = open_field_of(type, name);
    if (!place) return place;
    const column::Type is = type.schema->field(*place).type;
    if (is == column::Type::text || is == column::Type::integer) return place;
    return invalid(Message{"app.field_without_sequence", {{"field", name}, {"type", type.name}}});
}

Result<control::DoubleSearch> double_search(const model::RecordType& type, const FindDoubles& command) {
    control::DoubleSearch search;
    Diagnostics faults;
    const auto take = [&](auto found, auto& list) {
        if (found)
            list.push_back(*found);
        else
            std::ranges::move(found.error().diagnostics, std::back_inserter(faults));
    };
    // Secrets are compared without being shown.
    for (const std::string& name : names_in(command.same)) take(field_of(type, name), search.same);
    for (const std::string& text : command.near) take(nearness_of(type, text), search.near);
    for (const std::string& name : names_in(command.digits)) take(digits_field_of(type, name), search.digits);
    if (!faults.empty()) return invalid(std::move(faults));
    if (search.same.empty() && search.near.empty() && search.digits.empty())
        return invalid(Message{"app.doubles_of_what"});
    return search;
}

// The key, then what was compared, each once.
std::vector<std::size_t> shown_fields(const model::RecordType& type, const control::DoubleSearch& search) {
    std::vector<std::size_t> fields{type.key};
    const auto show = [&](std::size_t field) {
        if (std::ranges::find(fields, field) == fields.end()) fields.push_back(field);
    };
    std::ranges::for_each(search.same, show);
    std::ranges::for_each(search.near, show, &control::Nearness::field);
    std::ranges::for_each(search.digits, show);
    return fields;
}

}  // namespace

Result<Analysis> find_doubles(Session& session, const FindDoubles& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto search = double_search(records->type, command);
    if (!search) return tl::unexpected(search.error());
    const auto doubles = control::doubles_of(records->population, *search);
    if (!doubles) return invalid(Message{"app.too_many_comparisons"}, Message{"app.name_equal_fields"});
    Analysis analysis;
    const column::Schema& schema = *records->type.schema;
    const std::vector<std::size_t> shown = shown_fields(records->type, *search);
    analysis.columns.push_back({"group", {"app.double_group"}, true});
    for (const std::size_t field : shown) analysis.columns.push_back(column_of(schema.field(field)));
    std::int64_t group = 0;
    std::set<std::size_t> members;  // each once, though it may stand in several groups
    for (const std::vector<std::size_t>& places : doubles->groups) {
        ++group;
        members.insert(places.begin(), places.end());
        for (const std::size_t place : places) {
            std::vector<AnalysisCell> row{cell_of(group)};
            for (const std::size_t field : shown)
                row.push_back(cell_of(schema.field(field), records->population[place].scalar(field)));
            analysis.rows.push_back(std::move(row));
        }
    }
    remark_on(*records, analysis);
    analysis.remarks.push_back({"app.doubles_found", {{"count", group}, {"records", std::ssize(members)}}});
    if (search->same.empty()) analysis.remarks.push_back({"app.doubles_without_equal_field"});
    if (doubles->not_compared > 0)
        analysis.remarks.push_back({"app.records_not_compared", {{"count", doubles->not_compared}}});
    analysis.found = group > 0;
    return analysis;
}

}  // namespace cadran::app
