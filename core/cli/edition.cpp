// SPDX-License-Identifier: Apache-2.0
#include "cli/edition.h"

#include <algorithm>

namespace cadran::cli {

Result<app::Edition> edition_asked(const Arguments& arguments) {
    app::Edition edition{.on = {}, .draft = arguments.has("draft")};
    if (!arguments.has("on")) return edition;
    const auto date = arguments.date("on");
    if (!date) return tl::unexpected(date.error());
    edition.on = *date;
    return edition;
}

Result<std::filesystem::path> document_path(const Invocation& invocation,
                                            const std::vector<std::string>& endings) {
    const std::filesystem::path place = invocation.path("to");
    if (std::ranges::find(endings, place.extension().string()) != endings.end()) return place;
    return invalid(Message{"cli.unknown_ending", {{"file", invocation.arguments().get("to")}}},
                   Message{"cli.known_endings", {{"endings", fmt::format("{}", fmt::join(endings, ", "))}}});
}

}  // namespace cadran::cli
