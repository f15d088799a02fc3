// SPDX-License-Identifier: Apache-2.0
#include "app/throttle.h"

#include <algorithm>

#include "store/access_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

constexpr int free_for_account = 5;
constexpr int free_for_device = 5;
// People who work behind one address mistype too.
constexpr int free_for_address = 30;

constexpr std::size_t number_digits = 32;
constexpr std::size_t mark_digits = 64;

store::Tries counting_tries(store::AccessRepository& access, const Digest& key, Instant now) {
    const store::Tries tries = access.tries(key);
    return now - tries.last_at > failures_last ? store::Tries{} : tries;
}

std::chrono::seconds wait_after(std::int64_t failed, int free) {
    if (failed < free) return std::chrono::seconds{0};
    std::chrono::seconds wait = first_wait;
    for (std::int64_t i = free; i < failed && wait < longest_wait; ++i) wait *= 2;
    return std::min(wait, longest_wait);
}

// Up to a whole second. A clock that was set back makes nobody wait for longer than the rule says.
std::chrono::seconds rest_of_wait(const store::Tries& tries, int free, Instant now) {
    const auto wait = wait_after(tries.failed, free);
    const auto rest = std::chrono::ceil<std::chrono::seconds>(tries.last_at + wait - now);
    return std::clamp(rest, std::chrono::seconds{0}, wait);
}

void take_one_back(store::AccessRepository& access, const Digest& key) {
    const store::Tries tries = access.tries(key);
    if (tries.failed > 1)
        access.put_tries(key, {tries.failed - 1, tries.last_at});
    else
        access.forget_tries(key);
}

}  // namespace

Result<Throttle> Throttle::of(const Workspace& workspace) {
    const auto keys = workspace.keys();
    if (!keys) return tl::unexpected(keys.error());
    return Throttle(derived_key(keys->signing.seed(), "throttle"));
}

Digest Throttle::key_of(std::string_view kind, std::string_view what) const {
    return keyed_digest(key_, fmt::format("{}:{}", kind, what));
}

std::vector<Counted> Throttle::for_sign_in(const std::string& account, const std::string& address,
                                           const std::string& device) const {
    if (is_device_of(account, device)) return {{key_of("device", device), free_for_device}};
    std::vector<Counted> counted{{key_of("account", account), free_for_account}};
    if (!address.empty()) counted.push_back({key_of("address", address), free_for_address, true});
    return counted;
}

std::vector<Counted> Throttle::for_return(const std::string& address) const {
    if (address.empty()) return {};
    return {{key_of("address", address), free_for_address, true}};
}

std::vector<Counted> Throttle::for_proof(const std::string& account) const {
    return {{key_of("proof", account), free_for_account}};
}

Done Throttle::count(Workspace& workspace, const Clock& clock, const std::vector<Counted>& counted) {
    store::UnitOfWork work(workspace.database(), clock, "", "");  // nothing that the journal tells of
    store::AccessRepository access(work.database());
    std::chrono::seconds wait{0};
    for (const Counted& one : counted)
        wait =
            std::max(wait, rest_of_wait(counting_tries(access, one.key, work.now()), one.free, work.now()));
    if (wait > std::chrono::seconds{0})
        return refused({"app.try_again_later", {{"count", std::int64_t{wait.count()}}}},
                       Message{"app.why_to_wait"});
    for (const Counted& one : counted) {
        const store::Tries tries = counting_tries(access, one.key, work.now());
        access.put_tries(one.key, {tries.failed + 1, work.now()});
    }
    work.commit();
    return {};
}

void Throttle::take_back(Workspace& workspace, const Clock& clock, const std::vector<Counted>& counted) {
    store::UnitOfWork work(workspace.database(), clock, "", "");
    store::AccessRepository access(work.database());
    for (const Counted& one : counted) take_one_back(access, one.key);
    work.commit();
}

void Throttle::forgive(store::UnitOfWork& work, const std::vector<Counted>& counted) {
    store::AccessRepository access(work.database());
    for (const Counted& one : counted) {
        if (one.is_shared)
            take_one_back(access, one.key);
        else
            access.forget_tries(one.key);
    }
}

std::string Throttle::mark_of_device(const std::string& account, std::string_view number) const {
    return key_of("device of " + account, number).hex();
}

std::string Throttle::new_device(const std::string& account, Randomness& randomness) const {
    std::array<std::uint8_t, number_digits / 2> bytes;
    randomness.fill(bytes);
    const std::string number = hex_text(bytes);
    return number + mark_of_device(account, number);
}

bool Throttle::is_device_of(const std::string& account, const std::string& device) const {
    if (device.size() != number_digits + mark_digits) return false;
    return same_secret(std::string_view(device).substr(number_digits),
                       mark_of_device(account, std::string_view(device).substr(0, number_digits)));
}

void journal_failed_proof(Session& session) {
    store::UnitOfWork work(session.workspace.database(), session.clock, session.actor.name, session.channel);
    work.journal("account.proof-failed", store::subject(session.actor), {}, {});
    work.commit();
}

void forget_old_tries(store::UnitOfWork& work) {
    store::AccessRepository(work.database()).forget_tries_before(work.now() - failures_last);
}

}  // namespace cadran::app
