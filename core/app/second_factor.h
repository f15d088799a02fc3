// SPDX-License-Identifier: Apache-2.0
// One-time codes of an authenticator (RFC 6238: SHA-1, 6 digits, 30 seconds), and what replaces a lost one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "store/unit_of_work.h"

namespace cadran::app {

struct NewSecondFactor {
    std::string secret;  // base32, to be typed; said once
    std::string uri;     // `otpauth://…`, to be scanned
};

// Gives the actor a secret. Nothing is asked for at sign-in before it is confirmed; a second call before then
// replaces it. Conflict (`app.second_factor_is_on`) where one is confirmed already. Fails as not found where
// the workspace's keys are not on this machine: the store keeps the secret enciphered with one of them.
// Asks for a fresh proof (`expect_fresh_proof`).
Result<NewSecondFactor> begin_second_factor(Session& session);

// With a code that the authenticator shows. Gives ten recovery codes, said once; each replaces a code once.
Result<std::vector<std::string>> confirm_second_factor(Session& session, std::string_view code);

// With a code, or a recovery code. Refused as `app.wrong_code`, or `app.try_again_later` after several. Who
// has lost both asks an administrator: `invite_account`.
Done switch_off_second_factor(Session& session, std::string_view code);

struct SecondFactorState {
    bool is_on = false;
    int recovery_codes_left = 0;
};

SecondFactorState second_factor_of(const model::Account& account);

// Within the caller's unit of work: whether it is the code of the moment, or a recovery code, of an account
// that asks for one; it is used up by that.
bool use_code(store::UnitOfWork& work, const Workspace& workspace, const model::Account& account,
              std::string_view code);

}  // namespace cadran::app
