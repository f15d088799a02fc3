// SPDX-License-Identifier: Apache-2.0
#include "web/request_reader.h"

#include <algorithm>
#include <array>
#include <system_error>

#include <fmt/format.h>

#include "base/text.h"

namespace cadran::web {

namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}
char lower(char c) {
    return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

// RFC 9110, section 5.6.2.
bool is_token_character(char c) {
    return is_upper(c) || is_digit(c) || (c >= 'a' && c <= 'z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}

// Of these, two would be one too many: each reader could believe another.
bool stands_once(std::string_view name) {
    static constexpr std::array names{"host",          "content-length",   "content-type",
                                      "cookie",        "origin",           "sec-fetch-site",
                                      "authorization", "expect",           "transfer-encoding",
                                      "if-match",      "x-forwarded-proto"};
    return std::ranges::find(names, name) != names.end();
}

// A name, an IPv4 or a bracketed IPv6 address, with or without a port.
bool is_host(std::string_view host) {
    const auto colon = host.starts_with('[') ? host.find(':', host.find(']')) : host.find(':');
    const std::string_view name = host.substr(0, colon);
    const std::string_view port = colon == std::string_view::npos ? "80" : host.substr(colon + 1);
    const bool bracketed = name.size() > 2 && name.front() == '[' && name.back() == ']';
    const auto fits = [&](char c) {
        const bool hexadecimal = is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
        if (bracketed) return hexadecimal || c == ':' || c == '.';
        return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '-' || c == '.';
    };
    const std::string_view inner = bracketed ? name.substr(1, name.size() - 2) : name;
    return !inner.empty() && host.size() <= 255 && std::ranges::all_of(inner, fits) && !port.empty() &&
           port.size() <= 5 && std::ranges::all_of(port, is_digit);
}

std::optional<int> digit_of(char c) {
    if (is_digit(c)) return c - '0';
    if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
    return {};
}

// With `%C3%A9` undone; none where an escape is broken.
std::optional<std::string> unescaped(std::string_view text, bool plus_is_space) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            plain += plus_is_space && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const auto high = i + 1 < text.size() ? digit_of(text[i + 1]) : std::nullopt;
        const auto low = i + 2 < text.size() ? digit_of(text[i + 2]) : std::nullopt;
        if (!high || !low) return {};
        plain += static_cast<char>(*high * 16 + *low);
        i += 2;
    }
    return plain;
}

Fields cookies_of(std::string_view header) {
    Fields cookies;
    for (const std::string_view one : split(header, ';')) {
        const std::string_view pair = trimmed(one);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0) continue;
        cookies.add(std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1)));
    }
    return cookies;
}

bool is_of_type(std::string_view type, std::string_view wanted) {
    std::string small;
    std::ranges::transform(trimmed(type.substr(0, type.find(';'))), std::back_inserter(small), lower);
    return small == wanted;
}

}  // namespace

