// SPDX-License-Identifier: Apache-2.0
// People as the system knows them: what they may do follows from their roles.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/hash.h"
#include "base/message.h"

namespace cadran::model {

enum class Role {
    administrator,
    quality_manager,
    pilot,
    backup,
    handler,
    line_manager,
    referent,
    controller,
    auditor,
    auditee,
    management,
    external_auditor,
    tracfin_correspondent,
    plugin_author,
};

inline constexpr std::array all_roles{Role::administrator,
                                      Role::quality_manager,
                                      Role::pilot,
                                      Role::backup,
                                      Role::handler,
                                      Role::line_manager,
                                      Role::referent,
                                      Role::controller,
                                      Role::auditor,
                                      Role::auditee,
                                      Role::management,
                                      Role::external_auditor,
                                      Role::tracfin_correspondent,
                                      Role::plugin_author};

// As commands and files write it: `quality-manager`.
std::string_view role_name(Role role);
std::optional<Role> parse_role(std::string_view name);
LocalText role_title(Role role);

// What an account is proved with: only its hash is known.
struct Credential {
    enum class Kind {
        invitation,  // makes a password or a token, once
        token,       // of a program that acts as the account
        session,     // from a sign-in on the web to its end
        calendar,    // of a program that reads what awaits the account, and nothing else
        recovery,    // replaces the code of a lost authenticator, once
        identity,    // of who the organisation's provider says it is
    };

    Kind kind = Kind::token;
    Digest hash;
    std::optional<Instant> expires_at = {};
    std::optional<Instant> used_at = {};  // or revoked; it is worth nothing any more
    std::string name = {};                // what a token is for
    std::optional<Instant> created_at = {};
    // Of a session, to the minute. How long one looked at pages is nobody's business: it is no part of what
    // the journal proves.
    std::optional<Instant> seen_at = {};

    // Names it among those of its account without proving anything: the first digits of the hash.
    std::string id() const;
    bool serves(Instant now) const { return !used_at && (!expires_at || *expires_at > now); }
};

std::string_view credential_kind_name(Credential::Kind kind);
std::optional<Credential::Kind> parse_credential_kind(std::string_view name);
LocalText credential_kind_title(Credential::Kind kind);

// An authenticator that shows one-time codes. Its secret stays in the store, enciphered.
struct SecondFactor {
    Digest secret;                             // of what is enciphered
    std::optional<Instant> confirmed_at = {};  // before, nobody is asked for a code
};

// How often somebody wants to be told by mail what is due for them.
enum class DigestRhythm { daily, weekly, never };

inline constexpr std::array all_digest_rhythms{DigestRhythm::daily, DigestRhythm::weekly,
                                               DigestRhythm::never};

std::string_view digest_rhythm_name(DigestRhythm rhythm);
std::optional<DigestRhythm> parse_digest_rhythm(std::string_view name);
LocalText digest_rhythm_title(DigestRhythm rhythm);

struct Account {
    std::string name;    // `claire.vasseur`: lower-case letters, digits, `.` and `-`; at most 64
    std::string person;  // as people call them
    std::vector<Role> roles;
    std::vector<std::string> handler_codes;  // by which records name this person
    std::string system_user;                 // of the operating system; empty where there is none
    int revision = 1;
    std::vector<Credential> credentials = {};  // by hash
    std::string mail = {};                     // address; empty: nothing is sent
    DigestRhythm digest = DigestRhythm::daily;
    std::optional<Date> digest_on = {};   // the last day on which one was sent
    std::optional<Digest> password = {};  // of the costly hash, which stays in the store
    std::optional<SecondFactor> second_factor = {};
    std::optional<Instant> suspended_at = {};  // nobody acts as it since

    bool has(Role role) const;
    bool asks_for_code() const { return second_factor && second_factor->confirmed_at; }
    bool is_handler(std::string_view code) const;
    // There is an address, it is not suspended, and none was sent yet that day, or in that week from its
    // Monday on.
    bool wants_digest(Date today) const;
};

bool is_account_name(std::string_view name);

// `claire.vasseur@example.org`: of ASCII, without quoting, comments or control characters; at most 254 bytes.
bool is_mail_address(std::string_view text);

}  // namespace cadran::model
