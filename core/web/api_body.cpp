// SPDX-License-Identifier: Apache-2.0
#include "web/api_body.h"

#include <algorithm>

#include "base/text.h"

namespace cadran::web {

ApiBody::ApiBody(const Json& json) : object_(json.is_object() ? &json : nullptr) {}

const Json* ApiBody::member(std::string_view name) {
    read_.emplace_back(name);
    if (object_ == nullptr) return nullptr;
    const auto found = object_->object().find(name);
    return found == object_->object().end() || found->second.is_null() ? nullptr : &found->second;
}

void ApiBody::reject(std::string_view member) {
    rejected_.emplace_back(member);
}

namespace {

// The member as that type; none where it is another or not there.
template <typename Value>
std::optional<Value> value_of(const Json* json) {
    std::optional<Value> value;
    if (json == nullptr) return value;
    const auto take = [&](const auto& held) {
        if constexpr (std::is_same_v<std::decay_t<decltype(held)>, Value>) value = held;
    };
    json->visit_scalar(take, take, take, [](const Json&) {});
    return value;
}

}  // namespace

std::string ApiBody::text(std::string_view name) {
    const Json* json = member(name);
    auto value = value_of<std::string>(json);
    if (json != nullptr && !value) reject(name);
    return value ? std::move(*value) : std::string();
}

std::optional<Date> ApiBody::date(std::string_view name) {
    const std::string iso = text(name);
    if (iso.empty()) return {};
    const auto date = parse_date(iso);
    if (!date) reject(name);
    return date;
}

bool ApiBody::flag(std::string_view name) {
    const Json* json = member(name);
    const auto value = value_of<bool>(json);
    if (json != nullptr && !value) reject(name);
    return value.value_or(false);
}

std::int64_t ApiBody::number(std::string_view name) {
    const Json* json = member(name);
    const auto value = value_of<std::int64_t>(json);
    if (json != nullptr && !value) reject(name);
    return value.value_or(0);
}

std::optional<Decimal> ApiBody::decimal(std::string_view name) {
    const Json* json = member(name);
    if (json == nullptr) return {};
    const auto digits = value_of<std::string>(json);
    const auto whole = value_of<std::int64_t>(json);
    const auto value = digits  ? Decimal::parse(*digits)
                       : whole ? std::optional(Decimal{*whole, 0})
                               : std::nullopt;
    if (!value) reject(name);
    return value;
}

std::vector<std::string> ApiBody::texts(std::string_view name) {
    std::vector<std::string> texts;
    const Json* json = member(name);
    if (json == nullptr) return texts;
    const auto nothing = [](const auto&) {};
    bool is_list = false;
    json->visit_scalar(nothing, nothing, nothing, [&](const Json& other) { is_list = !other.is_object(); });
    if (!is_list) {
        reject(name);
        return texts;
    }
    for (const Json& one : json->array()) {
        const auto value = one.is_null() ? std::nullopt : value_of<std::string>(&one);
        if (!value) reject(name);
        texts.push_back(value.value_or(""));
    }
    return texts;
}

Done ApiBody::finish() const {
    if (object_ == nullptr) return invalid(Message{"web.object_wanted"});
    Diagnostics faults;
    for (const std::string& name : rejected_)
        faults.push_back({{}, {"web.member_of_another_kind", {{"member", name}}}, {}});
    for (const auto& [name, value] : object_->object()) {
        if (std::ranges::find(read_, name) != read_.end()) continue;
        const auto nearest = nearest_name(name, read_);
        faults.push_back({{},
                          {"web.unknown_member", {{"member", name}}},
                          nearest ? std::optional<Message>(Message{"web.did_you_mean", {{"name", *nearest}}})
                                  : std::nullopt});
    }
    if (faults.empty()) return {};
    return invalid(std::move(faults));
}

}  // namespace cadran::web
