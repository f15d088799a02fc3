// SPDX-License-Identifier: Apache-2.0
// Files that pages refer to; their addresses name their content, so browsers keep them for ever.
#pragma once

#include <string>
#include <string_view>

#include "web/request.h"
#include "web/response.h"

namespace cadran::web {

inline constexpr std::string_view static_folder = "/static/";

// `/static/0a1b2c3d4e5f6071-style.css` for `style.css`.
const std::string& static_address(std::string_view name);

// 404 for what is not there, or under an address of other content.
Response static_file(const Request& request);

}  // namespace cadran::web
