// SPDX-License-Identifier: Apache-2.0
#include "cli/measurements.h"

namespace cadran::cli {

namespace {

Cell percent_cell(const Output& output, const std::optional<Decimal>& value) {
    if (!value) return {"–", {}};
    return {output.catalogue().percent(*value), plain_text(*value)};
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
                 {"exceptions", {"cli.exceptions"}}},
                {}};
    for (const model::Measurement& measurement : measurements) {
        const model::Attainment attainment = measurement.attainment();
        table.rows.push_back({output.cell(measurement.indicator),
                              output.cell(measurement.period.text()),
                              output.cell(measurement.numerator),
                              output.cell(measurement.denominator),
                              output.cell(measurement.excluded),
                              percent_cell(output, measurement.value()),
                              percent_cell(output, measurement.target),
                              {output.catalogue().text(model::attainment_title(attainment)),
                               model::attainment_name(attainment)},
                              exceptions_cell(measurement)});
    }
    output.table(table);
}

}  // namespace cadran::cli
