// SPDX-License-Identifier: Apache-2.0
// What somebody asks of the server, read and checked: nothing in it comes from the wire without a look.
#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/json.h"
#include "web/fields.h"
#include "web/private_folder.h"

namespace cadran::web {

// A file that came with a form.
struct Upload {
    std::string field;                      // of the form
    std::filesystem::path file;             // its last part is the name that it had, without any folder
    std::shared_ptr<PrivateFolder> keeper;  // the file is there as long as this is
    Digest content = {};                    // of its bytes
};

struct Request {
    std::string method;  // `GET`, upper case
    std::string path;    // decoded, without `.`, `..` and empty parts
    std::map<std::string, std::string, std::less<>> headers = {};  // names in lower case
    Fields query = {};
    Fields form = {};
    Fields cookies = {};
    std::vector<Upload> uploads = {};
    std::optional<Json> json = {};  // of a body that is no form
    std::string peer = {};          // address of who asks
    bool secure = false;            // came by TLS, here or at the proxy in front

    // Set once the route is known.
    std::map<std::string, std::string, std::less<>> parameters = {};  // of the route's pattern
    std::string form_token = {};                                      // that forms of the answer carry

    std::string header(std::string_view name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    // The first of that field; null where none was chosen.
    const Upload* upload(std::string_view field) const {
        const auto found = std::ranges::find(uploads, field, &Upload::field);
        return found == uploads.end() ? nullptr : &*found;
    }
    const std::string& parameter(std::string_view name) const { return parameters.find(name)->second; }
};

}  // namespace cadran::web
