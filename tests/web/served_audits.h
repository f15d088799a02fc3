// SPDX-License-Identifier: Apache-2.0
// The site of a workspace in which audits are made.
#pragma once

#include "app/audited_workspace.h"
#include "web/visitor.h"

namespace cadran::web {

class ServedAudits : public app::AuditedWorkspace {
  public:
    ServedAudits()
        : site({folder(), keys_home(), {"localhost"}}, clock(), randomness(),
               [this](const std::string& line) { log += line + "\n"; }) {}

    std::string log;
    Site site;
};

}  // namespace cadran::web
