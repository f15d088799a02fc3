// SPDX-License-Identifier: Apache-2.0
// What stood on the command line behind noun and verb.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "calendar/period.h"

namespace cadran::cli {

struct Command;

class Arguments {
  public:
    // Reads words against what the command and every command take. Fails with all that is missing, unknown or
    // too much.
    static Result<Arguments> parse(const Command& command, const std::vector<std::string>& words);

    bool has(std::string_view name) const { return values_.contains(name); }
    // The value of an option or operand, empty where it was not given.
    std::string get(std::string_view name) const;
    std::optional<std::string> find(std::string_view name) const;
    std::vector<std::string> all(std::string_view name) const;

    // The same, read as what it must be; the fault names the option.
    Result<calendar::Period> period(std::string_view name) const;
    Result<Date> date(std::string_view name) const;
    // None where the option was not given.
    Result<std::optional<Date>> optional_date(std::string_view name) const;
    // Likewise. A decimal has a comma or a point.
    Result<std::optional<Decimal>> decimal(std::string_view name) const;
    Result<std::optional<std::int64_t>> count(std::string_view name) const;

  private:
    std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

}  // namespace cadran::cli
