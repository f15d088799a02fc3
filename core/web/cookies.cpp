// SPDX-License-Identifier: Apache-2.0
#include "web/cookies.h"

#include <fmt/format.h>

#include "app/provider_sign_in.h"
#include "base/text.h"

namespace cadran::web {

namespace {

constexpr const char* session_name = "cadran_session";
constexpr const char* threshold_name = "cadran_threshold";
constexpr const char* device_name = "cadran_device";
constexpr const char* ticket_name = "cadran_departure";
constexpr const char* ticket_path = "/sign-in/provider";
constexpr const char* language_name = "cadran_language";

constexpr std::chrono::days language_lasts{365};

// To which pages a cookie is sent, and from where.
struct Reach {
    const char* path = "/";
    const char* same_site = "Strict";
};

// With no time to live: until the browser is closed.
void set_cookie(Response& response, const Request& request, const char* name, std::string_view value,
                std::optional<std::chrono::seconds> lasts = {}, const Reach& reach = {}) {
    std::string cookie =
        fmt::format("{}={}; Path={}; HttpOnly; SameSite={}", name, value, reach.path, reach.same_site);
    if (lasts) cookie += fmt::format("; Max-Age={}", lasts->count());
    if (request.secure) cookie += "; Secure";
    response.headers.emplace_back("Set-Cookie", std::move(cookie));
}

}  // namespace

std::string session_cookie(const Request& request) {
    return request.cookies.get(session_name);
}

std::string threshold_cookie(const Request& request) {
    return request.cookies.get(threshold_name);
}

std::string device_cookie(const Request& request) {
    return request.cookies.get(device_name);
}

void set_session_cookies(Response& response, const app::SignedIn& signed_in, const Request& request) {
    set_cookie(response, request, session_name, signed_in.token);
    if (!signed_in.device.empty())
        set_cookie(response, request, device_name, signed_in.device, app::device_lasts);
}

void forget_session_cookie(Response& response, const Request& request) {
    set_cookie(response, request, session_name, "", std::chrono::seconds{0});
}

void set_threshold_cookie(Response& response, const std::string& token, const Request& request) {
    set_cookie(response, request, threshold_name, token);
}

std::string ticket_cookie(const Request& request) {
    return request.cookies.get(ticket_name);
}

void set_ticket_cookie(Response& response, const std::string& ticket, const Request& request) {
    set_cookie(response, request, ticket_name, ticket, app::ticket_lasts, {ticket_path, "Lax"});
}

void forget_ticket_cookie(Response& response, const Request& request) {
    set_cookie(response, request, ticket_name, "", std::chrono::seconds{0}, {ticket_path, "Lax"});
}

Language language_of(const Request& request) {
    if (const auto chosen = parse_language(request.cookies.get(language_name))) return *chosen;
    const std::string accepted = request.header("accept-language");
    for (const std::string_view tag : split(accepted, ',')) {
        const auto language = parse_language(trimmed(tag.substr(0, tag.find_first_of(";-"))));
        if (language) return *language;
    }
    return Language::french;
}

void set_language_cookie(Response& response, Language language, const Request& request) {
    set_cookie(response, request, language_name, language_tag(language), language_lasts);
}

}  // namespace cadran::web
