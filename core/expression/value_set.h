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

    // For this layer; of a whole number, likewise.
    bool contains(const Value& value) const;
    bool contains_number(std::int64_t number) const;

  private:
    // The place of the fingerprint, or the first free one behind.
    std::size_t place(std::uint64_t fingerprint) const;

    SemiJoin of_;
    std::set<std::string> values_;  // in the form of `identity`
    // Those of their fingerprints, at most a quarter in use; nothing stands where there is none.
    static constexpr std::uint64_t nothing = 0;
    std::vector<std::uint64_t> places_ = std::vector<std::uint64_t>(64, nothing);
};

}  // namespace cadran::expression
