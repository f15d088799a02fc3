// SPDX-License-Identifier: Apache-2.0
// The provider of the organisation that proves who somebody is (OpenID Connect Core 1.0), and which of its
// people has which account. It gives nobody a right: what an account may do stands in its roles.
#pragma once

#include <optional>
#include <string>

#include "app/session.h"
#include "model/account.h"

namespace cadran::app {

struct Provider {
    std::string issuer;     // `https://login.example.org/realms/staff`, as its tokens name it
    std::string client_id;  // under which it knows Cadran
    std::string title;      // as people call it: stands on the page to sign in
    // The claim that says at the first sign-in whose account it is: `email`, proved by the provider, for the
    // address of the account; any other for its name. Empty: an administrator says so for each.
    std::string claim;
    bool has_secret = false;
};

// None where there is none.
std::optional<Provider> provider_of(Workspace& workspace);

struct SetProvider {
    Provider provider;
    std::string secret = {};  // of the client; empty: it has none, and PKCE alone protects the code
};

// Invalid, with all faults, where the issuer is no address by HTTPS; one of this machine may do without.
Result<Provider> set_provider(Session& session, const SetProvider& command);
// Nobody comes in by it any more; who is who is remembered.
Done remove_provider(Session& session);
Result<std::optional<Provider>> show_provider(Session& session);

// Its own secret, as it was set; none where there is none. Fails where the keys are not on this machine.
Result<std::optional<std::string>> secret_of_provider(Workspace& workspace);

// That the provider's person of that identifier (`sub`) is the owner of the account. Conflict where the
// account or the identifier is another's already.
Result<model::Account> link_identity(Session& session, const std::string& account,
                                     const std::string& subject);
Result<model::Account> unlink_identity(Session& session, const std::string& account);

// What the store keeps of it, as a credential of the account.
Digest hash_of_identity(const std::string& issuer, const std::string& subject);

// By HTTPS, without user, query and fragment; by HTTP where it never leaves this machine.
bool is_safe_address(const std::string& address);

}  // namespace cadran::app
