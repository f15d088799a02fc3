// SPDX-License-Identifier: Apache-2.0
#include "expression/join_table.h"

#include <functional>

#include "expression/names.h"
#include "expression/value.h"

namespace cadran::expression {

using column::RecordBatch;

namespace {

bool equal_keys(const RecordBatch& left, std::size_t left_row, std::span<const std::size_t> left_fields,
                const RecordBatch& right, std::size_t right_row, std::span<const std::size_t> right_fields) {
    for (std::size_t i = 0; i < left_fields.size(); ++i) {
        if (value_at(left, left_row, left_fields[i]) != value_at(right, right_row, right_fields[i]))
            return false;
    }
    return true;
}

bool equals_literals(const RecordBatch& batch, std::size_t row, const std::vector<Equality>& key) {
    for (const Equality& equality : key) {
        const auto* literal = std::get_if<Literal>(&equality.other.what);
        if (literal != nullptr && value_at(batch, row, equality.field) != value_of(literal->value))
            return false;
    }
    return true;
}

}  // namespace

JoinTable::JoinTable(const Query& query, std::size_t join) : names_(query.names()), source_(join + 1) {
    for (const Equality& equality : names_->sources.at(source_).key) {
        const auto* field = std::get_if<FieldOperand>(&equality.other.what);
        if (field == nullptr) continue;
        own_fields_.push_back(equality.field);
        record_fields_.push_back(field->field);
    }
}

void JoinTable::add(std::shared_ptr<const RecordBatch> batch) {
    for (std::size_t row = 0; row < batch->rows; ++row) add(batch, row);
}

void JoinTable::add(const std::shared_ptr<const RecordBatch>& batch, std::size_t row) {
    const Source& source = names_->sources[source_];
    if (schema_ != batch->schema) {
        require_schema(*batch, *source.schema);
        schema_ = batch->schema;
    }
    const auto key = hash(*batch, row, own_fields_);
    if (!key || !equals_literals(*batch, row, source.key)) return;
    const auto [first, last] = entries_.equal_range(*key);
    for (auto entry = first; entry != last; ++entry) {
        const Entry& other = entry->second;
        if (!equal_keys(*batch, row, own_fields_, *other.batch, other.row, own_fields_)) continue;
        entry->second.several = true;
        return;
    }
    entries_.emplace(*key, Entry{batch, row, false});
}

Match JoinTable::find(const RecordBatch& record, std::size_t row) const {
    const auto key = hash(record, row, record_fields_);
    if (!key) return {};
    const auto [first, last] = entries_.equal_range(*key);
    for (auto entry = first; entry != last; ++entry) {
        const Entry& found = entry->second;
        if (!equal_keys(record, row, record_fields_, *found.batch, found.row, own_fields_)) continue;
        if (found.several) return {Match::Rows::several};
        return {Match::Rows::one, found.batch.get(), found.row};
    }
    return {};
}

// None where a field is missing: what is missing equals nothing.
std::optional<std::size_t> JoinTable::hash(const RecordBatch& batch, std::size_t row,
                                           std::span<const std::size_t> fields) const {
    std::size_t hash = 0;
    for (const std::size_t field : fields) {
        const Value value = value_at(batch, row, field);
        if (!value.present) return {};
        const std::size_t part =
            static_cast<std::size_t>(value.number.numerator()) ^ std::hash<std::string_view>{}(value.text);
        hash = hash * 0x9E3779B97F4A7C15U + part;
    }
    return hash;
}

}  // namespace cadran::expression
