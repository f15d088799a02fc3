// SPDX-License-Identifier: Apache-2.0
// How guessing is slowed down: who failed too often waits, longer each time.
//
// Tries are counted for the account and for the address they come from. Nobody can keep a person out by
// guessing in their name: a browser that the person signed in with before carries the token of a device, and
// tries with it are counted for that device alone, whatever others do elsewhere. On a new device, while
// somebody keeps guessing, an invitation of an administrator comes in without waiting. (After OWASP's “device
// cookies”.) Counts live in the store under keyed digests: they survive a restart, and a copy of the store
// tells nobody's address.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/session.h"
#include "base/clock.h"
#include "base/secret_box.h"
#include "store/unit_of_work.h"

namespace cadran::app {

// What tries are counted for.
struct Counted {
    Digest key;
    int free = 0;            // so many may fail before anybody waits
    bool is_shared = false;  // by people who have nothing to do with each other
};

// The first wait; each further failure doubles it, up to the longest. A day without failure and all is
// forgotten.
inline constexpr std::chrono::seconds first_wait{1};
inline constexpr std::chrono::seconds longest_wait{900};
inline constexpr std::chrono::hours failures_last{24};

class Throttle {
  public:
    // Fails where the keys are not on this machine.
    static Result<Throttle> of(const Workspace& workspace);

    // For a sign-in: the device where its token is genuine and that account's, else the account, whether it
    // exists or not, and the address unless it is empty.
    std::vector<Counted> for_sign_in(const std::string& account, const std::string& address,
                                     const std::string& device) const;
    // For who comes back from the provider: the address alone, for nobody is known yet.
    std::vector<Counted> for_return(const std::string& address) const;
    // For what somebody who is signed in must prove again.
    std::vector<Counted> for_proof(const std::string& account) const;

    // Counts a try that is about to be made, so that many at once are counted too, or refuses it with
    // `app.try_again_later` and counts nothing.
    static Done count(Workspace& workspace, const Clock& clock, const std::vector<Counted>& counted);
    // It came to nothing, one way or the other.
    static void take_back(Workspace& workspace, const Clock& clock, const std::vector<Counted>& counted);
    // It succeeded: the failures of account and device are forgotten, this one of the address is taken back.
    // (From there others may have failed; and whoever has an account could guess others' for ever.)
    static void forgive(store::UnitOfWork& work, const std::vector<Counted>& counted);

    // A token for a browser that the account signed in with.
    std::string new_device(const std::string& account, Randomness& randomness) const;

  private:
    explicit Throttle(const SecretKey& key) : key_(key) {}
    bool is_device_of(const std::string& account, const std::string& device) const;
    std::string mark_of_device(const std::string& account, std::string_view number) const;
    Digest key_of(std::string_view kind, std::string_view what) const;

    SecretKey key_;
};

// That the session's actor gave a wrong password or code.
void journal_failed_proof(Session& session);

// Forgets what counts no more.
void forget_old_tries(store::UnitOfWork& work);

}  // namespace cadran::app
