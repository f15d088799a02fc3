// SPDX-License-Identifier: Apache-2.0
// Forms count only where our own pages sent them.
#pragma once

#include <string>
#include <string_view>

#include "web/request.h"

namespace cadran::web {

// What forms of that session carry. Whoever sees it learns nothing of the session's token.
std::string form_token(std::string_view session_token);

// As far as the browser says from where it was sent. One that says nothing is no browser, or has our token.
bool comes_from_here(const Request& request);

// Where a form says to go on: a page of ours, else the start.
std::string own_place(const std::string& place);

}  // namespace cadran::web
