// SPDX-License-Identifier: Apache-2.0
// The body of a call, member by member; every fault is told at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/json.h"

namespace cadran::web {

class ApiBody {
  public:
    explicit ApiBody(const Json& json);

    // Empty, none or false where it is not there. A fault where it is of another kind.
    std::string text(std::string_view member);
    std::optional<Date> date(std::string_view member);
    // Of a number, or of its digits as text: `"94.25"`, which loses none of them.
    std::optional<Decimal> decimal(std::string_view member);
    std::vector<std::string> texts(std::string_view member);
    bool flag(std::string_view member);
    std::int64_t number(std::string_view member);
    // One of those that the names lead to, of which the first is taken where it is not there.
    template <typename Value, typename Parse>
    Value one_of(std::string_view member, Value otherwise, Parse parse) {
        const std::string name = text(member);
        if (name.empty()) return otherwise;
        const std::optional<Value> value = parse(name);
        if (!value) reject(member);
        return value.value_or(otherwise);
    }
    const Json* member(std::string_view name);
    void reject(std::string_view member);

    // To be asked when all was read: what nobody asked for is a fault, too.
    Done finish() const;

  private:
    const Json* object_;  // null where the body is none
    std::vector<std::string> read_;
    std::vector<std::string> rejected_;
};

}  // namespace cadran::web
