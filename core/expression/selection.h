// SPDX-License-Identifier: Apache-2.0
// What a query selects of whole sets of records: one by one, in groups, by windows, by sample; plain, and the
// measure of every quicker way.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/hash.h"
#include "expression/evaluator.h"

namespace cadran::expression {

class Lacks;
struct Record;

enum class Standing {
    not_selected,
    selected,     // a candidate, or a member of a group that is one
    not_checked,  // a value that the clauses need is missing
    error,        // the fault says why
};

// What became of one record, in the order in which records were added. Small, since there may be millions.
struct Choice {
    Standing standing = Standing::not_selected;
    std::shared_ptr<const Diagnostic> fault = {};
    // Of a record that is a candidate itself: the values of the query's further names.
    std::vector<column::Scalar> further = {};
    // Of a record that is not checked, and of no other: the fields whose values are missing, as
    // Evaluator::lacking names them; where a value over several records is missing, the first with the key of
    // their record: `C-7: amount`.
    std::shared_ptr<const std::vector<std::string>> lacking = {};
};

// Of several records that are one candidate.
struct Group {
    std::vector<column::Scalar> keys;        // in the order of the query
    std::vector<column::Scalar> aggregates;  // likewise; amounts in whole cents, decimals of at most 9 digits
    std::vector<std::size_t> members;  // records by the order in which they were added, sorted by their key
};

// The part of a sample that its strata ask for.
struct Stratum {
    std::vector<column::Scalar> keys;
    std::int64_t population = 0;  // candidates before the sample was drawn
    std::int64_t size = 0;
};

// Bytes that are in the order of the keys of groups and of strata: that of their texts.
std::string order_of(const std::vector<column::Scalar>& keys);
void sort_by_keys(std::vector<Stratum>& strata);

struct Selection {
    std::vector<Choice> choices;
    std::vector<Group> groups;    // the candidates of a query over groups, sorted by their keys' text
    std::vector<Stratum> strata;  // of a query with a sample, sorted likewise

    std::int64_t count(Standing standing) const;
};

// Records go in, in any order and in batches of any size, which do not change what is selected.
class Selector {
  public:
    // `key` is the field that names a record; the seed decides which records a sample takes.
    Selector(Evaluator& evaluator, std::size_t key, const HashKey& seed);
    ~Selector();
    Selector(const Selector&) = delete;
    Selector& operator=(const Selector&) = delete;

    // For so many records.
    void reserve(std::size_t count);
    // Keeps the batch. A record before the period takes part in groups and windows, but is no candidate
    // itself.
    void add(std::shared_ptr<const column::RecordBatch> batch, std::size_t row, bool in_period = true);

    // Of all records added; to be asked once.
    Selection finish();
    // For this layer: of records that are the sample already, of those strata.
    Selection finish_drawn(std::vector<Stratum> strata);

  private:
    Selection selection(std::optional<std::vector<Stratum>> drawn);

    Evaluator& evaluator_;
    std::size_t key_;
    HashKey seed_;
    std::vector<Record> records_;
    std::vector<Choice> choices_;  // of the records
    std::unique_ptr<Lacks> lacks_;
};

}  // namespace cadran::expression
