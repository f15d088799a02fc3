// SPDX-License-Identifier: Apache-2.0
// The members of one flat JSON object as they are written, for records: no number is rounded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "base/message.h"

namespace cadran {

struct JsonMember {
    enum class Kind { null, boolean, number, text, nested };

    std::string name;
    Kind kind = Kind::null;
    // Empty of null; `true`, `false`; a number as it is written; the text itself; of an object or array, its
    // JSON.
    std::string text;
};

// In the order of the text. Fails on what is not one object by RFC 8259, saying at which character, on a
// member named twice, and on nesting deeper than 64.
tl::expected<std::vector<JsonMember>, Message> read_json_members(std::string_view text);

}  // namespace cadran
