// SPDX-License-Identifier: Apache-2.0
// A letter by mail, in text and in HTML.
#pragma once

#include <string>

#include "base/clock.h"

namespace cadran::app::mail {

// UTF-8 throughout. No header may have a control character: such a letter is refused, never sent.
struct Letter {
    std::string from;       // address
    std::string from_name;  // may be empty
    std::string to;         // address
    std::string subject;
    std::string id;  // before the `@` of Message-ID: the same for what is the same letter
    Instant date;
    std::string text;
    std::string html;
};

// As it goes over the wire (RFC 5322, RFC 2045 to 2047): seven bits, lines of at most 998 bytes that end in
// CRLF. Throws std::invalid_argument where a header has a control character.
std::string wire_text(const Letter& letter);

}  // namespace cadran::app::mail
