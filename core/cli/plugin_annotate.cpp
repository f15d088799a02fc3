// SPDX-License-Identifier: Apache-2.0
#include "app/plugin_authoring.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> plugin_annotate(Invocation& invocation) {
    const auto written = app::annotate_plugin(invocation.session(), invocation.arguments().get("PLUGIN"));
    if (!written) return tl::unexpected(written.error());
    invocation.output().say({"cli.annotations_written", {{"file", *written}}});
    return exit_fine;
}

}  // namespace cadran::cli
