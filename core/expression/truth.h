// SPDX-License-Identifier: Apache-2.0
// What a condition says of a record.
#pragma once

namespace cadran::expression {

// Three values: a comparison with something missing is unknown; `and`, `or` and `not` are those of Kleene.
enum class Truth { no, yes, unknown };

}  // namespace cadran::expression
