// SPDX-License-Identifier: Apache-2.0
#include "app/audit_programme.h"

#include "app/audit_history.h"
#include "app/rights.h"

namespace cadran::app {

Result<audit::Programme> audit_programme(Session& session, const AskProgramme& command) {
    if (const Done may = authorise(session, UseCase::plan_audit); !may) return tl::unexpected(may.error());
    if (command.year.kind() != calendar::Period::Kind::year)
        return invalid(Message{"app.programme_of_no_year", {{"period", command.year.text()}}},
                       Message{"app.name_a_year"});
    const auto now = today(session);
    if (!now) return tl::unexpected(now.error());
    auto all = auditables(session, *now);
    if (!all) return tl::unexpected(all.error());
    return audit::programme_of({.today = *now,
                                .year = static_cast<int>(command.year.first().year()),
                                .auditables = std::move(*all),
                                .certified = command.certified});
}

}  // namespace cadran::app
