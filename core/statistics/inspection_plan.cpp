// SPDX-License-Identifier: Apache-2.0
#include "statistics/inspection_plan.h"

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace cadran::statistics {

namespace {

constexpr std::string_view letters = "ABCDEFGHJKLMNPQR";
constexpr std::array<int, 16> sizes{2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000};
// The last lot of each row of table 1; the last row has no end.
constexpr std::array<std::int64_t, 14> lots{8,   15,   25,   50,    90,    150,    280,
                                            500, 1200, 3200, 10000, 35000, 150000, 500000};
constexpr std::array<std::string_view, 3> letters_of_lots{"AABCCDEFGHJKLMN", "ABCDEFGHJKLMNPQ",
                                                          "BCDEFGHJKLMNPQR"};
// Down table 2-A acceptance numbers run in diagonals: one letter further is one limit less.
constexpr std::size_t first_diagonal = 14;
constexpr std::array<int, 11> accepted{0, -1, -1, 1, 2, 3, 5, 7, 10, 14, 21};

}  // namespace

std::optional<InspectionPlan> inspection_plan(std::int64_t lot, InspectionLevel level, int quality_limit) {
    if (lot < 2) throw std::invalid_argument("inspection_plan: no lot");
    const auto limit = std::ranges::find(quality_limits, quality_limit);
    if (limit == quality_limits.end()) return {};
    const auto column = static_cast<std::size_t>(limit - quality_limits.begin());
    const auto row = static_cast<std::size_t>(std::ranges::lower_bound(lots, lot) - lots.begin());
    std::size_t letter = letters.find(letters_of_lots.at(static_cast<std::size_t>(level))[row]);

    // The table's arrows: down to the first plan, around the two empty places, up to the last plan.
    constexpr std::size_t up = first_diagonal + 1, down = first_diagonal + 2;
    constexpr std::size_t last = first_diagonal + accepted.size() - 1;
    if (letter + column < first_diagonal) letter = first_diagonal - column;
    if (letter + column == up && letter > 0) --letter;
    while (letter + column == up || letter + column == down) ++letter;
    if (letter + column > last) letter = last - column;
    return InspectionPlan{letters[letter], std::min<std::int64_t>(sizes[letter], lot),
                          accepted[letter + column - first_diagonal]};
}

}  // namespace cadran::statistics
