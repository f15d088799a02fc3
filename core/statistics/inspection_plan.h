// SPDX-License-Identifier: Apache-2.0
// How many pieces of a lot are looked at, and with how many bad ones it is accepted.
//
// ISO 2859-1:1999, tables 1 and 2-A: single sampling, normal inspection, general levels I to III, acceptance
// quality limits of 0.010 to 10 per cent nonconforming.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace cadran::statistics {

enum class InspectionLevel { one, two, three };

struct InspectionPlan {
    char letter = 'A';        // of the sample's size; where the table points elsewhere, that letter
    std::int64_t size = 0;    // of the sample; the whole lot where it is no greater
    std::int64_t accept = 0;  // the lot with as many nonconforming pieces; with one more it is rejected
};

// The limits of the table, in thousandths of a per cent.
inline constexpr std::array<int, 16> quality_limits{10,  15,  25,   40,   65,   100,  150,  250,
                                                    400, 650, 1000, 1500, 2500, 4000, 6500, 10000};

// None where the table has no such limit. Throws std::invalid_argument for a lot of fewer than two.
std::optional<InspectionPlan> inspection_plan(std::int64_t lot, InspectionLevel level, int quality_limit);

}  // namespace cadran::statistics
