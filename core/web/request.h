// SPDX-License-Identifier: Apache-2.0
// What somebody asks of the server, read and checked: nothing in it comes from the wire without a look.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "web/fields.h"

namespace cadran::web {

struct Request {
    std::string method;  // `GET`, upper case
    std::string path;    // decoded, without `.`, `..` and empty parts
    std::map<std::string, std::string, std::less<>> headers = {};  // names in lower case
    Fields query = {};
    Fields form = {};
    Fields cookies = {};
    std::optional<Json> json = {};  // of a body that is no form
    std::string peer = {};  // address of who asks
    bool secure = false;    // came by TLS, here or at the proxy in front

    // Set once the route is known.
    std::map<std::string, std::string, std::less<>> parameters = {};  // of the route's pattern
    std::string form_token = {};                                      // that forms of the answer carry

    std::string header(std::string_view name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    const std::string& parameter(std::string_view name) const { return parameters.find(name)->second; }
};

}  // namespace cadran::web
