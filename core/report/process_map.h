// SPDX-License-Identifier: Apache-2.0
// The map of processes: management, realisation and support, and what flows between them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "model/process.h"

namespace cadran::report {

struct ProcessMap {
    std::string organisation;
    bool simulated = false;
    Date on{};           // the day on which the processes are in force, or on which the drafts were read
    bool draft = false;  // not accepted
    std::vector<model::Process> processes;
    std::map<std::string, std::string> people = {};  // by account; others are shown by their account
    bool on_page = false;  // which says of whom the map is, of which day, and whether it is simulated
};

// One SVG file in the catalogue's language. Arrows carry numbers; what flows is listed below the picture, and
// told by whatever shows titles. The same map gives the same bytes.
std::string process_map_svg(const ProcessMap& map, const Catalogue& catalogue);

}  // namespace cadran::report
