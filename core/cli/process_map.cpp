// SPDX-License-Identifier: Apache-2.0
#include "report/process_map.h"

#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/edition.h"

namespace cadran::cli {

Result<int> process_map(Invocation& invocation) {
    const auto place = document_path(invocation, {".svg"});
    if (!place) return tl::unexpected(place.error());
    const auto edition = edition_asked(invocation.arguments());
    if (!edition) return tl::unexpected(edition.error());
    const auto map = app::show_map(invocation.session(), *edition);
    if (!map) return tl::unexpected(map.error());
    write_durably(*place, report::process_map_svg(*map, invocation.output().catalogue()));
    invocation.output().say(
        {"cli.exported", {{"count", std::int64_t{1}}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
