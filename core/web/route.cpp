// SPDX-License-Identifier: Apache-2.0
#include "web/route.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::web {

namespace {

using Parameters = std::map<std::string, std::string, std::less<>>;

bool is_place(std::string_view part) {
    return part.starts_with('{');
}

}  // namespace

std::optional<Parameters> path_parameters(std::string_view pattern, std::string_view path) {
    const auto wanted = split(pattern, '/');
    const auto given = split(path, '/');
    if (wanted.size() != given.size()) return {};
    Parameters parameters;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (is_place(wanted[i]))
            parameters.emplace(wanted[i].substr(1, wanted[i].size() - 2), given[i]);
        else if (wanted[i] != given[i])
            return {};
    }
    return parameters;
}

Match find_route(std::string_view method, std::string_view path) {
    const std::string_view sought = method == "HEAD" ? "GET" : method;
    Match match;
    for (const Route& route : routes()) {
        auto parameters = path_parameters(route.pattern, path);
        if (!parameters) continue;
        match.methods.push_back(route.method);
        const bool nearer = match.route == nullptr || parameters->size() < match.parameters.size();
        if (route.method != sought || !nearer) continue;
        match.route = &route;
        match.parameters = std::move(*parameters);
    }
    return match;
}

}  // namespace cadran::web
