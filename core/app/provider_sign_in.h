// SPDX-License-Identifier: Apache-2.0
// Coming in through the organisation's provider: to it with a ticket, and back with a code (OpenID Connect
// Core 1.0, section 3.1; PKCE, RFC 7636). What follows is a session like any other.
#pragma once

#include <string>

#include "app/provider_client.h"
#include "app/sign_in.h"

namespace cadran::app {

// A departure is good for so long.
inline constexpr std::chrono::minutes ticket_lasts{10};

struct Departure {
    std::string callback;               // where the provider sends the browser back to
    std::string next = {};              // the page to show then
    std::string previous_session = {};  // the session token of the browser; that session ends at the return
    bool prove_again = false;  // asks the person for a proof even where the provider knows them still
};
struct Departed {
    std::string address;  // where the browser goes
    std::string ticket;   // for a cookie of it: enciphered, tells nobody anything
};
Result<Departed> depart_to_provider(const Entrance& entrance, ProviderClient& client,
                                    const Departure& departure);

struct Return {
    std::string ticket;                      // of the cookie
    std::string state, code, error, issuer;  // as the provider sent them along; may be forged
    std::string callback;
};
struct Returned {
    SignedIn signed_in;
    std::string next;
};
// Refused where the browser did not depart, or longer ago than `ticket_lasts`; where the provider says no;
// where its token is not for this sign-in, this client and this moment, or not signed by it; where nobody's
// account is known to be that person's. The first time, the account may be found by the claim that
// `set_provider` names: the identifier is linked with it then, and counts alone from then on. Each refusal
// stands in the journal.
Result<Returned> return_from_provider(const Entrance& entrance, ProviderClient& client, const Return& back);

}  // namespace cadran::app
