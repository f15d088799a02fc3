// SPDX-License-Identifier: Apache-2.0
// Within this layer: who did something and when, as two columns of a row.
#pragma once

#include <optional>

#include "model/mark.h"
#include "store/database.h"

namespace cadran::store {

// Of that column and the next; none where it was not done.
inline std::optional<model::Mark> mark_at(const Rows& row, int column) {
    if (row.is_null(column)) return {};
    return model::Mark{row.text(column), row.instant(column + 1)};
}

}  // namespace cadran::store
