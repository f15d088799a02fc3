// SPDX-License-Identifier: Apache-2.0
#include "store/access_repository.h"

namespace cadran::store {

std::optional<std::string> AccessRepository::password(const std::string& account) {
    Rows row = database_.query("select hash from password where account = $1", account);
    if (!row.next()) return {};
    return row.text(0);
}

void AccessRepository::put_password(const std::string& account, const std::string& hash) {
    database_.execute(
        "insert into password (account, hash) values ($1, $2) on conflict (account) do update set hash = "
        "excluded.hash",
        account, hash);
}

void AccessRepository::remove_password(const std::string& account) {
    database_.execute("delete from password where account = $1", account);
}

std::optional<KeptSecondFactor> AccessRepository::second_factor(const std::string& account) {
    Rows row = database_.query("select sealed, confirmed_at, last_step from second_factor where account = $1",
                               account);
    if (!row.next()) return {};
    KeptSecondFactor factor{row.text(0), {}, row.integer(2)};
    if (!row.is_null(1)) factor.confirmed_at = row.instant(1);
    return factor;
}

void AccessRepository::put_second_factor(const std::string& account, const KeptSecondFactor& factor) {
    remove_second_factor(account);
    database_.execute(
        "insert into second_factor (account, sealed, confirmed_at, last_step) values ($1, $2, $3, $4)",
        account, factor.sealed, factor.confirmed_at, factor.last_step);
}

void AccessRepository::remove_second_factor(const std::string& account) {
    database_.execute("delete from second_factor where account = $1", account);
}

bool AccessRepository::use_step(const std::string& account, std::int64_t step) {
    return database_.execute("update second_factor set last_step = $2 where account = $1 and last_step < $2",
                             account, step) == 1;
}

Tries AccessRepository::tries(const Digest& key) {
    Rows row = database_.query("select failed, last_at from attempt where key = $1", key);
    if (!row.next()) return {};
    return {row.integer(0), row.instant(1)};
}

void AccessRepository::put_tries(const Digest& key, const Tries& tries) {
    database_.execute(
        "insert into attempt (key, failed, last_at) values ($1, $2, $3) on conflict (key) do update set "
        "failed = excluded.failed, last_at = excluded.last_at",
        key, tries.failed, tries.last_at);
}

void AccessRepository::forget_tries(const Digest& key) {
    database_.execute("delete from attempt where key = $1", key);
}

void AccessRepository::forget_tries_before(Instant instant) {
    database_.execute("delete from attempt where last_at < $1", instant);
}

}  // namespace cadran::store
