// SPDX-License-Identifier: Apache-2.0
// What programs may ask for: the table from which their calls are dispatched, the description is made and the
// role matrix is tested.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/rights.h"
#include "app/session.h"
#include "base/json.h"
#include "web/request.h"

namespace cadran::web {

// Gives what is asked for, or what became of it.
using ApiCall = Result<Json> (*)(const Request&, app::Session&);

struct ApiRoute {
    std::string_view method;   // `GET` (and with it `HEAD`) or `POST`
    std::string_view pattern;  // `/api/v1/actions/{action}`
    ApiCall call = nullptr;
    std::string_view operation;  // its name: `showAction`
    std::string_view summary;    // in English
    std::string_view gives;      // schema of the answer, a member of `components/schemas` in openapi.json
    // The right that decides, asked by the use case; none where everybody may ask for what is their own.
    std::optional<app::UseCase> use_case = {};
    std::string_view takes = {};  // schema of the body of a `POST`; empty where it has none
};

inline constexpr std::string_view api_folder = "/api/";

std::span<const ApiRoute> api_routes();

// OpenAPI 3.1, made from the table.
Json openapi();

}  // namespace cadran::web
