// SPDX-License-Identifier: Apache-2.0
#include "store/account_repository.h"

#include <algorithm>

namespace cadran::store {

namespace {

std::optional<Instant> optional_instant(const Rows& row, int column) {
    if (row.is_null(column)) return {};
    return row.instant(column);
}

// `take` is given an account and a row of what is theirs, whose first column is their name.
template <typename Take>
void for_each(Database& database, const char* sql, const std::string& first, const std::string& last,
              std::vector<model::Account>& accounts, const Take& take) {
    for (Rows row = database.query(sql, first, last); row.next();)
        take(*std::ranges::lower_bound(accounts, row.text(0), {}, &model::Account::name), row);
}

}  // namespace

// Each with what is theirs, in as many queries for all as for one.
std::vector<model::Account> AccountRepository::people_between(const std::string& first,
                                                              const std::string& last) {
    std::vector<model::Account> accounts;
    for (Rows row = database_.query(
             "select name, person, system_user, revision, mail, digest, digest_on, suspended_at"
             " from account where name between $1 and $2 order by name",
             first, last);
         row.next();) {
        model::Account& account = accounts.emplace_back();
        account.name = row.text(0);
        account.person = row.text(1);
        account.system_user = row.text(2);
        account.revision = row.number(3);
        account.mail = row.text(4);
        account.digest = model::parse_digest_rhythm(row.text(5)).value_or(model::DigestRhythm::never);
        if (!row.is_null(6)) account.digest_on = row.date(6);
        account.suspended_at = optional_instant(row, 7);
    }
    for_each(database_,
             "select account, role from account_role where account between $1 and $2 order by account, role",
             first, last, accounts, [](model::Account& account, const Rows& row) {
                 if (const auto role = model::parse_role(row.text(1))) account.roles.push_back(*role);
             });
    for_each(database_,
             "select account, code from handler_code where account between $1 and $2 order by account, code",
             first, last, accounts,
             [](model::Account& account, const Rows& row) { account.handler_codes.push_back(row.text(1)); });
    return accounts;
}

std::vector<model::Account> AccountRepository::between(const std::string& first, const std::string& last) {
    std::vector<model::Account> accounts = people_between(first, last);
    for_each(database_,
             "select account, kind, hash, expires_at, used_at, name, created_at, seen_at from credential"
             " where account between $1 and $2 order by account, hash",
             first, last, accounts, [](model::Account& account, const Rows& row) {
                 const auto kind = model::parse_credential_kind(row.text(1));
                 if (!kind) throw Fault(Fault::Kind::damaged, "a credential of an unknown kind");
                 account.credentials.push_back({*kind, row.digest(2), optional_instant(row, 3),
                                                optional_instant(row, 4), row.text(5),
                                                optional_instant(row, 6), optional_instant(row, 7)});
             });
    // Digests of what stands beside the account.
    for_each(database_, "select account, hash from password where account between $1 and $2", first, last,
             accounts,
             [](model::Account& account, const Rows& row) { account.password = sha256(row.text(1)); });
    for_each(database_,
             "select account, sealed, confirmed_at from second_factor where account between $1 and $2", first,
             last, accounts, [](model::Account& account, const Rows& row) {
                 account.second_factor = model::SecondFactor{sha256(row.text(1)), optional_instant(row, 2)};
             });
    return accounts;
}

std::optional<model::Account> AccountRepository::find(const std::string& name) {
    std::vector<model::Account> found = between(name, name);
    if (found.empty()) return {};
    return std::move(found.front());
}

std::optional<model::Account> AccountRepository::find_by_system_user(const std::string& system_user) {
    Rows row = database_.query("select name from account where system_user = $1", system_user);
    if (!row.next()) return {};
    return find(row.text(0));
}

std::optional<std::string> AccountRepository::find_by_handler_code(const std::string& code) {
    Rows row = database_.query("select account from handler_code where code = $1", code);
    if (!row.next()) return {};
    return row.text(0);
}

std::vector<model::Account> AccountRepository::list() {
    return between("", "\x7F");
}

std::vector<model::Account> AccountRepository::people() {
    return people_between("", "\x7F");
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

void AccountRepository::update_suspension(model::Account& account) {
    ++account.revision;
    database_.execute("update account set suspended_at = $2, revision = $3 where name = $1", account.name,
                      account.suspended_at, account.revision);
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

void AccountRepository::insert_credential(const model::Credential& credential, const std::string& account) {
    database_.execute(
        "insert into credential (hash, account, kind, name, created_at, expires_at, used_at, seen_at) values "
        "($1, $2, $3, $4, $5, $6, $7, $8)",
        credential.hash, account, model::credential_kind_name(credential.kind), credential.name,
        credential.created_at, credential.expires_at, credential.used_at, credential.seen_at);
}

bool AccountRepository::use_up(const Digest& credential, Instant now) {
    return database_.execute("update credential set used_at = $2 where hash = $1 and used_at is null",
                             credential, now) == 1;
}

void AccountRepository::see(const Digest& session, Instant now) {
    database_.execute("update credential set seen_at = $2 where hash = $1 and kind = 'session'", session,
                      now);
}

bool AccountRepository::remove_credential(const Digest& credential) {
    return database_.execute("delete from credential where hash = $1", credential) == 1;
}

void AccountRepository::remove_credentials(const std::string& account, CredentialKind kind) {
    database_.execute("delete from credential where account = $1 and kind = $2", account,
                      model::credential_kind_name(kind));
}

}  // namespace cadran::store
