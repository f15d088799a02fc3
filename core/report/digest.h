// SPDX-License-Identifier: Apache-2.0
// What is due for one person, as the letter that tells them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/catalogue.h"

namespace cadran::report {

struct DigestLine {
    std::string what;
    std::string kind;
    std::string process = {};     // empty: of none in particular
    std::optional<Date> on = {};  // none: as soon as may be
    bool overdue = false;
    std::vector<std::string> first_awaited = {};  // accounts from which it came up; empty: it is their own
    std::string command;                          // of the next step
};

struct DigestContent {
    std::string organisation;
    std::string account;
    std::string person;
    Date on;
    bool simulated = false;
    std::vector<DigestLine> lines;  // in the order to be told
};

struct DigestLetter {
    std::string subject;
    std::string text;
    std::string html;  // a whole page that loads nothing
};

// In the catalogue's language; it ends with how not to receive it any more.
DigestLetter digest_letter(const DigestContent& content, const Catalogue& catalogue);

}  // namespace cadran::report
