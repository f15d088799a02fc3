// SPDX-License-Identifier: Apache-2.0
#include "record/dataset.h"

namespace cadran::record {

void Dataset::add(std::shared_ptr<const column::RecordBatch> batch) {
    const std::size_t index = batches_.size();
    batches_.push_back(std::move(batch));
    latest_.emplace_back(batches_.back()->rows, std::uint8_t{1});
    for (std::size_t row = 0; row < batches_.back()->rows; ++row) {
        const auto [known, fresh] = by_key_.try_emplace(key(index, row), Position{index, row});
        if (fresh) continue;
        latest_[known->second.batch][known->second.row] = 0;
        known->second = {index, row};
    }
}

std::string_view Dataset::key(std::size_t batch, std::size_t row) const {
    return std::get<column::Texts>(batches_[batch]->columns[type_.key].values).at(row);
}

void Dataset::for_each(const Take& take) const {
    for (std::size_t batch = 0; batch < batches_.size(); ++batch) {
        for (std::size_t row = 0; row < batches_[batch]->rows; ++row) {
            if (latest_[batch][row] != 0) take(batches_[batch], row);
        }
    }
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
