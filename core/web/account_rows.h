// SPDX-License-Identifier: Apache-2.0
// An account among others, and on its page.
#pragma once

#include <optional>
#include <string>

#include "app/account.h"
#include "base/json.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

std::string role_words(const model::Account& account, const Catalogue& catalogue);

Json account_row(const model::Account& account, const app::Session& session);

// What a step has to say once, beside the page itself.
struct OneAccountNews {
    const Failure* failure = nullptr;
    std::optional<app::Invitation> invitation = {};
};
Result<Response> shown_one_account(const std::string& name, const OneAccountNews& news,
                                   const Request& request, app::Session& session);

}  // namespace cadran::web
