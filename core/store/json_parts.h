// SPDX-License-Identifier: Apache-2.0
// Within this layer: parts of aggregates that stand inside stored JSON, both ways.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <variant>

#include "base/json.h"
#include "model/mark.h"
#include "model/review.h"
#include "model/run.h"
#include "store/database.h"

namespace cadran::store {

// What the store wrote itself is not what it was: throws Fault of kind damaged.
[[noreturn]] void damaged(const std::string& text);
Json parsed(const std::string& text);

// What `read` makes of stored JSON; anything unexpected in it is damage.
template <typename Read>
auto stored(const std::string& text, Read read) {
    const Json json = parsed(text);
    try {
        return read(json);
    } catch (const std::logic_error&) {
        damaged(text);
    } catch (const std::bad_variant_access&) {
        damaged(text);
    } catch (const std::bad_optional_access&) {
        damaged(text);
    }
}

// Element by element.
template <typename Values, typename Write>
Json array_json(const Values& values, Write write) {
    Json::Array array;
    for (const auto& value : values) array.push_back(write(value));
    return array;
}

template <typename Read>
auto array_from(const Json& json, Read read) {
    std::vector<decltype(read(json))> values;
    for (const Json& one : json.array()) values.push_back(read(one));
    return values;
}

Digest digest_from(const Json& json);
Json mark_json(const model::Mark& mark);
Json pack_file_json(const model::PackFile& file);
Json stratum_json(const model::Stratum& stratum);

model::Mark mark_from(const Json& json);
model::PackFile pack_file_from(const Json& json);
model::Stratum stratum_from(const Json& json);

}  // namespace cadran::store
