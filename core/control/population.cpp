// SPDX-License-Identifier: Apache-2.0
#include "control/population.h"

#include <map>

namespace cadran::control {

std::optional<std::int64_t> RecordRow::number(std::size_t field) const {
    if (!has(field)) return {};
    return std::get<column::Numbers>(batch->columns[field].values)[row];
}

Numbers numbers_of(const Population& population, std::size_t field) {
    Numbers numbers;
    numbers.values.reserve(population.size());
    for (const RecordRow& record : population) {
        if (const auto value = record.number(field))
            numbers.values.push_back(*value);
        else
            ++numbers.missing;
    }
    return numbers;
}

std::vector<Part> parts_of(const Population& population, std::size_t field) {
    std::map<std::string, Part> parts;
    for (const RecordRow& record : population) {
        column::Scalar value = record.scalar(field);
        Part& part = parts[column::plain_text(value)];
        if (part.records.empty()) part.value = std::move(value);
        part.records.push_back(record);
    }
    std::vector<Part> in_order;
    for (auto& [text, part] : parts) in_order.push_back(std::move(part));
    return in_order;
}

}  // namespace cadran::control
