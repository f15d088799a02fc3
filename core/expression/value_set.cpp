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
    constexpr std::size_t places_each = 16;
    fingerprints_.push_back(fingerprint(value));
    if (fingerprints_.size() * places_each > places_.size()) {
        places_.assign(places_.size() * 2, false);
        for (const std::uint64_t known : fingerprints_) places_[place(known)] = true;
    }
    places_[place(fingerprints_.back())] = true;
}

bool ValueSet::contains(const Value& value) const {
    return places_[place(fingerprint(value))] && values_.contains(identity(value));
}

}  // namespace cadran::expression
