// SPDX-License-Identifier: Apache-2.0
// Tokens that stand for a person where no person types: programs that call the API, calendars that fetch a
// feed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"

namespace cadran::app {

struct CreateToken {
    // A `token` may do all that its account may; a `calendar` only reads what awaits it.
    model::Credential::Kind kind = model::Credential::Kind::token;
    std::string name;                       // what it is for, one's own choice; at most 64 characters
    std::optional<std::int64_t> days = {};  // how long it serves, at most 366
};

struct NewToken {
    std::string token;  // said once; only its hash is kept
    std::string id;
};

// For the actor. A token of a machine expires; that of a calendar may last until it is revoked. Whoever came
// by a token gets no other: faces offer this only to people. Asks for a fresh proof (`expect_fresh_proof`).
Result<NewToken> create_token(Session& session, const CreateToken& command);

struct TokenEntry {
    std::string id;  // names it; proves nothing
    model::Credential::Kind kind;
    std::string name;  // empty of the one that `enrol` gave
    std::optional<Instant> since;
    std::optional<Instant> expires_at;
};

// Those of an account that serve still, by name: one's own, those of others for whoever may end them.
Result<std::vector<TokenEntry>> list_tokens(Session& session, const std::string& account);

// By id or by name. Likewise.
Done revoke_token(Session& session, const std::string& account, const std::string& id_or_name);

// The account whose feed may be read, and nothing else.
Result<model::Account> account_of_calendar_token(Workspace& workspace, std::string_view token,
                                                 const Clock& clock);

}  // namespace cadran::app
