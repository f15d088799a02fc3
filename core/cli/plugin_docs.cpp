// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_docs.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/definitions.h"
#include "cli/edition.h"

namespace cadran::cli {

Result<int> plugin_docs(Invocation& invocation) {
    const auto place = document_path(invocation, {".html"});
    if (!place) return tl::unexpected(place.error());
    auto which = which_version(invocation.arguments());
    if (!which) return tl::unexpected(which.error());
    if (!which->number && !which->on) which->draft = true;
    const auto plugin =
        app::document_plugin(invocation.session(), invocation.arguments().get("PLUGIN"), *which);
    if (!plugin) return tl::unexpected(plugin.error());
    write_durably(*place, report::plugin_page(*plugin, invocation.output().catalogue()));
    invocation.output().say(
        {"cli.exported", {{"count", std::int64_t{1}}, {"place", invocation.arguments().get("to")}}});
    return exit_fine;
}

}  // namespace cadran::cli
