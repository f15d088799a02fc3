// SPDX-License-Identifier: Apache-2.0
#include "app/second_factor.h"

#include <algorithm>

#include "app/definitions.h"
#include "app/throttle.h"
#include "base/base64.h"
#include "base/one_time_password.h"
#include "base/secret_box.h"
#include "store/access_repository.h"
#include "store/account_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

using model::Credential;

constexpr int recovery_codes = 10;
constexpr std::size_t secret_size = 20;         // as RFC 4226, section 4, recommends
constexpr std::size_t recovery_code_size = 10;  // 80 bits: 16 letters

Result<SecretKey> sealing_key(const Workspace& workspace) {
    const auto keys = workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    return derived_key(keys->signing.seed(), "second factors");
}

std::string random_bytes(Randomness& randomness, std::size_t size) {
    std::vector<std::uint8_t> bytes(size);
    randomness.fill(bytes);
    return {bytes.begin(), bytes.end()};
}

// As people type it: the spaces and hyphens that part it do not count.
std::string plain_code(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c >= 'a' && c <= 'z')
            plain += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            plain += c;
        else if (c != ' ' && c != '-')
            return {};
    }
    return plain;
}

Digest hash_of_recovery(const std::string& account, const std::string& plain) {
    return sha256("recovery:" + account + ":" + plain);
}

std::optional<std::string> kept_secret(const Workspace& workspace, const std::string& account,
                                       const store::KeptSecondFactor& kept) {
    const auto key = sealing_key(workspace);
    const auto sealed = bytes_of_base64(kept.sealed);
    if (!key || !sealed) return {};
    return unseal(*key, *sealed, account);
}

std::optional<std::int64_t> step_of(const Workspace& workspace, const std::string& account,
                                    const store::KeptSecondFactor& kept, const std::string& plain,
                                    Instant now) {
    const auto secret = kept_secret(workspace, account, kept);
    if (!secret) return {};
    return matching_step(*secret, plain, now, kept.last_step);
}

// Gives the account its codes; as people write them down: `ABCD-EFGH-IJKL-MNOP`.
std::vector<std::string> insert_recovery_codes(store::UnitOfWork& work, const std::string& account,
                                               Randomness& randomness) {
    store::AccountRepository accounts(work.database());
    std::vector<std::string> codes;
    for (int i = 0; i < recovery_codes; ++i) {
        const std::string plain = base32_text(random_bytes(randomness, recovery_code_size));
        accounts.insert_credential({.kind = Credential::Kind::recovery,
                                    .hash = hash_of_recovery(account, plain),
                                    .created_at = work.now()},
                                   account);
        codes.push_back(fmt::format("{}-{}-{}-{}", plain.substr(0, 4), plain.substr(4, 4), plain.substr(8, 4),
                                    plain.substr(12)));
    }
    return codes;
}

tl::unexpected<Failure> wrong_code() {
    return refused({"app.wrong_code"}, Message{"app.check_the_time"});
}

store::UnitOfWork work_of(Session& session) {
    return {session.workspace.database(), session.clock, session.actor.name, session.channel};
}

bool switched_off(Session& session, std::string_view code, const std::vector<Counted>& counted) {
    store::UnitOfWork work = work_of(session);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(session.actor.name);
    if (!use_code(work, session.workspace, *account, code)) return false;
    store::AccessRepository(work.database()).remove_second_factor(account->name);
    accounts.remove_credentials(account->name, Credential::Kind::recovery);
    Throttle::forgive(work, counted);
    work.journal("account.switch-off-second-factor", store::subject(*account), store::state(*account),
                 store::state(*accounts.find(account->name)));
    work.commit();
    return true;
}

}  // namespace

