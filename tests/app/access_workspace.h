// SPDX-License-Identifier: Apache-2.0
// The sample workspace with what signing in needs, and people who have passwords.
#pragma once

#include <boost/test/unit_test.hpp>

#include "app/account.h"
#include "app/journal.h"
#include "app/password.h"
#include "app/sample_workspace.h"
#include "app/web_session.h"
#include "base/password_hasher.h"

namespace cadran::app {

inline const std::string good_password = "quatre chats gris dorment";
inline const std::string other_password = "sept canards bleus nagent";
inline const std::string home_address = "198.51.100.7";
inline const std::string claire = "claire.vasseur";

struct AccessWorkspace : SampleWorkspace {
    PasswordHasher passwords{{1, 8}};  // what it costs is tested in tests/base
    Session admin = as("admin");

    Entrance entrance(const std::string& address = home_address, const std::string& device = "") {
        return {workspace(), clock(), randomness(), passwords, "web", address, device};
    }

    std::string invited(const std::string& account) {
        const auto invitation = invite_account(admin, {account});
        BOOST_REQUIRE_MESSAGE(invitation, told(invitation));
        return invitation->code;
    }
    SignedIn with_password(const std::string& account, const std::string& password = good_password) {
        const auto done = set_password(entrance(), {invited(account), password});
        BOOST_REQUIRE_MESSAGE(done, told(done));
        return *done;
    }

    std::string told_of(const SignIn& typed, const std::string& address = home_address,
                        const std::string& device = "") {
        return told(sign_in(entrance(address, device), typed));
    }
    SignedIn entered(const SignIn& typed, const std::string& address = home_address,
                     const std::string& device = "") {
        const auto done = sign_in(entrance(address, device), typed);
        BOOST_REQUIRE_MESSAGE(done, told(done));
        return *done;
    }
    std::string visits(const std::string& token) {
        const auto account = account_of_web_session(workspace(), token, clock());
        return account ? account->name : told(account);
    }

    // The acts of the journal from an entry on, each as `actor act subject`.
    std::vector<std::string> acts_after(std::int64_t number) {
        std::vector<std::string> acts;
        const std::vector<ListedEntry> entries = list_journal(admin, number).value();
        for (const ListedEntry& one : entries)
            acts.push_back(one.entry.actor + " " + one.entry.act + " " + one.entry.subject);
        return acts;
    }
    // Everything that the journal says of the store is so.
    std::string proven() {
        const auto proof = verify_journal(admin);
        BOOST_REQUIRE(proof.has_value());
        return proof->faults.empty() ? "proven" : proof->faults.front().what.id;
    }
};

}  // namespace cadran::app
