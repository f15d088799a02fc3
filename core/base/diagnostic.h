// SPDX-License-Identifier: Apache-2.0
// A fault in something a person wrote: where it is, what is wrong, how to mend it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/message.h"

namespace cadran {

// A line or column of 0 means that the fault concerns the whole file or line. Both count from 1; columns
// count characters (code points), not bytes.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

struct Diagnostic {
    Place place;
    Message what;
    std::optional<Message> hint = std::nullopt;
};

using Diagnostics = std::vector<Diagnostic>;

// By file, line and column; faults of one place stay in the order in which they were found.
void sort_by_place(Diagnostics& diagnostics);

}  // namespace cadran
