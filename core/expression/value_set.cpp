// SPDX-License-Identifier: Apache-2.0
#include "expression/value_set.h"

#include <stdexcept>

#include "expression/value.h"

namespace cadran::expression {

void ValueSet::add(const column::RecordBatch& batch, std::size_t row) {
    const auto field = batch.schema->find(of_.field);
    if (!field) throw std::invalid_argument("a batch without field " + of_.field);
    const Value value = value_at(batch, row, *field);
    if (value.present) values_.insert(identity(value));
}

bool ValueSet::contains(const Value& value) const {
    return values_.contains(identity(value));
}

}  // namespace cadran::expression
