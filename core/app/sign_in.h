// SPDX-License-Identifier: Apache-2.0
// Coming in through the web: by name, password and, where the account has one, a second factor. What follows
// a sign-in stands in web_session.h, passwords in password.h, second factors in second_factor.h, tokens of
// machines and calendars in personal_token.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/session.h"
#include "base/password_hasher.h"

namespace cadran::app {

// Where somebody stands who is not known yet.
struct Entrance {
    Workspace& workspace;
    const Clock& clock;
    Randomness& randomness;
    PasswordHasher& passwords;  // one for the whole program: it bounds how many are hashed at once
    std::string channel;        // `web`, `cli`: as the journal names it
    std::string address = {};   // of the other side, without its port; empty where there is no network
    std::string device = {};    // what `SignedIn::device` gave this browser once; may be empty or forged
};

struct SignIn {
    std::string account;
    std::string password;
    // Of the second factor: six digits, or one of the recovery codes. Asked on the same page as the password,
    // so that nobody learns which accounts have one, nor that a password was right.
    std::string one_time_code = {};
    // The session token that the browser had until now; that session ends.
    std::string previous_session = {};
};

struct SignedIn {
    model::Account account;
    // For the cookie of the session; said once, only its hash is kept.
    std::string token;
    Instant ends_at;  // at the latest
    // For a cookie that outlives the session (`device_lasts`): by it the person is known again when
    // somebody else keeps guessing. It proves nothing else.
    std::string device;
    // Where the one-time code was a recovery code: how many are left.
    std::optional<int> recovery_codes_left = {};
};

inline constexpr std::chrono::days device_lasts{180};

// Refused with one and the same answer (`app.sign_in_failed`), after the same work, whether the account does
// not exist, has no password, is suspended, or password or code are wrong. Each try counts before its
// password is hashed; whoever must wait first is refused with `app.try_again_later` and nothing is looked at
// (see throttle.h). A password hashed with less than today's strength is hashed anew. The journal tells of
// every try that was looked at, by account where there is one, never what was typed.
Result<SignedIn> sign_in(const Entrance& entrance, const SignIn& command);

// How long to wait, of a refusal that says so: for `Retry-After`.
std::optional<std::chrono::seconds> wait_of(const Failure& failure);

}  // namespace cadran::app
