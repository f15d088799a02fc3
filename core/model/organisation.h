// SPDX-License-Identifier: Apache-2.0
// What workspace.xml says of the organisation.
#pragma once

#include <string>

#include "base/message.h"
#include "base/money.h"

namespace cadran::model {

struct Organisation {
    std::string name;
    std::string zone;  // of the IANA database
    Currency currency;
};

}  // namespace cadran::model
