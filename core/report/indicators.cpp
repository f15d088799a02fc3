// SPDX-License-Identifier: Apache-2.0
#include "report/indicators.h"

#include <array>

#include "format/csv_writer.h"
#include "report/words.h"

namespace cadran::report {

namespace {

// Programs read them by place too: further ones follow at the end.
constexpr std::array indicator_columns{
    "process", "indicator",    "period",     "numerator",    "denominator",   "excluded",
    "value",   "target",       "attainment", "measured_at",  "measured_by",   "exceptions",
    "unit",    "upper_target", "comment",    "interval_low", "interval_high", "reason"};

std::string plain(const std::optional<Decimal>& number) {
    return number ? plain_text(*number) : "";
}

Json json_of(const std::optional<Decimal>& number) {
    return number ? Json(plain_text(*number)) : Json();
}

Json json_of(const model::Measurement& measurement) {
    const auto& target = measurement.target;
    const auto interval = interval_of(measurement);
    Json::Array exceptions;
    for (const model::Subject& subject : measurement.exceptions) {
        exceptions.push_back(Json::Object{{"key", subject.key}, {"type", subject.type}});
    }
    Json::Array measures;
    for (const model::ControlVersion& version : measurement.measures) {
        measures.push_back(
            Json::Object{{"hash", version.hash.hex()}, {"id", version.id}, {"version", version.version}});
    }
    return Json::Object{
        {"attainment", model::attainment_name(measurement.attainment())},
        {"denominator", measurement.denominator},
        {"comment", measurement.comment},
        {"direction", model::direction_name(measurement.direction)},
        {"exceptions", exceptions},
        {"excluded", measurement.excluded},
        {"imports", Json::Array(measurement.imports.begin(), measurement.imports.end())},
        {"indicator", measurement.indicator},
        {"interval", interval ? Json(Json::Object{{"high", plain_text(interval->high)},
                                                  {"low", plain_text(interval->low)}})
                              : Json()},
        {"measured_at", iso_text(measurement.at)},
        {"measured_by", measurement.by},
        {"measures", measures},
        {"number", measurement.number},
        {"numerator", measurement.numerator},
        {"period", measurement.period.text()},
        {"process", measurement.process},
        {"reason", measurement.reason},
        {"sampled", measurement.sampled},
        {"source", model::source_name(measurement.source)},
        {"target", target ? json_of(target->value) : Json()},
        {"unit", model::unit_name(measurement.unit)},
        {"upper_target", target ? json_of(target->upper) : Json()},
        {"upper_warning", target ? json_of(target->upper_warning) : Json()},
        {"value", json_of(measurement.value())},
        {"warning", target ? json_of(target->warning) : Json()},
    };
}

}  // namespace

std::string indicators_csv(const std::vector<model::Measurement>& measurements) {
    format::CsvWriter csv(',', format::CsvWriter::Reader::anybody);
    for (const char* column : indicator_columns) csv.cell(column);
    csv.end_line();
    for (const model::Measurement& measurement : measurements) {
        csv.cell(measurement.process);
        csv.cell(measurement.indicator);
        csv.cell(measurement.period.text());
        csv.cell(std::to_string(measurement.numerator));
        csv.cell(std::to_string(measurement.denominator));
        csv.cell(std::to_string(measurement.excluded));
        csv.cell(plain(measurement.value()));
        csv.cell(measurement.target ? plain_text(measurement.target->value) : "");
        csv.cell(model::attainment_name(measurement.attainment()));
        csv.cell(iso_text(measurement.at));
        csv.cell(measurement.by);
        csv.cell(std::to_string(measurement.exceptions.size()));
        csv.cell(model::unit_name(measurement.unit));
        csv.cell(measurement.target ? plain(measurement.target->upper) : "");
        csv.cell(measurement.comment);
        const auto interval = interval_of(measurement);
        csv.cell(interval ? plain_text(interval->low) : "");
        csv.cell(interval ? plain_text(interval->high) : "");
        csv.cell(measurement.reason);
        csv.end_line();
    }
    return csv.take();
}

Json indicators_json(const std::vector<model::Measurement>& measurements) {
    Json::Array json;
    for (const model::Measurement& measurement : measurements) json.push_back(json_of(measurement));
    return json;
}

}  // namespace cadran::report
