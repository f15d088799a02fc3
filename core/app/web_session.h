// SPDX-License-Identifier: Apache-2.0
// What lasts from a sign-in on the web to its end. The store keeps only hashes of the tokens, as credentials
// of the account.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "store/unit_of_work.h"

namespace cadran::app {

// Made and named by a sign-in; see sign_in.h.
struct OpenedSession {
    std::string token;
    Instant ends_at;  // at the latest
};

// Within the caller's unit of work. Of more sessions than `most_sessions` those end that were seen last the
// longest ago.
inline constexpr std::size_t most_sessions = 20;
OpenedSession open_web_session(store::UnitOfWork& work, Workspace& workspace, const std::string& account,
                               Randomness& randomness);

// Without a request for so long a session is over; and so long after its sign-in in any case. A workspace
// may set others: see `set_session_limits`.
struct SessionLimits {
    std::chrono::minutes idle{30};
    std::chrono::hours whole{12};
};

SessionLimits session_limits(Workspace& workspace);

// From 5 minutes to 4 hours of idleness, from 1 to 24 hours in all.
Result<SessionLimits> set_session_limits(Session& session, const SessionLimits& limits);

// Who the token of a session belongs to. Refused (`app.session_over`) where it is unknown, ended or expired,
// or its account suspended. That it was seen is written at most once a minute.
Result<model::Account> account_of_web_session(Workspace& workspace, std::string_view token,
                                              const Clock& clock);

// When that session began: with a proof of its person.
std::optional<Instant> proof_of_web_session(const model::Account& account, std::string_view token);

// Ends the session of that token; fine where there is none any more.
Done sign_out(Workspace& workspace, std::string_view token, const Clock& clock, const std::string& channel);

struct WebSession {
    std::string id;  // names it; proves nothing
    Instant since;
    Instant last_seen;
    Instant ends_at;       // at the latest
    bool is_this = false;  // the one of the token that was given
};

// One's own, newest first, without those that are over. `token` may be empty.
Result<std::vector<WebSession>> list_web_sessions(Session& session, std::string_view token);

// Ends one of one's own, or all but that of the token.
Done end_web_session(Session& session, const std::string& id);
Done end_other_web_sessions(Session& session, std::string_view token);

// Forgets what is over, and what `throttle.h` need not know any more. For `nightly`.
void forget_past_sessions(Session& session);

}  // namespace cadran::app
