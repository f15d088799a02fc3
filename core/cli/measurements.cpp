// SPDX-License-Identifier: Apache-2.0
#include "cli/measurements.h"

#include "model/figure.h"
#include "report/words.h"

namespace cadran::cli {

Cell figure_cell(const Output& output, const model::Measurement& measurement,
                 const std::optional<Decimal>& value) {
    if (!value) return {"–", {}};
    return {model::figure_text(*value, measurement.unit, output.catalogue(), measurement.currency),
            plain_text(*value)};
}

Cell target_cell(const Output& output, const model::Measurement& measurement) {
    if (!measurement.target) return {"–", {}};
    return {model::target_text(*measurement.target, measurement.direction, measurement.unit,
                               output.catalogue(), measurement.currency),
            plain_text(measurement.target->value)};
}

Cell attainment_cell(const Output& output, const model::Measurement& measurement) {
    return {report::attainment_words(measurement, output.catalogue()),
            model::attainment_name(measurement.attainment())};
}

namespace {

// Of what is no share there is nothing to count.
Cell count_cell(const Output& output, const model::Measurement& measurement, std::int64_t count) {
    return measurement.figure ? Cell{"–", {}} : output.cell(count);
}

Cell exceptions_cell(const model::Measurement& measurement) {
    std::vector<std::string> keys;
    Json::Array json;
    for (const model::Subject& subject : measurement.exceptions) {
        keys.push_back(subject.key);
        json.push_back(Json::Object{{"key", subject.key}, {"type", subject.type}});
    }
    return {fmt::format("{}", fmt::join(keys, ", ")), json};
}

}  // namespace

void print_measurements(Output& output, const std::vector<model::Measurement>& measurements) {
    Table table{{{"indicator", {"cli.indicator"}},
                 {"period", {"cli.period"}},
                 {"numerator", {"cli.numerator"}, true},
                 {"denominator", {"cli.denominator"}, true},
                 {"excluded", {"cli.excluded"}, true},
                 {"value", {"cli.value"}, true},
                 {"target", {"cli.target"}, true},
                 {"attainment", {"cli.attainment"}},
                 {"exceptions", {"cli.exceptions"}},
                 {"interval", {"cli.interval"}},
                 {"reason", {"cli.restated_because"}}},
                {}};
    for (const model::Measurement& measurement : measurements) {
        table.rows.push_back(
            {output.cell(measurement.indicator), output.cell(measurement.period.text()),
             count_cell(output, measurement, measurement.numerator),
             count_cell(output, measurement, measurement.denominator), output.cell(measurement.excluded),
             figure_cell(output, measurement, measurement.value()), target_cell(output, measurement),
             attainment_cell(output, measurement), exceptions_cell(measurement),
             output.cell(report::interval_words(measurement, output.catalogue())),
             output.cell(measurement.reason)});
    }
    output.table(table);
}

}  // namespace cadran::cli
