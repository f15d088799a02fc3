// SPDX-License-Identifier: Apache-2.0
// What flows between processes, out of what each of them says of its neighbours.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/process.h"

namespace cadran::report {

struct MapFlow {
    std::string from;    // process; empty: all of them
    std::string to;      // process; empty: all of them
    LocalText sent;      // as the giving process calls it; empty where it names no such flow
    LocalText received;  // as the receiving process calls it
};

struct MapFlows {
    // One from a process to another, in the order of their ids; those with all processes last. A flow that
    // one end states only as part of what it exchanges with all is not told apart.
    std::vector<MapFlow> flows;
    std::set<std::string> absent;  // named as neighbours, but not among the processes
};

MapFlows flows_between(const std::vector<model::Process>& processes);

}  // namespace cadran::report
