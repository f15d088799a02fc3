// SPDX-License-Identifier: Apache-2.0
// The registers of the quality system, gathered to leave it.
#pragma once

#include <string>

#include "app/session.h"
#include "report/register.h"

namespace cadran::app {

struct ExportRegister {
    report::RegisterKind kind = report::RegisterKind::actions;
    std::string process = {};  // empty: every process
};

// As it stands today, for those who may list what is in it; words in the session's language.
Result<report::Register> gather_register(Session& session, const ExportRegister& command);

}  // namespace cadran::app
