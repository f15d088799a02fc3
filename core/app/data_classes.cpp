// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/data.h"
#include "control/classes.h"
#include "control/gaps.h"

namespace cadran::app {

namespace {

using control::Class;
using Form = AnalysisCell::Form;

constexpr std::int64_t most_classes = 100;

// Days behind a date, as a field would have them.
column::Field days_field() {
    column::Field field;
    field.type = column::Type::integer;
    return field;
}

AnalysisCell bound_cell(const column::Field& field, const std::optional<std::int64_t>& bound) {
    return bound ? units_cell(field, *bound) : AnalysisCell{};
}

// The classes as a table; with a field to add up, its sums and their shares.
void tabulate(const std::vector<Class>& classes, const column::Field& by, const column::Field* summed,
              Analysis& analysis) {
    analysis.columns = {{"from", {"app.class_from"}, true},
                        {"below", {"app.class_below"}, true},
                        {"count", {"app.class_count"}, true},
                        {"count_share", {"app.class_count_share"}, true}};
    if (summed != nullptr) {
        analysis.columns.push_back({"sum", {"app.class_sum", {{"field", summed->title}}}, true});
        analysis.columns.push_back({"sum_share", {"app.class_sum_share"}, true});
    }
    analysis.columns.push_back({"bar", {"app.class_bar"}, false, true});
    double count = 0, sum = 0;
    for (const Class& one : classes) {
        count += static_cast<double>(one.count);
        sum += static_cast<double>(one.sum.value_or(0));
    }
    for (const Class& one : classes) {
        const double its_count = static_cast<double>(one.count);
        std::vector<AnalysisCell> row{bound_cell(by, one.from), bound_cell(by, one.below), cell_of(one.count),
                                      share_cell(its_count, count, Form::percent)};
        if (summed != nullptr) {
            row.push_back(bound_cell(*summed, one.sum));
            row.push_back(share_cell(static_cast<double>(one.sum.value_or(0)), sum, Form::percent));
        }
        row.push_back(share_cell(its_count, count, Form::bar));
        analysis.rows.push_back(std::move(row));
    }
}

Result<std::vector<std::int64_t>> stratum_bounds(const StratifyRecords& command, const column::Field& field,
                                                 std::span<const control::Measured> measured) {
    if (command.bounds.has_value() == command.classes.has_value())
        return invalid(Message{"app.bounds_or_classes"});
    if (command.bounds) return bounds_of(*command.bounds, field);
    if (*command.classes < 2 || *command.classes > most_classes)
        return invalid(Message{"app.classes_beyond", {{"most", most_classes}}});
    return control::equal_bounds(measured, *command.classes);
}

}  // namespace

Result<Analysis> stratify_records(Session& session, const StratifyRecords& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto place = number_field_of(records->type, command.by);
    if (!place) return tl::unexpected(place.error());
    const column::Field& field = records->type.schema->field(*place);
    const control::Numbers numbers = control::numbers_of(records->population, *place);
    std::vector<control::Measured> measured;
    for (const std::int64_t value : numbers.values) measured.push_back({value, value});
    const auto bounds = stratum_bounds(command, field, measured);
    if (!bounds) return tl::unexpected(bounds.error());
    Analysis analysis;
    tabulate(control::classify(measured, *bounds), field, &field, analysis);
    remark_on(*records, analysis);
    remark_on_missing(numbers.missing, field, analysis);
    return analysis;
}

Result<Analysis> age_records(Session& session, const AgeRecords& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto place = date_field_of(records->type, command.from);
    if (!place) return tl::unexpected(place.error());
    std::optional<std::size_t> summed;
    if (command.sum) {
        const auto found = number_field_of(records->type, *command.sum);
        if (!found) return tl::unexpected(found.error());
        summed = *found;
    }
    const auto to = command.to ? Result<Date>(*command.to) : today(session);
    if (!to) return tl::unexpected(to.error());
    auto bounds = bounds_of(command.bounds, days_field());
    if (!bounds) return tl::unexpected(bounds.error());
    if (bounds->empty() || bounds->front() > 0) bounds->insert(bounds->begin(), 0);

    const std::int64_t last = std::chrono::sys_days{*to}.time_since_epoch().count();
    std::vector<control::Measured> measured;
    std::int64_t missing = 0, without_amount = 0;
    for (const control::RecordRow& record : records->population) {
        const auto day = record.number(*place);
        const auto amount = summed ? record.number(*summed) : 0;
        if (!day) ++missing;
        if (day && !amount) ++without_amount;
        if (day) measured.push_back({last - *day, amount.value_or(0)});
    }
    std::vector<control::Class> classes = control::classify(measured, *bounds);
    // Days to come are said where there are any.
    if (classes.front().count == 0 && classes.size() > 1) classes.erase(classes.begin());
    Analysis analysis;
    const column::Schema& schema = *records->type.schema;
    tabulate(classes, days_field(), summed ? &schema.field(*summed) : nullptr, analysis);
    analysis.remarks.push_back({"app.age_up_to", {{"field", schema.field(*place).title}, {"date", *to}}});
    remark_on(*records, analysis);
    remark_on_missing(missing, schema.field(*place), analysis);
    if (summed) remark_on_missing(without_amount, schema.field(*summed), analysis);
    return analysis;
}

Result<Analysis> find_gaps(Session& session, const FindGaps& command) {
    const auto records = choose_records(session, command.records);
    if (!records) return tl::unexpected(records.error());
    const auto place = open_field_of(records->type, command.by);
    if (!place) return tl::unexpected(place.error());
    const column::Field& field = records->type.schema->field(*place);
    if (field.type != column::Type::integer && field.type != column::Type::text)
        return invalid(
            Message{"app.field_without_sequence", {{"field", field.name}, {"type", records->type.name}}});
    const control::Sequence sequence = control::gaps_of(records->population, *place);
    Analysis analysis;
    analysis.columns = {{"series", {"app.gap_series"}},
                        {"first", {"app.gap_first"}},
                        {"last", {"app.gap_last"}},
                        {"missing", {"app.gap_missing"}, true}};
    std::int64_t missing = 0, repeated = 0, numbers = 0;
    for (const control::Series& series : sequence.series) {
        for (const control::Gap& gap : series.gaps)
            analysis.rows.push_back({cell_of(fmt::format("{} – {}", series.first, series.last)),
                                     cell_of(gap.first), cell_of(gap.last), cell_of(gap.count)});
        missing += series.missing;
        repeated += series.repeated;
        numbers += series.numbers;
    }
    remark_on(*records, analysis);
    analysis.remarks.push_back(
        {"app.gaps_found",
         {{"count", missing}, {"numbers", numbers}, {"series", std::ssize(sequence.series)}}});
    if (repeated > 0) analysis.remarks.push_back({"app.numbers_repeated", {{"count", repeated}}});
    if (sequence.without_number > 0)
        analysis.remarks.push_back({"app.records_without_number", {{"count", sequence.without_number}}});
    analysis.found = missing > 0;
    return analysis;
}

}  // namespace cadran::app
