// SPDX-License-Identifier: Apache-2.0
#include "expression/value_set.h"

#include <stdexcept>

#include "expression/value.h"

namespace cadran::expression {

void ValueSet::add(const column::RecordBatch& batch, std::size_t row) {
    const auto field = batch.schema->find(of_.field);
    if (!field) throw std::invalid_argument("a batch without field " + of_.field);
    const Value value = value_at(batch, row, *field);
    if (!value.present || !values_.insert(identity(value)).second) return;
    if (values_.size() * 4 > places_.size()) {
        std::vector<std::uint64_t> before(places_.size() * 2, nothing);
        places_.swap(before);
        for (const std::uint64_t known : before) places_[place(known)] = known;
    }
    const std::uint64_t one = fingerprint(value);
    places_[place(one)] = one;
}

std::size_t ValueSet::place(std::uint64_t fingerprint) const {
    std::size_t at = fingerprint & (places_.size() - 1);
    while (places_[at] != nothing && places_[at] != fingerprint) at = (at + 1) & (places_.size() - 1);
    return at;
}

// A fingerprint that is as if there were none is always there.
bool ValueSet::contains(const Value& value) const {
    const std::uint64_t one = fingerprint(value);
    return places_[place(one)] == one && values_.contains(identity(value));
}

bool ValueSet::contains_number(std::int64_t number) const {
    const std::uint64_t one = fingerprint_of_whole(number);
    return places_[place(one)] == one && contains(Value{true, number});
}

}  // namespace cadran::expression
