// SPDX-License-Identifier: Apache-2.0
// The fields of a kind of record, in order.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "column/scalar.h"

namespace cadran::column {

// One value of a closed list.
struct Code {
    std::string name;
    LocalText title;
};

inline constexpr int default_decimals = 4;

struct Field {
    std::string name;
    Type type = Type::text;
    bool required = false;            // a record without it is rejected
    Currency currency = {};           // of money
    int decimals = default_decimals;  // of decimal: digits kept behind the point, 0 to 9
    TimeUnit unit = TimeUnit::days;   // of duration
    std::vector<Code> codes = {};     // of code; never empty there
    LocalText title = {};
};

class Schema {
  public:
    Schema() = default;
    explicit Schema(std::vector<Field> fields) : fields_(std::move(fields)) {}

    std::span<const Field> fields() const { return fields_; }
    const Field& field(std::size_t index) const { return fields_[index]; }
    std::optional<std::size_t> find(std::string_view name) const;
    std::vector<std::string> names() const;

  private:
    std::vector<Field> fields_;
};

}  // namespace cadran::column
