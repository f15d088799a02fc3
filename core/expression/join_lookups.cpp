// SPDX-License-Identifier: Apache-2.0
#include "expression/join_lookups.h"

#include <utility>

namespace cadran::expression {

void JoinLookups::stand_before(const column::RecordBatch& batch) {
    batch_ = &batch;
    for (auto& [table, found] : found_) found.is_known = false;
}

std::span<const std::uint32_t> JoinLookups::found_in(const JoinTable& table) {
    Found& found = found_[&table];
    if (!std::exchange(found.is_known, true)) table.find_all(*batch_, found.places);
    return found.places;
}

}  // namespace cadran::expression
