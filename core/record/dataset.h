// SPDX-License-Identifier: Apache-2.0
// The records of several imports as one: the latest version of a key wins.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/period.h"
#include "column/record_batch.h"
#include "model/record_type.h"

namespace cadran::record {

class Dataset {
  public:
    explicit Dataset(model::RecordType type) : type_(std::move(type)) {}

    const model::RecordType& type() const { return type_; }
    // Adds a batch of an import no older than those before it; the keys of one import differ.
    void add(std::shared_ptr<const column::RecordBatch> batch);

    // Calls for each latest version of a record whose event date lies from first to last, both included, in
    // order of arrival; without dates for all of them.
    using Take = std::function<void(const std::shared_ptr<const column::RecordBatch>&, std::size_t row)>;
    void for_each(Date first, Date last, const Take& take) const;
    void for_each(const Take& take) const;

    // Calls for each batch in order of arrival, with 1 for each of its rows that is the latest version.
    using TakeBatch = std::function<void(const std::shared_ptr<const column::RecordBatch>&,
                                         std::span<const std::uint8_t> latest)>;
    void for_each_batch(const TakeBatch& take) const;

  private:
    void index(std::size_t batch);
    std::string_view key(std::size_t batch, std::size_t row) const;

    struct Position {
        std::size_t batch;
        std::size_t row;
    };

    model::RecordType type_;
    std::vector<std::shared_ptr<const column::RecordBatch>> batches_;
    std::vector<std::vector<std::uint8_t>> latest_;
    std::size_t indexed_ = 0;  // batches; none as long as they are of one import
    std::unordered_map<std::string_view, Position> by_key_;  // views into the batches, which stay
};

}  // namespace cadran::record
