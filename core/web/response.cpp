// SPDX-License-Identifier: Apache-2.0
#include "web/response.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::web {

namespace {

bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7F;
    });
}

void add_header(std::string& wire, std::string_view name, std::string_view value) {
    if (!is_plain(name) || !is_plain(value))
        throw std::logic_error(fmt::format("the header {} of an answer is not plain text", name));
    wire += fmt::format("{}: {}\r\n", name, value);
}

}  // namespace

Response see_other(std::string place) {
    return {.status = 303, .headers = {{"Location", std::move(place)}}};
}

// RFC 6266: the name as it is for who reads the second form, in plain letters for who does not.
Response attachment(std::string_view name, std::string_view type, std::string body) {
    std::string plain(name);
    std::ranges::replace_if(
        plain,
        [](char c) {
            return !is_plain({&c, 1}) || c == '"' || c == '\\' || c == '/';
        },
        '_');
    return {
        .type = std::string(type),
        .body = std::move(body),
        .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}",
                                                        plain, percent_encoded(name))}}};
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 303: return "See Other";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 401: return "Unauthorized";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 412: return "Precondition Failed";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 415: return "Unsupported Media Type";
        case 417: return "Expectation Failed";
        case 421: return "Misdirected Request";
        case 422: return "Unprocessable Content";
        case 429: return "Too Many Requests";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        case 507: return "Insufficient Storage";
        default: return "Answer";
    }
}

std::string wire_text(const Response& response, bool head_only, bool keeps_alive) {
    std::string wire = fmt::format("HTTP/1.1 {} {}\r\n", response.status, reason_phrase(response.status));
    if (!response.body.empty()) add_header(wire, "Content-Type", response.type);
    add_header(wire, "Content-Length", fmt::format("{}", response.body.size()));
    add_header(wire, "Connection", keeps_alive ? "keep-alive" : "close");
    for (const auto& [name, value] : response.headers) add_header(wire, name, value);
    wire += "\r\n";
    if (!head_only) wire += response.body;
    return wire;
}

}  // namespace cadran::web
