// SPDX-License-Identifier: Apache-2.0
#include "cli/finding_state.h"

namespace cadran::cli {

Result<std::optional<model::FindingState>> finding_state(const Arguments& arguments,
                                                         std::optional<model::FindingState> otherwise) {
    const auto name = arguments.find("state");
    if (!name) return otherwise;
    if (*name == "all") return std::nullopt;
    if (const auto state = model::parse_finding_state(*name)) return state;
    return invalid(Message{"cli.unknown_state", {{"state", *name}}},
                   Message{"cli.known_names", {{"names", std::string("open, confirmed, dismissed, all")}}});
}

Result<std::optional<calendar::Period>> optional_period(const Arguments& arguments) {
    if (!arguments.has("period")) return std::nullopt;
    const auto period = arguments.period("period");
    if (!period) return tl::unexpected(period.error());
    return *period;
}

}  // namespace cadran::cli
