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

struct Field {
    std::string name;
    Type type = Type::text;
    bool required = false;         // a record without it is rejected
    Currency currency = {};        // of money
    std::vector<Code> codes = {};  // of code; never empty there
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
