// SPDX-License-Identifier: Apache-2.0
// The closed lists that the sheet of a process chooses from, as definition files and as people write them.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace cadran::definition {

struct TableChoice {
    std::string name;  // as definition files write it
    LocalText title;   // as people do
};

using Choices = std::vector<TableChoice>;

Choices kinds();
Choices periods();
Choices units();
Choices directions();
Choices sources();
Choices treatments();
Choices control_frequencies();
Choices roles();
Choices natures();
Choices sides();

}  // namespace cadran::definition
