// SPDX-License-Identifier: Apache-2.0
// The values of a field of another record type, for `in type.field`.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "column/record_batch.h"

namespace cadran::expression {

// What a semi-join looks in.
struct SemiJoin {
    std::string type;
    std::string field;

    friend auto operator<=>(const SemiJoin&, const SemiJoin&) = default;
};

struct Value;

// Filled first, then read by any number of threads.
class ValueSet {
  public:
    explicit ValueSet(SemiJoin of) : of_(std::move(of)) {}

    const SemiJoin& of() const { return of_; }
    // A record of the type; a missing value is ignored. Throws std::invalid_argument where the batch has no
    // such field.
    void add(const column::RecordBatch& batch, std::size_t row);

    // For this layer.
    bool contains(const Value& value) const;

  private:
    std::size_t place(std::uint64_t fingerprint) const { return fingerprint & (places_.size() - 1); }

    SemiJoin of_;
    std::set<std::string> values_;  // in the form of `identity`
    // A bit for each of many places: where it is not set, no value has a fingerprint of that place.
    std::vector<std::uint64_t> fingerprints_;
    std::vector<bool> places_ = std::vector<bool>(least_places);
    static constexpr std::size_t least_places = 1024;
};

}  // namespace cadran::expression
