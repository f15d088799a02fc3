// SPDX-License-Identifier: Apache-2.0
// Passwords: set with an invitation, changed with the old one, known to their owner alone.
#pragma once

#include <string>

#include "app/sign_in.h"

namespace cadran::app {

struct SetPassword {
    std::string invitation;  // the code; it serves once, for a password or for a token (app/account.h)
    std::string password;
};

// The first password, or a new one after `invite_account`. Signs in at once, unless the account has a second
// factor: then the token is empty and the person signs in. Refused as `app.unknown_invitation`; invalid, with
// all faults and the invitation still good, where the password breaks a rule.
Result<SignedIn> set_password(const Entrance& entrance, const SetPassword& command);

struct ChangePassword {
    std::string old_password;
    std::string password;
};

// Ends all sessions of the account and gives the browser a new one. Refused as `app.wrong_password`, or
// `app.try_again_later` after several.
Result<SignedIn> change_password(Session& session, PasswordHasher& passwords, const ChangePassword& command);

// The rules, after NIST SP 800-63B (revision 4, 3.1.1.2) and the CNIL's recommendation of 2022-07-21: at
// least 12 characters, 16 where they are all digits; at most 1,024 bytes of UTF-8; nothing that is made of
// the names of the account, its person and the organisation, of the commonest passwords, or of hardly any
// different characters. Nothing about classes of characters. Two ways to write é are two passwords: keyboards
// write one, and nothing is normalised.
Diagnostics faults_of_password(std::string_view password, const model::Account& account,
                               std::string_view organisation);

}  // namespace cadran::app
