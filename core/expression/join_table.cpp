// SPDX-License-Identifier: Apache-2.0
#include "expression/join_table.h"

#include <algorithm>
#include <array>

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

bool mean_the_same(const Equality& one, const Equality& other) {
    if (one.field != other.field) return false;
    const auto* field = std::get_if<FieldOperand>(&one.other.what);
    const auto* other_field = std::get_if<FieldOperand>(&other.other.what);
    if (field != nullptr && other_field != nullptr)
        return field->source == other_field->source && field->field == other_field->field;
    const auto* literal = std::get_if<Literal>(&one.other.what);
    const auto* other_literal = std::get_if<Literal>(&other.other.what);
    return literal != nullptr && other_literal != nullptr &&
           value_of(literal->value) == value_of(other_literal->value);
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

bool JoinTable::serves(const Query& query, std::size_t join) const {
    const std::vector<Source>& others = query.names()->sources;
    const Source& own = names_->sources[source_];
    const Source& other = others.at(join + 1);
    return names_->sources.front().schema == others.front().schema && own.schema == other.schema &&
           std::ranges::equal(own.key, other.key, mean_the_same);
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
    bool is_known = false;
    for_each(*key, [&](std::uint32_t index) {
        Entry& other = entries_[index];
        is_known = equal_keys(*batch, row, own_fields_, *other.batch, other.row, own_fields_);
        if (is_known) other.several = has_several_ = true;
        return is_known;
    });
    if (!is_known) insert(*key, {batch, row, false});
}

void JoinTable::insert(std::uint64_t hash, Entry entry) {
    if (entries_.size() * 2 >= places_.size()) {
        std::vector<Place> before(places_.size() * 2);
        places_.swap(before);
        for (const Place& place : before) {
            if (place.entry != nothing) settle(place);
        }
    }
    settle({hash, static_cast<std::uint32_t>(entries_.size())});
    const auto& key = entry.batch->columns[own_fields_.empty() ? 0 : own_fields_.front()].values;
    if (const auto* texts = std::get_if<column::Texts>(&key); texts != nullptr && own_fields_.size() == 1)
        texts_.push_back(texts->at(entry.row));
    entries_.push_back(std::move(entry));
}

void JoinTable::settle(const Place& place) {
    std::size_t at = place.hash & (places_.size() - 1);
    while (places_[at].entry != nothing) at = (at + 1) & (places_.size() - 1);
    places_[at] = place;
}

template <typename Take>
void JoinTable::for_each(std::uint64_t hash, const Take& take) const {
    for (std::size_t at = hash & (places_.size() - 1); places_[at].entry != nothing;
         at = (at + 1) & (places_.size() - 1)) {
        if (places_[at].hash == hash && take(places_[at].entry)) return;
    }
}

Match JoinTable::find(const RecordBatch& record, std::size_t row) const {
    return match(find_entry(record, row));
}

Match JoinTable::match(std::uint32_t entry) const {
    if (entry == nothing) return {};
    const Entry& found = entries_[entry];
    return found.several ? Match{Match::Rows::several}
                         : Match{Match::Rows::one, found.batch.get(), found.row};
}

std::uint32_t JoinTable::find_entry(const RecordBatch& record, std::size_t row) const {
    std::uint32_t entry = nothing;
    const auto key = hash(record, row, record_fields_);
    if (!key) return entry;
    for_each(*key, [&](std::uint32_t index) {
        const Entry& found = entries_[index];
        if (!equal_keys(record, row, record_fields_, *found.batch, found.row, own_fields_)) return false;
        entry = index;
        return true;
    });
    return entry;
}

void JoinTable::find_all(const RecordBatch& record, std::vector<std::uint32_t>& entries) const {
    entries.assign(record.rows, nothing);
    const column::Column* column =
        record_fields_.size() == 1 ? &record.columns[record_fields_.front()] : nullptr;
    const auto* texts = column == nullptr ? nullptr : std::get_if<column::Texts>(&column->values);
    if (texts != nullptr && texts_.size() == entries_.size()) return find_texts(*column, *texts, entries);
    for (std::size_t row = 0; row < record.rows; ++row) entries[row] = find_entry(record, row);
}

// In steps over many rows, each of which asks early for the memory that the next one needs: a large table
// lies outside of the caches.
void JoinTable::find_texts(const column::Column& column, const column::Texts& keys,
                           std::vector<std::uint32_t>& entries) const {
    constexpr std::size_t at_once = 256;
    std::array<std::uint64_t, at_once> hashes{};
    for (std::size_t base = 0; base < entries.size(); base += at_once) {
        const std::size_t count = std::min(at_once, entries.size() - base);
        for (std::size_t i = 0; i < count; ++i) {
            hashes[i] = mixed(fingerprint(Value{true, {}, keys.at(base + i)}));
            __builtin_prefetch(&places_[hashes[i] & (places_.size() - 1)]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            for_each(hashes[i], [&](std::uint32_t index) {
                entries[base + i] = index;
                __builtin_prefetch(&texts_[index]);
                return true;
            });
        }
        for (std::size_t i = 0; i < count; ++i) {
            if (entries[base + i] != nothing) __builtin_prefetch(texts_[entries[base + i]].data());
        }
        for (std::size_t i = 0; i < count; ++i) {
            std::uint32_t& entry = entries[base + i];
            if (column.present[base + i] == 0)
                entry = nothing;
            else if (entry != nothing && texts_[entry] != keys.at(base + i))
                entry = find_text(keys.at(base + i), hashes[i]);
        }
    }
}

std::uint32_t JoinTable::find_text(std::string_view key, std::uint64_t hash) const {
    std::uint32_t entry = nothing;
    for_each(hash, [&](std::uint32_t index) {
        if (texts_[index] != key) return false;
        entry = index;
        return true;
    });
    return entry;
}

// None where a field is missing: what is missing equals nothing.
std::optional<std::uint64_t> JoinTable::hash(const RecordBatch& batch, std::size_t row,
                                             std::span<const std::size_t> fields) const {
    std::uint64_t hash = 0;
    for (const std::size_t field : fields) {
        const Value value = value_at(batch, row, field);
        if (!value.present) return {};
        hash = mixed(hash + fingerprint(value));
    }
    return hash;
}

}  // namespace cadran::expression
