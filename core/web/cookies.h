// SPDX-License-Identifier: Apache-2.0
// What browsers keep for us: who they are, where they stand, which language they read.
#pragma once

#include <string>
#include <string_view>

#include "app/sign_in.h"
#include "base/catalogue.h"
#include "base/random.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// Tokens, empty where the browser has none.
std::string session_cookie(const Request& request);    // of who signed in
std::string threshold_cookie(const Request& request);  // of a browser in which nobody has
std::string device_cookie(const Request& request);     // by which a person is known when others guess

void set_session_cookies(Response& response, const app::SignedIn& signed_in, const Request& request);
void forget_session_cookie(Response& response, const Request& request);
void set_threshold_cookie(Response& response, const std::string& token, const Request& request);

// What a browser carries to the provider and back: sent along from there, where nothing else is.
std::string ticket_cookie(const Request& request);
void set_ticket_cookie(Response& response, const std::string& ticket, const Request& request);
void forget_ticket_cookie(Response& response, const Request& request);

// The language that the reader chose, else the first that the browser asks for, else French.
Language language_of(const Request& request);
void set_language_cookie(Response& response, Language language, const Request& request);

}  // namespace cadran::web
