// SPDX-License-Identifier: Apache-2.0
// One's own account on its page, with what a step on it has to say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/personal_token.h"
#include "app/second_factor.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

// What is said once, beside the page itself.
struct AccountNews {
    const Failure* failure = nullptr;
    std::optional<app::NewSecondFactor> secret = {};
    std::vector<std::string> recovery_codes = {};
    std::optional<std::string> token = {};  // or the address of a calendar, which holds one
};

Result<Response> shown_account(const AccountNews& news, const Request& request, app::Session& session);

}  // namespace cadran::web
