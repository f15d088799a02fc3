// SPDX-License-Identifier: Apache-2.0
#include "script/property.h"

#include <algorithm>
#include <array>

namespace cadran::script {

using column::Scalar;

namespace {

std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

int finest_scale(const Variation& variation) {
    return std::max(std::get<Decimal>(variation.from).scale, std::get<Decimal>(variation.to).scale);
}

// A value as a whole number of the smallest steps between two of its type.
std::int64_t steps(const Variation& variation, const Scalar& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* money = std::get_if<Money>(&value)) return money->cents;
    if (const auto* date = std::get_if<Date>(&value))
        return std::chrono::sys_days(*date).time_since_epoch().count();
    if (const auto* duration = std::get_if<Duration>(&value)) return duration->count;
    const auto& decimal = std::get<Decimal>(value);
    return decimal.units * power_of_ten(finest_scale(variation) - decimal.scale);
}

}  // namespace

bool has_ranges(column::Type type) {
    using column::Type;
    constexpr std::array ordered{Type::integer, Type::decimal, Type::money, Type::date, Type::duration};
    return std::ranges::find(ordered, type) != ordered.end();
}

std::uint64_t Variation::size() const {
    if (!choices.empty()) return choices.size();
    const std::int64_t first = steps(*this, from), last = steps(*this, to);
    return static_cast<std::uint64_t>(first < last ? last - first : first - last) + 1;
}

Scalar Variation::value(std::uint64_t number) const {
    if (!choices.empty()) return choices[number];
    const std::int64_t first = steps(*this, from);
    const auto away = static_cast<std::int64_t>(number);
    const std::int64_t at = first <= steps(*this, to) ? first + away : first - away;
    if (const auto* money = std::get_if<Money>(&from)) return Money{at, money->currency};
    if (std::holds_alternative<Date>(from)) return Date{std::chrono::sys_days{std::chrono::days{at}}};
    if (const auto* duration = std::get_if<Duration>(&from)) return Duration{at, duration->unit};
    if (std::holds_alternative<Decimal>(from)) return Decimal{at, finest_scale(*this)};
    return at;
}

Spec case_of(const Property& property, const std::vector<std::uint64_t>& numbers) {
    Spec spec = property.spec;
    std::map<std::string, std::vector<std::vector<Scalar>>> rows;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Variation& variation = property.variations[i];
        if (variation.record.empty()) {
            spec.parameters[variation.index] = variation.value(numbers[i]);
            continue;
        }
        auto [type, is_new] = rows.try_emplace(variation.record);
        if (is_new) {
            const column::RecordBatch& batch = *spec.records.at(variation.record);
            type->second.resize(batch.rows);
            for (std::size_t row = 0; row < batch.rows; ++row) {
                for (std::size_t field = 0; field < batch.columns.size(); ++field)
                    type->second[row].push_back(batch.scalar(row, field));
            }
        }
        type->second[variation.row][variation.index] = variation.value(numbers[i]);
    }
    for (const auto& [type, records] : rows) {
        auto batch = std::make_shared<column::RecordBatch>(spec.records.at(type)->schema);
        for (std::size_t row = 0; row < records.size(); ++row)
            batch->append(records[row], static_cast<std::int64_t>(row) + 1);
        spec.records[type] = std::move(batch);
    }
    return spec;
}

}  // namespace cadran::script
