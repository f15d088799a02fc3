// SPDX-License-Identifier: Apache-2.0
#include "script/wire.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <bit>
#include <cerrno>
#include <stdexcept>

#include "base/base64.h"
#include "base/text.h"

namespace cadran::script {

namespace {

using column::Scalar;
using std::chrono::steady_clock;

// Until something may be read, or written; false at the deadline.
bool wait_for(int descriptor, short events, const Deadline& deadline) {
    while (deadline) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(*deadline - steady_clock::now());
        if (left.count() <= 0) return false;
        constexpr std::int64_t longest = 60'000;
        pollfd waiting{descriptor, events, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::min(left.count(), longest)));
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;  // what failed is told by whoever reads
    }
    return true;
}

Received receive_bytes(int descriptor, char* bytes, std::size_t size, const Deadline& deadline) {
    while (size > 0) {
        if (!wait_for(descriptor, POLLIN, deadline)) return Received::late;
        const ssize_t read = ::read(descriptor, bytes, size);
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) return Received::ended;
        bytes += read;
        size -= static_cast<std::size_t>(read);
    }
    return Received::text;
}

// Texts of records are what somebody wrote, whatever bytes these are.
Json json_of_text(const std::string& text) {
    if (is_utf8(text)) return text;
    return Json::Object{{"bytes", base64_text(text)}};
}

std::string text_of_json(const Json& json) {
    if (!json.is_object()) return json.string();
    auto bytes = bytes_of_base64(json.at("bytes").string());
    if (!bytes) throw std::invalid_argument("base64");
    return std::move(*bytes);
}

Json tagged(const char* tag, Json value) {
    return Json::Object{{tag, std::move(value)}};
}

struct ScalarWriter {
    Json operator()(column::Missing) const { return {}; }
    Json operator()(bool value) const { return value; }
    Json operator()(std::int64_t value) const { return value; }
    Json operator()(const Decimal& value) const {
        return tagged("decimal", Json::Array{value.units, value.scale});
    }
    Json operator()(const Money& value) const {
        return tagged("money", Json::Array{value.cents, std::string(value.currency.code)});
    }
    Json operator()(const Date& value) const {
        return tagged("date", Json::Array{int{value.year()}, static_cast<int>(unsigned{value.month()}),
                                          static_cast<int>(unsigned{value.day()})});
    }
    Json operator()(const Instant& value) const {
        return tagged("time", std::int64_t{value.time_since_epoch().count()});
    }
    Json operator()(const Duration& value) const {
        return tagged("duration", Json::Array{value.count, static_cast<int>(value.unit)});
    }
    Json operator()(const std::string& value) const { return json_of_text(value); }
    Json operator()(const column::Secret& value) const {
        return tagged("secret", std::bit_cast<std::int64_t>(value.hash));
    }
    Json operator()(const column::List& value) const {
        Json::Array items;
        for (const std::string& item : value) items.push_back(json_of_text(item));
        return tagged("list", std::move(items));
    }
};

int small(const Json& json) {
    return static_cast<int>(json.integer());
}

Scalar tagged_scalar(const std::string& tag, const Json& value) {
    if (tag == "bytes") return text_of_json(Json::Object{{tag, value}});
    if (tag == "time") return Instant(std::chrono::microseconds(value.integer()));
    if (tag == "secret") return column::Secret{std::bit_cast<std::uint64_t>(value.integer())};
    const Json::Array& parts = value.array();
    if (tag == "decimal") return Decimal{parts.at(0).integer(), small(parts.at(1))};
    if (tag == "money")
        return Money{parts.at(0).integer(), parse_currency(parts.at(1).string()).value_or(Currency{})};
    if (tag == "duration") return Duration{parts.at(0).integer(), static_cast<TimeUnit>(small(parts.at(1)))};
    if (tag == "date") {
        return Date(std::chrono::year(small(parts.at(0))),
                    std::chrono::month(static_cast<unsigned>(small(parts.at(1)))),
                    std::chrono::day(static_cast<unsigned>(small(parts.at(2)))));
    }
    if (tag != "list") throw std::invalid_argument(tag);
    column::List list;
    for (const Json& item : parts) list.push_back(text_of_json(item));
    return list;
}

