// SPDX-License-Identifier: Apache-2.0
// What the rows of a batch find in join tables, looked up once for all queries that ask.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "expression/join_table.h"

namespace cadran::expression {

// Each thread has its own.
class JoinLookups {
  public:
    // Of that batch from now on, which must stay as long as anybody asks; so must the tables.
    void stand_before(const column::RecordBatch& batch);

    // As JoinTable::find_all says.
    std::span<const std::uint32_t> found_in(const JoinTable& table);

  private:
    struct Found {
        std::vector<std::uint32_t> places = {};
        bool is_known = false;
    };

    const column::RecordBatch* batch_ = nullptr;
    std::map<const JoinTable*, Found> found_;
};

}  // namespace cadran::expression
