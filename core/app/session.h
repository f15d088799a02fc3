// SPDX-License-Identifier: Apache-2.0
// Who acts, through which face, in which language, at what time.
#pragma once

#include <chrono>
#include <optional>
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
    // When the actor last gave a proof of a person, a password or that of the provider: of a session on the
    // web. None where something else says who it is: the operating system, a token.
    std::optional<Instant> proved_at = {};
    // The revision that the actor had before their eyes of the action or the finding that they change; a step
    // on another one is a conflict. None where nothing was shown before, as on the command line.
    std::optional<int> seen = {};
    // What the process may take of the machine's memory while it looks at records, in bytes: what does not
    // fit is looked at in parts, or goes to the disk of the workspace. None is usual_memory().
    std::optional<std::int64_t> memory = {};
};

// For so long a proof is good for what gives lasting access: making tokens, or a second factor.
inline constexpr std::chrono::minutes proof_lasts{10};

// Refused (`app.prove_again`) where the proof is older.
Done expect_fresh_proof(const Session& session);

// Accounts are proved by the operating system or by a personal token; nobody acts in another's name.
Result<model::Account> account_of_system_user(Workspace& workspace, const std::string& system_user);
Result<model::Account> account_of_token(Workspace& workspace, std::string_view token, const Clock& clock);

// Refused (`app.account_suspended`) of an account that is suspended, whatever proved it.
Done may_act(const model::Account& account);

// Conflict (`app.changed_since_seen`), with who did it last, where the actor saw another revision of it.
// `subject` is as the journal speaks of it.
Done expect_seen(Session& session, int revision, const std::string& subject);

// The civil date of the session's clock in the organisation's zone.
Result<Date> today(Session& session);

}  // namespace cadran::app
