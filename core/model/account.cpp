// SPDX-License-Identifier: Apache-2.0
#include "model/account.h"

#include <algorithm>

#include "base/named.h"

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

constexpr Named<DigestRhythm> rhythms[]{
    {DigestRhythm::daily, "daily", "chaque jour", "daily"},
    {DigestRhythm::weekly, "weekly", "chaque semaine", "weekly"},
    {DigestRhythm::never, "never", "jamais", "never"},
};

constexpr Named<Credential::Kind> credential_kinds[]{
    {Credential::Kind::invitation, "invitation", "invitation", "invitation"},
    {Credential::Kind::token, "token", "jeton", "token"},
    {Credential::Kind::session, "session", "session", "session"},
    {Credential::Kind::calendar, "calendar", "calendrier", "calendar"},
    {Credential::Kind::recovery, "recovery", "code de secours", "recovery code"},
    {Credential::Kind::identity, "identity", "identité chez le fournisseur", "identity at the provider"},
};

Date monday_of(Date date) {
    const std::chrono::sys_days day{date};
    return Date{day - (std::chrono::weekday{day} - std::chrono::Monday)};
}

bool is_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Parts of those characters, joined by single dots.
bool is_dotted(std::string_view text, std::string_view besides) {
    if (text.empty() || text.front() == '.' || text.back() == '.') return false;
    if (text.find("..") != std::string_view::npos) return false;
    return std::ranges::all_of(text, [&](char c) {
        return is_alphanumeric(c) || c == '.' || besides.find(c) != std::string_view::npos;
    });
}

}  // namespace

std::string_view digest_rhythm_name(DigestRhythm rhythm) {
    return named(rhythms, rhythm).name;
}

std::optional<DigestRhythm> parse_digest_rhythm(std::string_view name) {
    return parse_named(rhythms, name);
}

LocalText digest_rhythm_title(DigestRhythm rhythm) {
    return title_of(rhythms, rhythm);
}

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
    return named(credential_kinds, kind).name;
}

std::optional<Credential::Kind> parse_credential_kind(std::string_view name) {
    return parse_named(credential_kinds, name);
}

LocalText credential_kind_title(Credential::Kind kind) {
    return title_of(credential_kinds, kind);
}

std::string Credential::id() const {
    return hash.hex().substr(0, 12);
}

bool Account::has(Role role) const {
    return std::ranges::find(roles, role) != roles.end();
}

bool Account::is_handler(std::string_view code) const {
    return std::ranges::find(handler_codes, code) != handler_codes.end();
}

bool Account::wants_digest(Date today) const {
    if (mail.empty() || suspended_at || digest == DigestRhythm::never) return false;
    return !digest_on || *digest_on < (digest == DigestRhythm::weekly ? monday_of(today) : today);
}

bool is_mail_address(std::string_view text) {
    const auto at = text.find('@');
    return text.size() <= 254 && at != std::string_view::npos && at <= 64 &&
           is_dotted(text.substr(0, at), "!#$%&'*+-/=?^_`{|}~") && is_dotted(text.substr(at + 1), "-");
}

bool is_account_name(std::string_view name) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, fits);
}

}  // namespace cadran::model
