// SPDX-License-Identifier: Apache-2.0
#include "cli/command.h"
#include "cli/commands.h"
#include "cli/review_name.h"

namespace cadran::cli {

Result<int> review_sign(Invocation& invocation) {
    const auto name = review_name(invocation.arguments());
    if (!name) return tl::unexpected(name.error());
    const auto done = app::sign_review(invocation.session(), *name);
    if (!done) return tl::unexpected(done.error());
    invocation.output().say({"cli.review_signed",
                             {{"process", name->process},
                              {"period", name->period.text()},
                              {"by", done->review.signed_off->by},
                              {"files", std::ssize(done->review.pack)}}});
    invocation.output().say(
        {"cli.next_turn",
         {{"number", std::int64_t{done->next_turn.number}}, {"period", done->next_turn.period.text()}}});
    return exit_fine;
}

}  // namespace cadran::cli
