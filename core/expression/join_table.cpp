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
    const column::Schema& schema = *names_->sources[source_].schema;
    const auto is_text = [&](std::size_t field) {
        return schema.field(field).type == column::Type::text ||
               schema.field(field).type == column::Type::code;
    };
    key_is_one_text_ = own_fields_.size() == 1 && is_text(own_fields_.front());
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
    const auto mark = mark_of(*batch, row, own_fields_);
    if (!mark || !equals_literals(*batch, row, source.key)) return;
    if (used_ * 3 >= places() * 2) grow();
    const std::uint32_t place = find_place(
        *mark, home(*mark), [&](std::uint32_t other) { return is_own_key(other, *batch, row, own_fields_); });
    if (!is_free(place)) {
        entries_[place].several = has_several_ = true;
        return;
    }
    if (batches_.empty() || batches_.back() != batch) batches_.push_back(batch);
    marks_[place] = *mark;
    entries_[place] = {static_cast<std::uint32_t>(batches_.size() - 1), static_cast<std::uint16_t>(row)};
    ++used_;
}

void JoinTable::grow() {
    std::vector<TextMark> marks(places() * 2);
    std::vector<Entry> entries(places() * 2);
    marks_.swap(marks);
    entries_.swap(entries);
    ++bits_;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i] == TextMark()) continue;
        const std::uint32_t place = find_place(marks[i], home(marks[i]), [](std::uint32_t) { return false; });
        marks_[place] = marks[i];
        entries_[place] = entries[i];
    }
}

template <typename Test>
std::uint32_t JoinTable::find_place(const TextMark& mark, std::size_t home, const Test& holds) const {
    for (auto place = static_cast<std::uint32_t>(home);;
         place = static_cast<std::uint32_t>((place + 1) & (marks_.size() - 1))) {
        if (is_free(place)) return place;
        if (marks_[place] == mark && (mark.is_certain() || holds(place))) return place;
    }
}

bool JoinTable::is_own_key(std::uint32_t place, const RecordBatch& batch, std::size_t row,
                           std::span<const std::size_t> fields) const {
    const Entry& entry = entries_[place];
    return equal_keys(batch, row, fields, *batches_[entry.batch], entry.row, own_fields_);
}

Match JoinTable::find(const RecordBatch& record, std::size_t row) const {
    return match(find_key(record, row));
}

Match JoinTable::match(std::uint32_t place) const {
    if (place == nothing) return {};
    const Entry& found = entries_[place];
    return found.several ? Match{Match::Rows::several}
                         : Match{Match::Rows::one, batches_[found.batch].get(), found.row};
}

std::uint32_t JoinTable::find_key(const RecordBatch& record, std::size_t row) const {
    const auto mark = mark_of(record, row, record_fields_);
    if (!mark) return nothing;
    const std::uint32_t place = find_place(*mark, home(*mark), [&](std::uint32_t other) {
        return is_own_key(other, record, row, record_fields_);
    });
    return is_free(place) ? nothing : place;
}

void JoinTable::find_all(const RecordBatch& record, std::vector<std::uint32_t>& found) const {
    found.resize(record.rows);
    if (key_is_one_text_) {
        const column::Column& column = record.columns[record_fields_.front()];
        if (const auto* texts = std::get_if<column::Texts>(&column.values))
            return find_texts(record, column, *texts, found);
    }
    for (std::size_t row = 0; row < record.rows; ++row) found[row] = find_key(record, row);
}

// Asks early for the memory of many places: a large table lies outside of the caches.
void JoinTable::find_texts(const RecordBatch& record, const column::Column& column, const column::Texts& keys,
                           std::vector<std::uint32_t>& found) const {
    constexpr std::size_t at_once = 64;
    std::array<TextMark, at_once> marks{};
    std::array<std::size_t, at_once> homes{};
    for (std::size_t base = 0; base < found.size(); base += at_once) {
        const std::size_t count = std::min(at_once, found.size() - base);
        for (std::size_t i = 0; i < count; ++i) {
            marks[i] = TextMark::of(keys.at(base + i));
            homes[i] = home(marks[i]);
            __builtin_prefetch(&marks_[homes[i]]);
        }
        for (std::size_t i = 0; i < count; ++i) {
            const std::uint32_t place = find_place(marks[i], homes[i], [&](std::uint32_t other) {
                return is_own_key(other, record, base + i, record_fields_);
            });
            found[base + i] = column.present[base + i] == 0 || is_free(place) ? nothing : place;
        }
    }
}

// None where a field is missing: what is missing equals nothing.
std::optional<TextMark> JoinTable::mark_of(const RecordBatch& batch, std::size_t row,
                                           std::span<const std::size_t> fields) const {
    std::uint64_t hash = 0;
    for (const std::size_t field : fields) {
        const Value value = value_at(batch, row, field);
        if (!value.present) return {};
        if (key_is_one_text_) return TextMark::of(value.text);
        hash = mixed(hash + fingerprint(value));
    }
    return TextMark::of_fingerprint(hash);
}

}  // namespace cadran::expression
