// SPDX-License-Identifier: Apache-2.0
#include "app/management_review.h"
#include "cli/command.h"
#include "cli/commands.h"

namespace cadran::cli {

Result<int> management_review_sign(Invocation& invocation) {
    const auto period = invocation.arguments().period("PERIOD");
    if (!period) return tl::unexpected(period.error());
    const auto done = app::sign_management_review(invocation.session(), *period);
    if (!done) return tl::unexpected(done.error());
    invocation.output().say(
        {"cli.management_review_signed",
         {{"period", period->text()}, {"by", done->signed_off->by}, {"files", std::ssize(done->pack)}}});
    return exit_fine;
}

}  // namespace cadran::cli
