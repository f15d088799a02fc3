// SPDX-License-Identifier: Apache-2.0
#include "expression/value.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <stdexcept>

namespace cadran::expression {

using namespace column;

Value value_at(const RecordBatch& batch, std::size_t row, std::size_t field) {
    if (!batch.has(row, field)) return {};
    const auto& values = batch.columns[field].values;
    if (const auto* numbers = std::get_if<Numbers>(&values)) {
        const Field& definition = batch.schema->field(field);
        if (definition.type != Type::decimal) return {true, (*numbers)[row]};
        return value_of(Decimal{(*numbers)[row], definition.decimals});
    }
    if (const auto* texts = std::get_if<Texts>(&values)) return {true, 0, texts->at(row)};
    return {true, 0, batch.schema->field(field).codes[std::get<Codes>(values)[row]].name};
}

Value value_of(const Scalar& scalar) {
    struct Reader {
        Value operator()(Missing) const { return {}; }
        Value operator()(bool value) const { return {true, value ? 1 : 0}; }
        Value operator()(std::int64_t value) const { return {true, value}; }
        Value operator()(const Decimal& value) const {
            Wide power = 1;
            for (int i = 0; i < value.scale; ++i) power *= 10;
            return {true, Exact(value.units, power)};
        }
        Value operator()(const Duration& value) const { return {true, value.count}; }
        Value operator()(const column::List&) const { return {}; }
        Value operator()(const Money& value) const { return {true, value.cents}; }
        Value operator()(Date value) const {
            return {true, std::chrono::sys_days{value}.time_since_epoch().count()};
        }
        Value operator()(Instant value) const { return {true, value.time_since_epoch().count()}; }
        Value operator()(const std::string& value) const { return {true, 0, value}; }
        Value operator()(Secret value) const { return {true, std::bit_cast<std::int64_t>(value.hash)}; }
    };
    return std::visit(Reader{}, scalar);
}

std::string identity(const Value& value) {
    if (!value.text.empty()) return std::string(value.text);
    std::string bytes;
    for (Wide part : {value.number.numerator(), value.number.denominator()}) {
        for (std::size_t i = 0; i < sizeof(Wide); ++i, part >>= 8) bytes += static_cast<char>(part & 0xFF);
    }
    return bytes;
}

std::uint64_t fingerprint(const Value& value) {
    if (!value.text.empty()) return mixed(std::hash<std::string_view>()(value.text));
    return mixed(static_cast<std::uint64_t>(value.number.numerator()) +
                 static_cast<std::uint64_t>(value.number.denominator()));
}

void require_schema(const RecordBatch& batch, const Schema& schema) {
    const auto same = [](const Field& left, const Field& right) {
        return left.name == right.name && left.type == right.type && left.currency == right.currency &&
               left.decimals == right.decimals && left.unit == right.unit;
    };
    if (!std::ranges::equal(batch.schema->fields(), schema.fields(), same)) {
        throw std::invalid_argument("a batch of another schema than the condition's");
    }
}

}  // namespace cadran::expression
