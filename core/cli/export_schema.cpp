// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/resource.h"
#include "base/text.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

namespace {

constexpr std::string_view folder = "core/report/schemas/";
constexpr std::string_view ending = ".json";

// `indicators`, `review`, …
std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const std::string_view path : resources_below(folder))
        names.emplace_back(path.substr(folder.size(), path.size() - folder.size() - ending.size()));
    return names;
}

}  // namespace

Result<int> export_schema(Invocation& invocation) {
    const std::string name = invocation.arguments().get("NAME");
    const auto known = names();
    if (std::ranges::find(known, name) == known.end()) {
        return not_found(
            {"cli.unknown_schema", {{"name", name}}},
            Message{"cli.known_schemas", {{"names", fmt::format("{}", fmt::join(known, ", "))}}});
    }
    invocation.output().text(resource(std::string(folder) + name + std::string(ending)));
    return exit_fine;
}

}  // namespace cadran::cli
