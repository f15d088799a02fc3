// SPDX-License-Identifier: Apache-2.0
// Who acts, through which face, in which language, at what time.
#pragma once

#include <stop_token>
#include <string>

#include "app/workspace.h"
#include "base/catalogue.h"
#include "base/clock.h"
#include "base/progress.h"
#include "base/random.h"
#include "model/account.h"

namespace cadran::app {

struct Session {
    Workspace& workspace;
    model::Account actor;
    const Catalogue& catalogue;
    const Clock& clock;
    Randomness& randomness;
    Progress& progress;
    std::stop_token cancellation;
    std::string channel;
};

// Accounts are proved by the operating system or by a personal token; nobody acts in another's name.
Result<model::Account> account_of_system_user(Workspace& workspace, const std::string& system_user);
Result<model::Account> account_of_token(Workspace& workspace, std::string_view token, const Clock& clock);

// Refused (`app.account_suspended`) of an account that is suspended, whatever proved it.
Done may_act(const model::Account& account);

// The civil date of the session's clock in the organisation's zone.
Result<Date> today(Session& session);

}  // namespace cadran::app