std::optional<Fields> parse_form(std::string_view text, std::size_t most_fields) {
    Fields fields;
    if (text.empty()) return fields;
    for (const std::string_view pair : split(text, '&')) {
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = unescaped(pair.substr(0, equals), true);
        auto value =
            unescaped(equals == std::string_view::npos ? std::string_view() : pair.substr(equals + 1), true);
        if (!name || !value || !is_text(*name) || !is_text(*value) || fields.size() == most_fields) return {};
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

std::optional<std::string> canonical_path(std::string_view raw) {
    if (!raw.starts_with('/')) return {};
    if (raw == "/") return "/";
    std::string path;
    for (const std::string_view part : split(raw.substr(1), '/')) {
        const auto plain = unescaped(part, false);
        if (!plain || plain->empty() || *plain == "." || *plain == ".." || !is_utf8(*plain)) return {};
        if (std::ranges::any_of(*plain, [](char c) { return is_control(c) || c == '/' || c == '\\'; }))
            return {};
        path += "/" + *plain;
    }
    return path;
}

RequestReader::State RequestReader::refuse(int status) {
    refusal_ = status;
    multipart_.reset();
    pending_.clear();
    return state_ = State::refused;
}

RequestReader::State RequestReader::feed(std::string_view bytes) {
    if (state_ == State::refused) return state_;
    pending_ += bytes;
    return state_ == State::complete ? state_ : advance();
}

RequestReader::State RequestReader::advance() {
    while (!has_head_) {
        const auto end = pending_.find('\n');
        const std::size_t longest = has_line_ ? limits_.head - head_bytes_ : limits_.line;
        if (std::min(end, pending_.size()) > longest) return refuse(has_line_ ? 431 : 414);
        if (end == std::string::npos) return state_;
        if (end == 0 || pending_[end - 1] != '\r') return refuse(400);
        const std::string line = pending_.substr(0, end - 1);
        pending_.erase(0, end + 1);
        if (has_line_) head_bytes_ += end + 1;
        const auto fault = !has_line_ ? read_line(line) : line.empty() ? look_at_head() : read_header(line);
        if (fault) return refuse(*fault);
    }
    try {
        if (multipart_ ? !read_multipart() : pending_.size() < length_) return state_;
    } catch (const std::system_error&) {
        return refuse(507);
    }
    if (const auto fault = finish()) return refuse(*fault);
    return state_ = State::complete;
}

// False while there is more to come.
bool RequestReader::read_multipart() {
    const std::size_t count = std::min(pending_.size(), length_ - multipart_->size());
    multipart_->add(std::string_view(pending_).substr(0, count));
    pending_.erase(0, count);
    return multipart_->size() == length_;
}

std::optional<int> RequestReader::read_line(std::string_view line) {
    const auto first = line.find(' ');
    const auto second = line.find(' ', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos || line.find(' ', second + 1) != std::string_view::npos) return 400;
    const std::string_view method = line.substr(0, first);
    const std::string_view target = line.substr(first + 1, second - first - 1);
    const std::string_view version = line.substr(second + 1);
    if (method.empty() || method.size() > 16 || !std::ranges::all_of(method, is_upper)) return 400;
    if (!version.starts_with("HTTP/") || version.size() != 8) return 400;
    if (version != "HTTP/1.1" && version != "HTTP/1.0") return 505;
    if (!target.starts_with('/') ||
        std::ranges::any_of(target, [](char c) { return c <= 0x20 || c >= 0x7F || c == '#' || c == '\\'; }))
        return 400;
    request_.method = method;
    target_ = target;
    keeps_alive_ = version == "HTTP/1.1";
    has_line_ = true;
    return {};
}

std::optional<int> RequestReader::read_header(std::string_view line) {
    if (++head_lines_ > limits_.headers) return 431;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0) return 400;
    if (!std::ranges::all_of(line.substr(0, colon), is_token_character)) return 400;
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (std::ranges::any_of(value, [](char c) { return is_control(c) && c != '\t'; })) return 400;
    std::string name;
    std::ranges::transform(line.substr(0, colon), std::back_inserter(name), lower);
    const auto [known, is_new] = request_.headers.emplace(name, value);
    if (is_new) return {};
    if (stands_once(name)) return 400;
    known->second.append(", ").append(value);
    return {};
}

// Whatever can be judged before the body.
std::optional<int> RequestReader::look_at_head() {
    has_head_ = true;
    if (!is_host(request_.header("host"))) return 400;
    if (request_.headers.contains("transfer-encoding"))
        return request_.headers.contains("content-length") ? 400 : 501;
    const std::string connection = request_.header("connection");
    if (connection.find("close") != std::string::npos) keeps_alive_ = false;
    const std::string expectation = request_.header("expect");
    if (!expectation.empty() && expectation != "100-continue") return 417;
    expects_continue_ = !expectation.empty();
    const std::string::size_type question = target_.find('?');
    const auto path = canonical_path(std::string_view(target_).substr(0, question));
    if (!path) return 400;
    request_.path = *path;
    if (question != std::string::npos) {
        auto query = parse_form(std::string_view(target_).substr(question + 1), limits_.fields);
        if (!query) return 400;
        request_.query = std::move(*query);
    }
    request_.cookies = cookies_of(request_.header("cookie"));
    return read_length();
}

std::optional<int> RequestReader::read_length() {
    const bool takes_body = request_.method != "GET" && request_.method != "HEAD";
    if (!request_.headers.contains("content-length"))
        return request_.method == "POST" ? std::optional<int>(411) : std::nullopt;
    const std::string text = request_.header("content-length");
    if (text.empty() || !std::ranges::all_of(text, is_digit)) return 400;
    const auto length = parse_integer(text);
    if (!length) return 413;
    if (*length > 0 && !takes_body) return 400;
    length_ = static_cast<std::size_t>(*length);
    const std::string type = request_.header("content-type");
    const bool has_files = is_of_type(type, "multipart/form-data");
    if (length_ > (has_files ? std::max(limits_.body, room_(request_)) : limits_.body)) return 413;
    if (!has_files || length_ == 0) return {};
    multipart_ = MultipartBody::begin(type);
    return multipart_ ? std::nullopt : std::optional<int>(400);
}

// Of the body: nothing but forms and JSON is understood.
std::optional<int> RequestReader::finish() {
    if (multipart_) return multipart_->finish(limits_.fields, request_) ? std::nullopt : std::optional(400);
    const std::string_view body = std::string_view(pending_).substr(0, length_);
    const std::string type = request_.header("content-type");
    if (is_of_type(type, "application/json")) {
        auto json = Json::parse(body);
        if (!json || json->is_null()) return 400;
        request_.json = std::move(*json);
    } else if (!body.empty()) {
        if (!is_of_type(type, "application/x-www-form-urlencoded")) return 415;
        auto form = parse_form(body, limits_.fields);
        if (!form) return 400;
        request_.form = std::move(*form);
    }
    return {};
}

bool RequestReader::takes_expectation() {
    return state_ == State::reading && has_head_ && length_ > 0 && std::exchange(expects_continue_, false);
}

Request RequestReader::take() {
    Request request = std::move(request_);
    if (!std::exchange(multipart_, nullptr)) pending_.erase(0, length_);
    request_ = {};
    target_.clear();
    head_bytes_ = head_lines_ = length_ = 0;
    has_line_ = has_head_ = expects_continue_ = false;
    state_ = State::reading;
    return request;
}

}  // namespace cadran::web