Result<NewSecondFactor> begin_second_factor(Session& session) {
    if (const Done proved = expect_fresh_proof(session); !proved) return tl::unexpected(proved.error());
    const auto key = sealing_key(session.workspace);
    if (!key) return tl::unexpected(key.error());
    const auto organisation = organisation_of(session);
    if (!organisation) return tl::unexpected(organisation.error());
    const std::string& name = session.actor.name;
    const std::string secret = random_bytes(session.randomness, secret_size);

    store::UnitOfWork work = work_of(session);
    store::AccountRepository accounts(work.database());
    const auto account = accounts.find(name);
    if (account->asks_for_code())
        return conflict({"app.second_factor_is_on"}, Message{"app.switch_it_off_first"});
    store::AccessRepository(work.database())
        .put_second_factor(name, {base64_text(seal(*key, secret, name, session.randomness)), {}, 0});
    work.journal("account.begin-second-factor", store::subject(*account), store::state(*account),
                 store::state(*accounts.find(name)));
    work.commit();
    return NewSecondFactor{base32_text(secret), otpauth_uri((*organisation)->name, name, secret)};
}

Result<std::vector<std::string>> confirm_second_factor(Session& session, std::string_view code) {
    const auto throttle = Throttle::of(session.workspace);
    if (!throttle) return tl::unexpected(throttle.error());
    const std::string& name = session.actor.name;
    const auto counted = throttle->for_proof(name);
    if (const Done may = Throttle::count(session.workspace, session.clock, counted); !may)
        return tl::unexpected(may.error());

    store::UnitOfWork work = work_of(session);
    store::AccountRepository accounts(work.database());
    store::AccessRepository access(work.database());
    const auto account = accounts.find(name);
    auto kept = access.second_factor(name);
    if (!kept) return conflict({"app.no_second_factor"}, Message{"app.begin_second_factor"});
    if (kept->confirmed_at) return conflict({"app.second_factor_is_on"}, Message{"app.switch_it_off_first"});
    const auto step = step_of(session.workspace, name, *kept, plain_code(code), work.now());
    if (!step) return wrong_code();
    kept->confirmed_at = work.now();
    kept->last_step = *step;
    access.put_second_factor(name, *kept);
    std::vector<std::string> codes = insert_recovery_codes(work, name, session.randomness);
    Throttle::forgive(work, counted);
    work.journal("account.confirm-second-factor", store::subject(*account), store::state(*account),
                 store::state(*accounts.find(name)));
    work.commit();
    return codes;
}

Done switch_off_second_factor(Session& session, std::string_view code) {
    const auto throttle = Throttle::of(session.workspace);
    if (!throttle) return tl::unexpected(throttle.error());
    const std::string& name = session.actor.name;
    const auto counted = throttle->for_proof(name);
    if (const Done may = Throttle::count(session.workspace, session.clock, counted); !may)
        return tl::unexpected(may.error());

    if (!store::AccountRepository(session.workspace.database()).find(name)->asks_for_code())
        return conflict({"app.no_second_factor"});
    if (switched_off(session, code, counted)) return {};
    journal_failed_proof(session);
    return wrong_code();
}

SecondFactorState second_factor_of(const model::Account& account) {
    const auto left = std::ranges::count_if(account.credentials, [](const Credential& one) {
        return one.kind == Credential::Kind::recovery && !one.used_at;
    });
    return {account.asks_for_code(), static_cast<int>(left)};
}

bool use_code(store::UnitOfWork& work, const Workspace& workspace, const model::Account& account,
              std::string_view code) {
    store::AccessRepository access(work.database());
    const auto kept = access.second_factor(account.name);
    const std::string plain = plain_code(code);
    if (!kept || !kept->confirmed_at || plain.empty()) return false;
    if (const auto step = step_of(workspace, account.name, *kept, plain, work.now()))
        return access.use_step(account.name, *step);
    const Digest hash = hash_of_recovery(account.name, plain);
    return std::ranges::any_of(account.credentials,
                               [&](const Credential& one) {
                                   return one.kind == Credential::Kind::recovery && one.hash == hash;
                               }) &&
           store::AccountRepository(work.database()).use_up(hash, work.now());
}

}  // namespace cadran::app
