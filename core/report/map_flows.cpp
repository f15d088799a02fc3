// SPDX-License-Identifier: Apache-2.0
#include "report/map_flows.h"

#include <algorithm>
#include <map>
#include <utility>

namespace cadran::report {

namespace {

using Ends = std::pair<std::string, std::string>;
using Known = std::map<Ends, MapFlow>;

void add(std::string& words, const std::string& more) {
    if (!words.empty()) words += ", ";
    words += more;
}

void add(LocalText& words, const LocalText& more) {
    add(words.fr, more.fr);
    add(words.en, more.en);
}

Known stated(const std::vector<model::Process>& processes) {
    Known known;
    for (const model::Process& process : processes) {
        for (const model::Neighbour& behind : process.downstream)
            add(known[{process.id, behind.process}].sent, behind.flow);
        for (const model::Neighbour& before : process.upstream)
            add(known[{before.process, process.id}].received, before.flow);
    }
    return known;
}

// One end alone names the other, which exchanges the like with all.
bool is_part_of_all(const Known& known, const Ends& ends, const MapFlow& flow) {
    const LocalText nothing;
    return (flow.received == nothing && known.contains({"", ends.second})) ||
           (flow.sent == nothing && known.contains({ends.first, ""}));
}

}  // namespace

MapFlows flows_between(const std::vector<model::Process>& processes) {
    const Known known = stated(processes);
    std::set<std::string> present{""};
    for (const model::Process& process : processes) present.insert(process.id);
    MapFlows result;
    for (const auto& [ends, flow] : known) {
        const auto& [from, to] = ends;
        for (const std::string& end : {from, to}) {
            if (!present.contains(end)) result.absent.insert(end);
        }
        if (!present.contains(from) || !present.contains(to) || from == to) continue;
        const bool with_all = from.empty() || to.empty();
        if (!with_all && is_part_of_all(known, ends, flow)) continue;
        result.flows.push_back({from, to, flow.sent, flow.received});
    }
    std::ranges::stable_partition(result.flows,
                                  [](const MapFlow& flow) { return !flow.from.empty() && !flow.to.empty(); });
    return result;
}

}  // namespace cadran::report
