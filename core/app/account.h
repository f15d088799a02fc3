// SPDX-License-Identifier: Apache-2.0
// Accounts: invited by an administrator, proved by their owner, suspended where nobody may act in them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"

namespace cadran::app {

struct AddAccount {
    std::string name;
    std::string person;
    std::vector<model::Role> roles;
    std::vector<std::string> handler_codes;
    std::string system_user;  // may be empty
};

struct Invitation {
    model::Account account;
    std::string code;  // said once; only its hash is kept
    Date expires;
};

// Adds an account and invites its owner. The invitation serves once: whoever used it in the owner's place is
// found out when the owner tries.
Result<Invitation> add_account(Session& session, const AddAccount& command);

Result<std::vector<model::Account>> list_accounts(Session& session);

// What is not said stays as it is; an empty address takes the one that was there away.
struct SetAddress {
    std::string account;
    std::optional<std::string> mail = {};
    std::optional<model::DigestRhythm> digest = {};
};

// Where and how often the digest of what is due is sent. Everybody says so for themselves, for others whoever
// has the right. The journal names the account, never the address.
Result<model::Account> set_address(Session& session, const SetAddress& command);

struct InviteAccount {
    std::string account;
    bool without_second_factor = false;  // takes it away as well: it was lost
};

// A new invitation for somebody whose password is lost, or known to another: the password and the invitations
// before it are worth nothing any more, and the account's sessions end. Whoever invites never learns a
// password: the owner sets the new one.
Result<Invitation> invite_account(Session& session, const InviteAccount& command);

// While nobody has a password yet, one for the actor, who started the program and may invite; none otherwise.
Result<std::optional<Invitation>> first_invitation(Session& session);

// Nobody acts as a suspended account, by whatever proof; its sessions end. Nobody suspends themself, nor the
// last administrator who could resume anybody. Suspending twice changes nothing.
Result<model::Account> suspend_account(Session& session, const std::string& account);
Result<model::Account> resume_account(Session& session, const std::string& account);

struct Enrolment {
    model::Account account;
    std::string token;  // said once; only its hash is kept
};

// Turns an invitation into a personal token. It needs no session: the invitation is the proof.
Result<Enrolment> enrol(Workspace& workspace, std::string_view code, const Clock& clock,
                        Randomness& randomness, const std::string& channel);

}  // namespace cadran::app
