// SPDX-License-Identifier: Apache-2.0
// The faults of scripts in what a worker answers: read as written by whoever took it over.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/json.h"

namespace cadran::script {

// Every message that a fault of a script and its hint may have, with the names of its arguments in order;
// `#` before those that are numbers.
struct FaultMessage {
    std::string_view id;
    std::string_view arguments;
};
std::span<const FaultMessage> fault_messages();

// Null where there is none.
Json json_of(const std::optional<Diagnostic>& fault);

// Throws std::invalid_argument: no honest worker writes this.
void expect_honest(bool holds);
std::int64_t number_between(const Json& json, std::int64_t least, std::int64_t most);

// Like expect_honest, whatever is not as it must be; or std::bad_variant_access, or std::out_of_range.
class FaultReader {
  public:
    // `lists` are the lists of names that a fault may tell.
    FaultReader(std::string file, std::string_view source, std::vector<std::string> lists);

    // Line 0: where in the file is not known.
    std::optional<Diagnostic> fault(const Json& json) const;
    // Of the file.
    int line(const Json& json) const { return static_cast<int>(number_between(json, 1, last_line_)); }
    std::int64_t last_line() const { return last_line_; }

  private:
    Message message(const Json& json) const;
    std::string text(std::string_view argument, const std::string& said) const;

    std::string file_;
    std::vector<std::string> lists_;
    std::int64_t last_line_;
};

}  // namespace cadran::script
