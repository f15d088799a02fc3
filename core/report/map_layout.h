// SPDX-License-Identifier: Apache-2.0
// Places the processes of a map in three bands and leads the flows between them around the boxes.
#pragma once

#include <string>
#include <vector>

#include "report/drawing.h"
#include "report/map_flows.h"

namespace cadran::report {

struct MapBand {
    model::ProcessKind kind;
    Box box;
};

// From the first point to the last, at right angles; the arrow's head is at the last.
struct MapRoute {
    std::vector<Point> corners;
    Point number;  // centre of the flow's number, behind the head
};

struct MapLayout {
    Box area;                      // around all bands
    std::vector<MapBand> bands;    // those that hold a process, from top to bottom
    std::vector<Box> boxes;        // of each process
    std::vector<MapRoute> routes;  // of each flow
    Box bus;                       // stands for all processes; without width where no flow needs it
};

inline constexpr double number_radius = 8;
inline constexpr double band_label_width = 30;  // at the left of each band

// Boxes have that height, and at least that width. The upper left corner of the area is `origin`.
MapLayout lay_out(const std::vector<model::Process>& processes, const std::vector<MapFlow>& flows,
                  Point origin, double box_width, double box_height);

}  // namespace cadran::report
