// SPDX-License-Identifier: Apache-2.0
// What there is to ask for: the table from which requests are dispatched, the role matrix is tested and the
// description for programs is made.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/rights.h"
#include "app/session.h"
#include "app/sign_in.h"
#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

class ImportDesk;

// Where somebody stands who has not signed in.
struct Threshold {
    app::Entrance entrance;
    const Catalogue& catalogue;
};

// A page tells a failure that it cannot show itself by returning it; the site words it and gives the status.
using SessionPage = Result<Response> (*)(const Request&, app::Session&);
using PublicPage = Result<Response> (*)(const Request&, const Threshold&);
// Where somebody who signed in proves once more who they are.
using ProofPage = Result<Response> (*)(const Request&, app::Session&, const app::Entrance&);

// What goes on after its form was answered.
using DeskPage = Result<Response> (*)(const Request&, app::Session&, ImportDesk&);

struct Route {
    std::string_view method;   // `GET` (and with it `HEAD`) or `POST`
    std::string_view pattern;  // `/processes/{process}`
    PublicPage public_page = nullptr;
    SessionPage page = nullptr;
    ProofPage proof_page = nullptr;
    DeskPage desk_page = nullptr;  // one of the four
    // The right that decides, asked by the use case; none where everybody who signed in may ask for what is
    // their own.
    std::optional<app::UseCase> use_case = {};
    bool takes_files = false;       // with its form, from who signed in
    std::string_view summary = {};  // for the description for programs, in English
};

std::span<const Route> routes();

struct Match {
    const Route* route = nullptr;  // none of that method: null
    std::map<std::string, std::string, std::less<>> parameters = {};
    std::vector<std::string_view> methods = {};  // that the path takes; empty where there is no such path
};

// What a path says at the places of that pattern; none where it is another one.
std::optional<std::map<std::string, std::string, std::less<>>> path_parameters(std::string_view pattern,
                                                                               std::string_view path);

// Words win over places: `/actions/new` is not `/actions/{action}`.
Match find_route(std::string_view method, std::string_view path);

}  // namespace cadran::web
