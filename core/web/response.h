// SPDX-License-Identifier: Apache-2.0
// What is answered, before it is put on the wire.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadran::web {

struct Response {
    int status = 200;
    std::string type = "text/html; charset=utf-8";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
};

// After a form was done: the browser asks for that page anew, and going back does not send the form again.
Response see_other(std::string place);

// A file to keep: the browser saves it under that name, which may have any letters but no folder.
Response attachment(std::string_view name, std::string_view type, std::string body);

// `Not Found`.
std::string_view reason_phrase(int status);

// The bytes of the answer; without the body where only the head was asked for. Throws std::logic_error where
// a header has a control character: nobody writes a second answer into the first.
std::string wire_text(const Response& response, bool head_only, bool keeps_alive);

}  // namespace cadran::web
