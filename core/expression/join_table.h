// SPDX-License-Identifier: Apache-2.0
// The rows of a joined type, found by the fields that a join compares.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "column/record_batch.h"
#include "expression/query.h"

namespace cadran::expression {

// What a join finds for a record: at most one row, or several, which make the record an error.
struct Match {
    enum class Rows { none, one, several };

    Rows rows = Rows::none;
    const column::RecordBatch* batch = nullptr;  // where rows is one
    std::size_t row = 0;
};

// Filled first, then read by any number of threads.
class JoinTable {
  public:
    // For the join of that index in the query.
    JoinTable(const Query& query, std::size_t join);

    // Keeps the batch. Rows that cannot match anything, because a field of the key is missing or differs from
    // its literal, are left out. Throws std::invalid_argument where the batch is of another type.
    void add(std::shared_ptr<const column::RecordBatch> batch);
    // Adds one of its rows, for callers that know which version of a record is in force.
    void add(const std::shared_ptr<const column::RecordBatch>& batch, std::size_t row);

    // `record` is a batch of the query's own type.
    Match find(const column::RecordBatch& record, std::size_t row) const;
    // Whether some key has several rows.
    bool has_several() const { return has_several_; }

    // For this layer: the entry that each row of the batch finds, `nothing` where it finds none, and what is
    // found.
    static constexpr std::uint32_t nothing = ~std::uint32_t{0};
    void find_all(const column::RecordBatch& record, std::vector<std::uint32_t>& entries) const;
    std::size_t entries() const { return entries_.size(); }
    Match match(std::uint32_t entry) const;
    // Whether that join of the query means the same.
    bool serves(const Query& query, std::size_t join) const;

  private:
    struct Entry {
        std::shared_ptr<const column::RecordBatch> batch;
        std::size_t row;
        bool several;
    };

    // A power of two of them, at most half in use; each leads to an entry, by the place of its hash or
    // behind.
    struct Place {
        std::uint64_t hash = 0;
        std::uint32_t entry = nothing;
    };

    // Calls with each entry of the hash until the call returns true.
    template <typename Take>
    void for_each(std::uint64_t hash, const Take& take) const;
    void insert(std::uint64_t hash, Entry entry);
    void settle(const Place& place);
    std::uint32_t find_entry(const column::RecordBatch& record, std::size_t row) const;
    void find_texts(const column::Column& column, const column::Texts& keys,
                    std::vector<std::uint32_t>& entries) const;
    std::uint32_t find_text(std::string_view key, std::uint64_t hash) const;
    std::optional<std::uint64_t> hash(const column::RecordBatch& batch, std::size_t row,
                                      std::span<const std::size_t> fields) const;

    std::shared_ptr<const Names> names_;
    std::size_t source_;
    std::vector<std::size_t> own_fields_;     // of the joined type
    std::vector<std::size_t> record_fields_;  // of the main record; each equals the own field of its index
    std::shared_ptr<const column::Schema> schema_;  // of the batch added last
    std::vector<Entry> entries_;                    // one a key
    std::vector<std::string_view> texts_;           // the keys of the entries, where they are one text
    std::vector<Place> places_ = std::vector<Place>(16);
    bool has_several_ = false;
};

}  // namespace cadran::expression
