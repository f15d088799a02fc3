// SPDX-License-Identifier: Apache-2.0
// What stands around a chart: the legend above it, the names of its lines at its edge.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "report/drawing.h"

namespace cadran::report {

// Signs with their words, from left to right, a further row where one is full.
class ChartLegend {
  public:
    using Sign = std::function<void(Drawing&, Point)>;

    ChartLegend(double left, double right) : left_(left), right_(right), at_{left, first_baseline} {}

    void add(std::string words, Sign sign);
    // Below what rows beyond the first take.
    double further_height() const { return at_.y - first_baseline; }
    void draw(Drawing& drawing) const;

  private:
    static constexpr double first_baseline = 20;

    struct Entry {
        Point at;  // left end of the baseline
        std::string words;
        Sign sign;
    };

    double left_;
    double right_;
    Point at_;  // where the next entry goes
    std::vector<Entry> entries_;
};

// A line's name and its value below, beside the level at which the line ends.
struct EdgeLabel {
    double level = 0;
    std::string name;
    std::string value;
    std::string_view look;
};

// Moves labels apart where they would touch, in their order, between top and bottom.
void draw_edge_labels(Drawing& drawing, std::vector<EdgeLabel> labels, double left, double top,
                      double bottom);

}  // namespace cadran::report
