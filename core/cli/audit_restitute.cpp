// SPDX-License-Identifier: Apache-2.0
#include "app/audit_report.h"
#include "base/text.h"
#include "cli/audit_commands.h"
#include "cli/audits.h"
#include "cli/command.h"

namespace cadran::cli {

Result<int> audit_restitute(Invocation& invocation) {
    const Arguments& arguments = invocation.arguments();
    const auto number = audit_number(arguments);
    if (!number) return tl::unexpected(number.error());
    const auto held = arguments.date("on");
    if (!held) return tl::unexpected(held.error());
    const auto agreed = pairs(arguments, "agreed");
    if (!agreed) return tl::unexpected(agreed.error());
    app::HoldRestitution command{*number, *held, arguments.all("participant"), arguments.get("minutes"), {}};
    for (const auto& [finding, text] : *agreed) {
        const auto which = number_behind(finding, "R-");
        const auto date = parse_date(text);
        if (!which || !date)
            return invalid(Message{"cli.unknown_value",
                                   {{"argument", std::string("--agreed")}, {"value", finding + "=" + text}}},
                           Message{"cli.agreed_is"});
        command.calendar.emplace_back(*which, *date);
    }
    const auto done = app::hold_restitution(invocation.session(), command);
    if (!done) return tl::unexpected(done.error());
    say_state(invocation.output(), *done);
    return exit_fine;
}

}  // namespace cadran::cli
