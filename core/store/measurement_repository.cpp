// SPDX-License-Identifier: Apache-2.0
#include "store/measurement_repository.h"

#include "store/state.h"

namespace cadran::store {

namespace {

constexpr std::string_view measurement_columns =
    "number, process, indicator, period, numerator, denominator, excluded, exceptions, target, upper_target, "
    "warning, upper_warning, direction, unit, source, figure, currency, comment, measures, imports, actor, "
    "at, sampled, reason";

std::optional<Decimal> read_decimal(const Rows& row, int column) {
    if (row.is_null(column)) return {};
    return Decimal::parse(row.text(column));
}

std::optional<std::string> written(const std::optional<Decimal>& number) {
    if (!number) return {};
    return plain_text(*number);
}

template <typename Enum>
Enum expect_measured(const std::optional<Enum>& value, const Rows& row, int column) {
    if (!value) throw Fault(Fault::Kind::damaged, "unreadable measurement: " + row.text(column));
    return *value;
}

model::Measurement read_measurement(const Rows& row) {
    model::Measurement measurement;
    measurement.number = row.integer(0);
    measurement.process = row.text(1);
    measurement.indicator = row.text(2);
    measurement.period = period_from(row.text(3));
    measurement.numerator = row.integer(4);
    measurement.denominator = row.integer(5);
    measurement.excluded = row.integer(6);
    measurement.exceptions = subjects_from(row.text(7));
    if (const auto target = read_decimal(row, 8)) {
        measurement.target = model::Target{measurement.period.last(), *target, read_decimal(row, 9),
                                           read_decimal(row, 10), read_decimal(row, 11)};
    }
    measurement.direction = expect_measured(model::parse_direction(row.text(12)), row, 12);
    measurement.unit = expect_measured(model::parse_unit(row.text(13)), row, 13);
    measurement.source = expect_measured(model::parse_source(row.text(14)), row, 14);
    measurement.figure = read_decimal(row, 15);
    measurement.currency = expect_measured(parse_currency(row.text(16)), row, 16);
    measurement.comment = row.text(17);
    measurement.measures = versions_from(row.text(18));
    measurement.imports = numbers_from(row.text(19));
    measurement.by = row.text(20);
    measurement.at = row.instant(21);
    measurement.sampled = row.integer(22) != 0;
    measurement.reason = row.text(23);
    return measurement;
}

}  // namespace

std::optional<model::Measurement> MeasurementRepository::newest(const std::string& process,
                                                                const std::string& indicator,
                                                                const calendar::Period& period) {
    static const std::string sql = fmt::format(
        "select {} from measurement where process = $1 and indicator = $2 and period = $3 order by number "
        "desc limit 1",
        measurement_columns);
    Rows row = database_.query(sql, process, indicator, period.text());
    if (!row.next()) return {};
    return read_measurement(row);
}

std::vector<model::Measurement> MeasurementRepository::list(const std::string& process) {
    static const std::string sql = fmt::format(
        "select {} from measurement where $1 = '' or process = $1 order by number", measurement_columns);
    std::vector<model::Measurement> measurements;
    for (Rows row = database_.query(sql, process); row.next();) measurements.push_back(read_measurement(row));
    return measurements;
}

void MeasurementRepository::insert(model::Measurement& measurement) {
    const model::Target target = measurement.target.value_or(model::Target{});
    std::optional<std::string> value;
    if (measurement.target) value = plain_text(target.value);
    database_.execute(
        "insert into measurement (process, indicator, period, numerator, denominator, excluded, exceptions, "
        "target, upper_target, warning, upper_warning, direction, unit, source, figure, currency, comment, "
        "measures, imports, actor, at, sampled, reason) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
        "$11, $12, $13, $14, "
        "$15, $16, $17, $18, $19, $20, $21, $22, $23)",
        measurement.process, measurement.indicator, measurement.period.text(), measurement.numerator,
        measurement.denominator, measurement.excluded, to_json(measurement.exceptions).canonical_text(),
        value, written(target.upper), written(target.warning), written(target.upper_warning),
        model::direction_name(measurement.direction), model::unit_name(measurement.unit),
        model::source_name(measurement.source), written(measurement.figure), measurement.currency.code,
        measurement.comment, to_json(measurement.measures).canonical_text(),
        to_json(measurement.imports).canonical_text(), measurement.by, measurement.at,
        std::int64_t{measurement.sampled}, measurement.reason);
    measurement.number = database_.last_number();
}

}  // namespace cadran::store
