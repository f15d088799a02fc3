// SPDX-License-Identifier: Apache-2.0
#include "app/sign_in.h"

#include "app/password_rules.h"
#include "app/second_factor.h"
#include "app/throttle.h"
#include "app/web_session.h"
#include "base/text.h"
#include "store/access_repository.h"
#include "store/account_repository.h"
#include "store/state.h"

namespace cadran::app {

namespace {

// Who acts where nobody knows; no account is called so.
constexpr const char* nobody_known = "?";

// Phones begin names with a capital, and end them with a space.
std::string plain_name(std::string_view typed) {
    std::string name(trimmed(typed));
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return name;
}

class SigningIn {
  public:
    SigningIn(const Entrance& entrance, const SignIn& command, const Throttle& throttle)
        : entrance_(entrance),
          command_(command),
          name_(plain_name(command.account)),
          throttle_(throttle),
          counted_(throttle.for_sign_in(name_, entrance.address, entrance.device)) {}

    Result<SignedIn> sign_in() {
        Workspace& workspace = entrance_.workspace;
        if (const Done may = Throttle::count(workspace, entrance_.clock, counted_); !may)
            return tl::unexpected(may.error());
        const auto right = is_password_right();
        if (!right) {
            Throttle::take_back(workspace, entrance_.clock, counted_);
            return tl::unexpected(right.error());
        }
        if (!*right) return failed();
        // While nobody waits for the store.
        std::optional<std::string> stronger;
        if (entrance_.passwords.is_outdated(hash_)) {
            if (auto hash = entrance_.passwords.hash(command_.password)) stronger = std::move(*hash);
        }
        return enter(stronger);
    }

  private:
    Result<bool> is_password_right() {
        // What is longer than any password is none, however much of it is hashed.
        const std::string_view typed = std::string_view(command_.password).substr(0, longest_password + 1);
        if (const auto hash = store::AccessRepository(entrance_.workspace.database()).password(name_)) {
            hash_ = *hash;
            return entrance_.passwords.matches(typed, hash_);
        }
        if (const Done worked = entrance_.passwords.match_nothing(typed); !worked)
            return tl::unexpected(worked.error());
        return false;
    }

    // The password was right a moment ago; all else is looked at now.
    Result<SignedIn> enter(const std::optional<std::string>& stronger) {
        store::Database& database = entrance_.workspace.database();
        std::optional<SignedIn> done;
        {
            store::UnitOfWork work(database, entrance_.clock, name_, entrance_.channel);
            store::AccountRepository accounts(work.database());
            store::AccessRepository access(work.database());
            const auto account = accounts.find(name_);
            const bool may = account && !account->suspended_at && access.password(account->name) == hash_ &&
                             (!account->asks_for_code() ||
                              use_code(work, entrance_.workspace, *account, command_.one_time_code));
            if (may) {
                if (stronger) access.put_password(account->name, *stronger);
                const OpenedSession opened =
                    open_web_session(work, entrance_.workspace, account->name, entrance_.randomness);
                Throttle::forgive(work, counted_);
                const auto after = accounts.find(account->name);
                done = SignedIn{*after, opened.token, opened.ends_at,
                                throttle_.new_device(account->name, entrance_.randomness)};
                if (account->asks_for_code()) {
                    const int left = second_factor_of(*after).recovery_codes_left;
                    if (left < second_factor_of(*account).recovery_codes_left)
                        done->recovery_codes_left = left;
                }
                work.journal("account.sign-in", store::subject(*after), store::state(*account),
                             store::state(*after));
                work.commit();
            }
        }
        if (!done) return failed();
        if (!command_.previous_session.empty()) {
            if (const Done out = sign_out(entrance_.workspace, command_.previous_session, entrance_.clock,
                                          entrance_.channel);
                !out)
                return tl::unexpected(out.error());
        }
        return *done;
    }

    Result<SignedIn> failed() {
        store::UnitOfWork work(entrance_.workspace.database(), entrance_.clock, nobody_known,
                               entrance_.channel);
        // What was typed may be a password in the wrong field: only what names an account is told.
        const auto account = store::AccountRepository(work.database()).find(name_);
        work.journal("account.sign-in-failed",
                     account ? store::subject(*account) : std::string("account/") + nobody_known, {}, {});
        work.commit();
        return refused({"app.sign_in_failed"}, Message{"app.check_what_was_typed"});
    }

    const Entrance& entrance_;
    const SignIn& command_;
    const std::string name_;
    const Throttle& throttle_;
    std::vector<Counted> counted_;
    std::string hash_;
};

}  // namespace

Result<SignedIn> sign_in(const Entrance& entrance, const SignIn& command) {
    const auto throttle = Throttle::of(entrance.workspace);
    if (!throttle) return tl::unexpected(throttle.error());
    return SigningIn(entrance, command, *throttle).sign_in();
}

std::optional<std::chrono::seconds> wait_of(const Failure& failure) {
    for (const Diagnostic& one : failure.diagnostics) {
        if (one.what.id != "app.try_again_later") continue;
        for (const auto& [name, value] : one.what.arguments) {
            if (name == "count") return std::chrono::seconds{std::get<std::int64_t>(value)};
        }
    }
    return {};
}

}  // namespace cadran::app
