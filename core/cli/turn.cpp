// SPDX-License-Identifier: Apache-2.0
#include "cli/turn.h"
#include "cli/command.h"
#include "cli/commands.h"

#include "app/cycle.h"

namespace cadran::cli {

Result<int> turn_into(Invocation& invocation, model::Stage stage) {
    const auto turned = app::turn_cycle(invocation.session(), invocation.arguments().get("PROCESS"), stage);
    if (!turned) return tl::unexpected(turned.error());
    invocation.output().say({"cli.turned",
                             {{"process", turned->process},
                              {"period", turned->period.text()},
                              {"stage", model::stage_title(turned->stage)}}});
    return exit_fine;
}

}  // namespace cadran::cli
