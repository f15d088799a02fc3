// SPDX-License-Identifier: Apache-2.0
// Passwords: set with an invitation, changed with the old one, known to their owner alone.
#pragma once

#include <string>

#include "app/password_rules.h"
#include "app/sign_in.h"

namespace cadran::app {

struct SetPassword {
    std::string invitation;  // the code; it serves once, for a password or for a token (app/account.h)
    std::string password;
};

// The first password, or a new one after `invite_account`. Signs in at once, unless the account has a second
// factor: then the token is empty and the person signs in. Refused as `app.unknown_invitation`; invalid, with
// all faults and the invitation still good, where the password breaks a rule of password_rules.h.
Result<SignedIn> set_password(const Entrance& entrance, const SetPassword& command);

struct ChangePassword {
    std::string old_password;
    std::string password;
};

struct ProveAgain {
    std::string password;
    std::string previous_session = {};  // the browser's token; another takes its place
};

// That it is still the same person: their proof is of now. Refused as change_password.
Result<SignedIn> prove_again(Session& session, PasswordHasher& passwords, const ProveAgain& command);

// Ends all sessions of the account and gives the browser a new one. Refused as `app.wrong_password`, or as
// `app.try_again_later` after several.
Result<SignedIn> change_password(Session& session, PasswordHasher& passwords, const ChangePassword& command);

}  // namespace cadran::app
