// SPDX-License-Identifier: Apache-2.0
#include "expression/clause.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::expression {

Place place_at(const Clause& clause, std::size_t offset) {
    Place place = clause.place;
    if (place.line == 0) return place;
    const std::string_view before = std::string_view(clause.text).substr(0, offset);
    const auto line_break = before.rfind('\n');
    if (line_break != std::string_view::npos) {
        place.line += static_cast<int>(std::ranges::count(before, '\n'));
        place.column = 1 + length_in_characters(before.substr(line_break + 1));
    } else if (place.column != 0) {
        place.column += length_in_characters(before);
    }
    return place;
}

}  // namespace cadran::expression
