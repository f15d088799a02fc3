// SPDX-License-Identifier: Apache-2.0
// Which passwords are good enough.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "model/account.h"

namespace cadran::app {

inline constexpr int shortest_password = 12;           // characters
inline constexpr int shortest_of_digits = 16;          // likewise, where there is nothing else
inline constexpr std::size_t longest_password = 1024;  // bytes

// The rules, after NIST SP 800-63B (5.1.1.2; revision 4, 3.1.1.2) and the CNIL's recommendation 2022-100:
// long enough (digits alone: enough for 50 bits), UTF-8, nothing that is made of the names of the account,
// its person and the organisation or of the commonest passwords, nor of hardly any different characters.
// Nothing about classes of characters. Two ways to write é are two passwords: keyboards write one of them,
// and nothing is normalised. Never says what was typed.
Diagnostics faults_of_password(std::string_view password, const model::Account& account,
                               std::string_view organisation);

}  // namespace cadran::app
