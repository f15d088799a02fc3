// SPDX-License-Identifier: Apache-2.0
// What somebody asked for over the network and may not have.
#pragma once

#include <string>

#include "app/session.h"

namespace cadran::app {

// Tells the journal that the session's actor was refused. `asked` names the kind of request, without what it
// was about: `POST /worklist/{finding}/decide`.
void journal_refusal(Session& session, const std::string& asked);

}  // namespace cadran::app
