// SPDX-License-Identifier: Apache-2.0
// One link of the append-only chain that says who did what.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/hash.h"
#include "base/json.h"

namespace cadran::model {

struct JournalEntry {
    std::int64_t number = 0;  // counts from 1 without gaps
    Instant time;
    std::string actor;             // account
    std::string channel;           // `cli`
    std::string act;               // `worklist.decide`
    std::string subject;           // `finding/F-…`
    std::optional<Digest> before;  // of the subject's canonical state; none where it did not exist
    std::optional<Digest> after;
    Digest previous;  // hash of the entry before; zeros for the first

    // RFC 8785; its SHA-256 is the hash of the entry.
    std::string canonical_text() const;
    Digest hash() const { return sha256(canonical_text()); }

    static Result<JournalEntry> parse(std::string_view canonical);
};

}  // namespace cadran::model