Json::Array texts(const std::vector<std::string>& values) {
    return {values.begin(), values.end()};
}

std::vector<std::string> strings(const Json& json) {
    std::vector<std::string> values;
    for (const Json& value : json.array()) values.push_back(value.string());
    return values;
}

}  // namespace

bool send_text(int descriptor, std::string_view text, const Deadline& deadline) {
    const auto size = static_cast<std::uint32_t>(text.size());
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(size >> shift & 0xFF);
    bytes += text;
    for (std::string_view left = bytes; !left.empty();) {
        if (!wait_for(descriptor, POLLOUT, deadline)) return false;
        // Never the signal of a pipe without reader, and never longer than the deadline says.
        const ssize_t sent = deadline
                                 ? ::send(descriptor, left.data(), left.size(), MSG_NOSIGNAL | MSG_DONTWAIT)
                                 : ::write(descriptor, left.data(), left.size());
        if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (sent <= 0) return false;
        left.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

Received receive_text(int descriptor, std::string& text, std::size_t greatest, const Deadline& deadline) {
    std::array<char, 4> head{};
    if (const Received read = receive_bytes(descriptor, head.data(), head.size(), deadline);
        read != Received::text)
        return read;
    std::size_t size = 0;
    for (const char byte : head) size = size << 8 | static_cast<unsigned char>(byte);
    if (size > greatest) return Received::too_long;
    text.resize(size);
    return receive_bytes(descriptor, text.data(), size, deadline);
}

Json json_of(const Scalar& value) {
    return std::visit(ScalarWriter{}, value);
}

Scalar scalar_of(const Json& json) {
    if (json.is_null()) return {};
    return json.visit_scalar([](bool value) { return Scalar(value); },
                             [](std::int64_t value) { return Scalar(value); },
                             [](const std::string& value) { return Scalar(value); },
                             [](const Json& other) {
                                 const auto& [tag, value] = *other.object().begin();
                                 return tagged_scalar(tag, value);
                             });
}

Json heading_of(const Row& row) {
    return Json::Object{{"kind", row.kind}, {"names", texts(row.names)}};
}

Json values_of(const Row& row) {
    Json::Array values;
    for (std::size_t i = 0; i < row.names.size(); ++i) values.push_back(json_of(row.value(i)));
    return values;
}

ReceivedRow received_row(const Json& heading, const Json& values) {
    ReceivedRow row{heading.at("kind").string(), strings(heading.at("names")), {}};
    for (const Json& value : values.array()) row.values.push_back(scalar_of(value));
    return row;
}

Json json_of(const JudgeScript& script) {
    Json effect;
    if (script.strongest_effect) effect = std::string(model::effect_name(*script.strongest_effect));
    return Json::Object{{"file", script.file},
                        {"source", script.source},
                        {"messages", texts(script.messages)},
                        {"effect", effect}};
}

JudgeScript script_of(const Json& json) {
    JudgeScript script{
        json.at("file").string(), json.at("source").string(), strings(json.at("messages")), {}};
    if (!json.at("effect").is_null())
        script.strongest_effect = model::parse_effect(json.at("effect").string());
    return script;
}

Json json_of(const Limits& limits) {
    return Json::Object{{"fuel", limits.fuel},
                        {"memory", static_cast<std::int64_t>(limits.memory)},
                        {"block", static_cast<std::int64_t>(limits.block)},
                        {"call", std::int64_t{limits.call.count()}}};
}

Limits limits_of(const Json& json) {
    Limits limits;
    limits.fuel = json.at("fuel").integer();
    limits.memory = static_cast<std::size_t>(json.at("memory").integer());
    limits.block = static_cast<std::size_t>(json.at("block").integer());
    limits.call = std::chrono::milliseconds(json.at("call").integer());
    return limits;
}

}  // namespace cadran::script
