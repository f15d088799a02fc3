// SPDX-License-Identifier: Apache-2.0
#include "expression/aggregate.h"

#include <algorithm>
#include <set>

namespace cadran::expression {

using column::Type;

namespace {

Exact sum(const std::vector<Value>& values) {
    Exact total;
    for (const Value& value : values) total = total + value.number;
    return total;
}

Exact divided(const Exact& number, std::size_t by) {
    return number * Exact(1, static_cast<Wide>(by));
}

// The middle one; of an even number, the mean of the two in the middle.
Exact median(std::vector<Value> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    if (values.size() % 2 == 1) return values[middle].number;
    return divided(values[middle - 1].number + values[middle].number, 2);
}

Decimal decimal_of(const Exact& number) {
    Decimal decimal{(number * Exact(1'000'000'000)).rounded(), 9};
    for (; decimal.scale > 0 && decimal.units % 10 == 0; --decimal.scale) decimal.units /= 10;
    return decimal;
}

}  // namespace

Value aggregated(Aggregation aggregation, std::vector<Value> values) {
    if (aggregation == Aggregation::count) return {true, static_cast<std::int64_t>(values.size())};
    if (!std::ranges::all_of(values, &Value::present)) return {};
    switch (aggregation) {
        case Aggregation::count_distinct: {
            std::set<std::string> distinct;
            for (const Value& value : values) distinct.insert(identity(value));
            return {true, static_cast<std::int64_t>(distinct.size())};
        }
        case Aggregation::min: return *std::ranges::min_element(values);
        case Aggregation::max: return *std::ranges::max_element(values);
        case Aggregation::mean: return {true, divided(sum(values), values.size())};
        case Aggregation::median: return {true, median(std::move(values))};
        case Aggregation::sum:
        case Aggregation::count: break;
    }
    return {true, sum(values)};
}

column::Scalar scalar_of(const Value& value, Type type, const Currency& currency, TimeUnit unit) {
    if (!value.present) return {};
    switch (type) {
        case Type::boolean: return value.number != Exact(0);
        case Type::integer: return value.number.rounded();
        case Type::decimal: return decimal_of(value.number);
        case Type::money: return Money{value.number.rounded(), currency};
        case Type::date: return Date{std::chrono::sys_days{std::chrono::days{value.number.rounded()}}};
        case Type::time: return Instant{std::chrono::microseconds{value.number.rounded()}};
        case Type::duration: return Duration{value.number.rounded(), unit};
        case Type::secret: return column::Secret{static_cast<std::uint64_t>(value.number.rounded())};
        case Type::text:
        case Type::code:
        case Type::list: break;
    }
    return std::string(value.text);
}

}  // namespace cadran::expression
