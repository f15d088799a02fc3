// SPDX-License-Identifier: Apache-2.0
// A text of the condition language and where it stands.
#pragma once

#include <string>

#include "base/diagnostic.h"

namespace cadran::expression {

// `place` is that of the text's first character.
struct Clause {
    std::string text;
    Place place = {};
};

// The place of the character that starts at that byte. What `place` does not know, the line or the column,
// stays unknown.
Place place_at(const Clause& clause, std::size_t offset);

}  // namespace cadran::expression
