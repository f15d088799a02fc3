// SPDX-License-Identifier: Apache-2.0
#include "record/dataset.h"

namespace cadran::record {

void Dataset::add(std::shared_ptr<const column::RecordBatch> batch) {
    const bool is_of_another = !batches_.empty() && batch->import != batches_.front()->import;
    batches_.push_back(std::move(batch));
    latest_.emplace_back(batches_.back()->rows, std::uint8_t{1});
    if (!is_of_another && indexed_ == 0) return;
    for (; indexed_ < batches_.size(); ++indexed_) index(indexed_);
}

void Dataset::index(std::size_t batch) {
    for (std::size_t row = 0; row < batches_[batch]->rows; ++row) {
        const auto [known, fresh] = by_key_.try_emplace(key(batch, row), Position{batch, row});
        if (fresh) continue;
        latest_[known->second.batch][known->second.row] = 0;
        known->second = {batch, row};
    }
}

std::string_view Dataset::key(std::size_t batch, std::size_t row) const {
    return std::get<column::Texts>(batches_[batch]->columns[type_.key].values).at(row);
}

void Dataset::for_each_batch(const TakeBatch& take) const {
    for (std::size_t batch = 0; batch < batches_.size(); ++batch) take(batches_[batch], latest_[batch]);
}

void Dataset::for_each(const Take& take) const {
    for_each_batch([&](const auto& batch, std::span<const std::uint8_t> latest) {
        for (std::size_t row = 0; row < batch->rows; ++row) {
            if (latest[row] != 0) take(batch, row);
        }
    });
}

void Dataset::for_each(Date first, Date last, const Take& take) const {
    const std::int64_t from = std::chrono::sys_days{first}.time_since_epoch().count();
    const std::int64_t to = std::chrono::sys_days{last}.time_since_epoch().count();
    for_each([&](const std::shared_ptr<const column::RecordBatch>& batch, std::size_t row) {
        const std::int64_t day = std::get<column::Numbers>(batch->columns[type_.event_date].values)[row];
        if (from <= day && day <= to) take(batch, row);
    });
}

}  // namespace cadran::record
