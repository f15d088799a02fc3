// SPDX-License-Identifier: Apache-2.0
// How much memory controls take that screen records, by the rows that wait for a close look.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <vector>

#include "expression/batch_sieve.h"

namespace cadran::app {

// Several threads may add at a time. All is in bytes.
class ScreeningNeed {
  public:
    explicit ScreeningNeed(std::size_t controls) : controls_(controls) {}

    void start_over();
    // So many more rows wait for a control.
    void add(std::size_t control, const expression::BatchSieve::Waiting& more);
    // All is seen, and so many rows of the control want a close look.
    void settle(std::size_t control, std::int64_t certain);

    // Of those controls that count, which look closely one after the other, at records of so many bytes each.
    using Counts = std::function<bool(std::size_t control)>;
    std::int64_t of(std::int64_t bytes_a_record, const Counts& counts) const;
    // How many of them may look closely at the same time in so much memory; at least one.
    std::size_t at_a_time(std::int64_t bytes_a_record, std::int64_t memory) const;

  private:
    struct OfControl {
        std::atomic<std::int64_t> certain = 0;
        std::atomic<std::int64_t> perhaps = 0;
        std::atomic<std::int64_t> drawable = 0;
    };

    std::vector<OfControl> controls_;
};

}  // namespace cadran::app
