// SPDX-License-Identifier: Apache-2.0
#include "model/account.h"

#include <algorithm>

namespace cadran::model {

namespace {

struct RoleWords {
    std::string_view name;
    const char* fr;
    const char* en;
};

RoleWords words(Role role) {
    switch (role) {
        case Role::administrator: return {"administrator", "administrateur", "administrator"};
        case Role::quality_manager: return {"quality-manager", "responsable qualité", "quality manager"};
        case Role::pilot: return {"pilot", "pilote de processus", "process owner (pilot)"};
        case Role::backup: return {"back-up", "suppléant", "back-up"};
        case Role::handler: return {"handler", "gestionnaire", "handler"};
        case Role::line_manager: return {"line-manager", "responsable hiérarchique", "line manager"};
        case Role::referent: return {"referent", "référent technique", "technical referent"};
        case Role::controller: return {"controller", "contrôleur", "controller"};
        case Role::auditor: return {"auditor", "auditeur", "auditor"};
        case Role::auditee: return {"auditee", "audité", "auditee"};
        case Role::management: return {"management", "direction", "management"};
        case Role::external_auditor: return {"external-auditor", "certificateur", "external auditor"};
        case Role::tracfin_correspondent:
            return {"tracfin-correspondent", "correspondant Tracfin", "Tracfin correspondent"};
        case Role::plugin_author: break;
    }
    return {"plugin-author", "auteur de modules", "plugin author"};
}

}  // namespace

std::string_view role_name(Role role) {
    return words(role).name;
}

std::optional<Role> parse_role(std::string_view name) {
    for (const Role role : all_roles) {
        if (role_name(role) == name) return role;
    }
    return {};
}

LocalText role_title(Role role) {
    return {words(role).fr, words(role).en};
}

std::string_view credential_kind_name(Credential::Kind kind) {
    return kind == Credential::Kind::invitation ? "invitation" : "token";
}

bool Account::has(Role role) const {
    return std::ranges::find(roles, role) != roles.end();
}

bool Account::is_handler(std::string_view code) const {
    return std::ranges::find(handler_codes, code) != handler_codes.end();
}

bool is_account_name(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, fits);
}

}  // namespace cadran::model
