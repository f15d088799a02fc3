// SPDX-License-Identifier: Apache-2.0
#include "store/account_repository.h"

namespace cadran::store {

namespace {

std::optional<Instant> optional_instant(const Rows& row, int column) {
    if (row.is_null(column)) return {};
    return row.instant(column);
}

}  // namespace

std::vector<model::Credential> AccountRepository::credentials_of(const std::string& account) {
    std::vector<model::Credential> credentials;
    Rows row = database_.query(
        "select kind, hash, expires_at, used_at from credential where account = $1 order by hash", account);
    while (row.next()) {
        credentials.push_back(
            {row.text(0) == "invitation" ? CredentialKind::invitation : CredentialKind::token, row.digest(1),
             optional_instant(row, 2), optional_instant(row, 3)});
    }
    return credentials;
}

std::optional<model::Account> AccountRepository::first(Rows rows) {
    if (!rows.next()) return {};
    model::Account account;
    account.name = rows.text(0);
    account.person = rows.text(1);
    account.system_user = rows.text(2);
    account.revision = rows.number(3);
    account.mail = rows.text(4);
    account.digest = model::parse_digest_rhythm(rows.text(5)).value_or(model::DigestRhythm::never);
    if (!rows.is_null(6)) account.digest_on = rows.date(6);
    for (Rows row =
             database_.query("select role from account_role where account = $1 order by role", account.name);
         row.next();) {
        if (const auto role = model::parse_role(row.text(0))) account.roles.push_back(*role);
    }
    for (Rows row =
             database_.query("select code from handler_code where account = $1 order by code", account.name);
         row.next();) {
        account.handler_codes.push_back(row.text(0));
    }
    account.credentials = credentials_of(account.name);
    return account;
}

std::optional<model::Account> AccountRepository::find(const std::string& name) {
    return first(
        database_.query("select name, person, system_user, revision, mail, digest, digest_on from account "
                        "where name = $1",
                        name));
}

std::optional<model::Account> AccountRepository::find_by_system_user(const std::string& system_user) {
    return first(database_.query(
        "select name, person, system_user, revision, mail, digest, digest_on from account where system_user "
        "= $1",
        system_user));
}

std::optional<std::string> AccountRepository::find_by_handler_code(const std::string& code) {
    Rows row = database_.query("select account from handler_code where code = $1", code);
    if (!row.next()) return {};
    return row.text(0);
}

std::vector<model::Account> AccountRepository::list() {
    std::vector<model::Account> accounts;
    for (Rows row = database_.query("select name from account order by name"); row.next();)
        accounts.push_back(*find(row.text(0)));
    return accounts;
}

void AccountRepository::insert(const model::Account& account) {
    const std::optional<std::string> system_user =
        account.system_user.empty() ? std::nullopt : std::optional(account.system_user);
    database_.execute("insert into account (name, person, system_user, revision) values ($1, $2, $3, $4)",
                      account.name, account.person, system_user, account.revision);
    for (const model::Role role : account.roles) {
        database_.execute("insert into account_role (account, role) values ($1, $2)", account.name,
                          model::role_name(role));
    }
    for (const std::string& code : account.handler_codes) {
        database_.execute("insert into handler_code (code, account) values ($1, $2)", code, account.name);
    }
}

void AccountRepository::update_digest(model::Account& account) {
    ++account.revision;
    database_.execute(
        "update account set mail = $2, digest = $3, digest_on = $4, revision = $5 where name = $1",
        account.name, account.mail, model::digest_rhythm_name(account.digest), account.digest_on,
        account.revision);
}

std::optional<std::string> AccountRepository::find_by_credential(CredentialKind kind, const Digest& hash,
                                                                 Instant now) {
    Rows row = database_.query(
        "select account from credential where hash = $1 and kind = $2 and used_at is null and (expires_at is "
        "null or expires_at > $3)",
        hash, model::credential_kind_name(kind), now);
    if (!row.next()) return {};
    return row.text(0);
}

void AccountRepository::insert_credential(CredentialKind kind, const Digest& hash, const std::string& account,
                                          std::optional<Instant> expires_at) {
    database_.execute("insert into credential (hash, account, kind, expires_at) values ($1, $2, $3, $4)",
                      hash, account, model::credential_kind_name(kind), expires_at);
}

bool AccountRepository::use_up(const Digest& invitation, Instant now) {
    return database_.execute(
               "update credential set used_at = $2 where hash = $1 and kind = 'invitation' and used_at is "
               "null",
               invitation, now) == 1;
}

}  // namespace cadran::store
