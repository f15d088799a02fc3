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
#include "expression/text_mark.h"

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

    // For this layer: the place of what each row of the batch finds, below places(), or `nothing`.
    static constexpr std::uint32_t nothing = ~std::uint32_t{0};
    void find_all(const column::RecordBatch& record, std::vector<std::uint32_t>& found) const;
    std::size_t places() const { return marks_.size(); }
    Match match(std::uint32_t place) const;
    std::span<const std::shared_ptr<const column::RecordBatch>> batches() const { return batches_; }
    struct Entry {
        std::uint32_t batch = nothing;  // of the batches; none where nothing is at the place
        std::uint16_t row = 0;
        bool several = false;
    };
    // By place.
    std::span<const Entry> entries() const { return entries_; }
    // Whether that join of the query means the same.
    bool serves(const Query& query, std::size_t join) const;

  private:
    std::size_t home(const TextMark& mark) const { return mark.hash() >> (64 - bits_); }
    // From its home on, the place of the mark of which the test holds, where only that can tell; else the
    // first one that is free.
    template <typename Test>
    std::uint32_t find_place(const TextMark& mark, std::size_t home, const Test& holds) const;
    bool is_free(std::uint32_t place) const { return marks_[place] == TextMark(); }
    void grow();
    std::uint32_t find_key(const column::RecordBatch& record, std::size_t row) const;
    bool is_own_key(std::uint32_t place, const column::RecordBatch& batch, std::size_t row,
                    std::span<const std::size_t> fields) const;
    void find_texts(const column::RecordBatch& record, const column::Column& column,
                    const column::Texts& keys, std::vector<std::uint32_t>& found) const;
    std::optional<TextMark> mark_of(const column::RecordBatch& batch, std::size_t row,
                                    std::span<const std::size_t> fields) const;

    std::shared_ptr<const Names> names_;
    std::size_t source_;
    std::vector<std::size_t> own_fields_;     // of the joined type
    std::vector<std::size_t> record_fields_;  // of the main record; each equals the own field of its index
    std::shared_ptr<const column::Schema> schema_;  // of the batch added last
    bool key_is_one_text_ = false;
    std::vector<std::shared_ptr<const column::RecordBatch>> batches_;
    // Places, at most two thirds in use, each with its mark and entry.
    int bits_ = 4;
    std::vector<TextMark> marks_ = std::vector<TextMark>(std::size_t{1} << bits_);
    std::vector<Entry> entries_ = std::vector<Entry>(std::size_t{1} << bits_);
    std::size_t used_ = 0;
    bool has_several_ = false;
};

}  // namespace cadran::expression
