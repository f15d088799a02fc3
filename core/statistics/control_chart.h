// SPDX-License-Identifier: Apache-2.0
// Control charts: between which limits figures vary by themselves, and which of them say that something
// happened.
//
// Centres and limits at three sigma: D. C. Montgomery, Introduction to Statistical Quality Control, 5th
// edition, Wiley 2005, chapters 5 and 6. Rules: Western Electric, Statistical Quality Control Handbook, 1956
// (one beyond a limit, two of three beyond two sigma, eight on one side); L. S. Nelson, The Shewhart control
// chart – tests for special causes, Journal of Quality Technology 16 (1984), 237–239 (six in a row rising or
// falling).
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace cadran::statistics {

enum class ChartKind {
    individuals,  // XmR: any figure; sigma out of the moving ranges of two
    shares,       // p: nonconforming or conforming ones of `size` trials
    counts,       // c: events in equal opportunities
    rates,        // u: events in `size` opportunities
};

struct Observation {
    double value = 0;  // the figure, or what was counted
    double size = 1;   // of shares: the trials; of rates: the opportunities
};

struct ControlPoint {
    double value = 0;  // as charted: of shares and rates value / size
    double sigma = 0;
    double low = 0;  // at three sigma; of what is counted not below 0, of shares not above 1
    double high = 0;
};

struct ControlChart {
    double centre = 0;
    double mean_range = 0;                            // of individuals: mean of the moving ranges
    std::vector<std::optional<ControlPoint>> points;  // one for each observation; none in a gap
};

// Limits out of fewer values would say more than is known.
inline constexpr std::size_t least_values = 12;

// In order of time, a gap for what is missing. None out of fewer than least_values values, or of individuals
// where no two are neighbours. Throws std::invalid_argument for counts below 0, sizes not above 0, and more
// than all of the trials.
std::optional<ControlChart> control_chart(ChartKind kind,
                                          const std::vector<std::optional<Observation>>& observations);

enum class Rule {
    beyond_limit,  // outside three sigma
    two_of_three,  // of three neighbours two beyond two sigma, on one side
    one_side,      // eight in a row on one side of the centre
    trend,         // six in a row, each above the one before, or each below
};

enum class Side { above, below };  // of a trend: rising, falling

// Of the points first to last, both included, which are neighbours without a gap.
struct Signal {
    Rule rule = Rule::beyond_limit;
    std::size_t first = 0;
    std::size_t last = 0;
    Side side = Side::above;

    friend bool operator==(const Signal&, const Signal&) = default;
};

// As long as each goes on, by their first point, then in the order of the rules. A gap ends every run: of
// what was not measured nothing is said.
std::vector<Signal> signals(const ControlChart& chart);

}  // namespace cadran::statistics
