// SPDX-License-Identifier: Apache-2.0
#include "web/form_guard.h"

#include "base/hash.h"
#include "web/request_reader.h"

namespace cadran::web {

std::string form_token(std::string_view session_token) {
    return sha256(std::string("form token of ") + std::string(session_token)).hex();
}

bool comes_from_here(const Request& request) {
    const std::string site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin") return false;
    if (!request.headers.contains("origin")) return true;
    return request.header("origin") == (request.secure ? "https://" : "http://") + request.header("host");
}

std::string own_place(const std::string& place) {
    const bool plain = place.starts_with('/') && !place.starts_with("//") && canonical_path(place);
    return plain ? place : "/";
}

}  // namespace cadran::web
