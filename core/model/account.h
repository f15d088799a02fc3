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
    enum class Kind { invitation, token };

    Kind kind = Kind::token;
    Digest hash;
    std::optional<Instant> expires_at = {};
    std::optional<Instant> used_at = {};  // an invitation serves once
};

std::string_view credential_kind_name(Credential::Kind kind);

struct Account {
    std::string name;    // `claire.vasseur`: lower-case letters, digits, `.` and `-`; at most 64
    std::string person;  // as people call them
    std::vector<Role> roles;
    std::vector<std::string> handler_codes;  // by which records name this person
    std::string system_user;                 // of the operating system; empty where there is none
    int revision = 1;
    std::vector<Credential> credentials = {};  // by hash

    bool has(Role role) const;
    bool is_handler(std::string_view code) const;
};

bool is_account_name(std::string_view name);

}  // namespace cadran::model
