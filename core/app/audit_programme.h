// SPDX-License-Identifier: Apache-2.0
// The audit programme of a year, from what the workspace knows.
#pragma once

#include <optional>

#include "app/session.h"
#include "audit/programme.h"
#include "calendar/period.h"

namespace cadran::app {

struct AskProgramme {
    calendar::Period year;
    std::optional<Date> certified = {};  // since when the certificate holds: its audits of the year are shown
};
// For whoever plans audits.
Result<audit::Programme> audit_programme(Session& session, const AskProgramme& command);

}  // namespace cadran::app
