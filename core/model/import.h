// SPDX-License-Identifier: Apache-2.0
// One file of records that was taken in. The rows stay in the archive; this says what they are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/hash.h"
#include "base/message.h"
#include "model/retention.h"

namespace cadran::model {

struct Import {
    std::int64_t number = 0;  // counts from 1; a later import of a key replaces an earlier one
    std::string type;         // record type
    std::string file_name;    // as the user named it, without folders
    Digest received;          // of the file as it came
    Digest archived;          // of what is kept: the same, or its columns with the secrets hashed
    std::string dialect;      // how what is kept is to be read, as JSON
    int plugin_version = 0;   // of the plugin that declared the type then
    std::int64_t accepted = 0;
    std::int64_t rejected = 0;
    std::optional<Date> first_event = {};  // of the accepted records
    std::optional<Date> last_event = {};
    std::string by;
    Instant at;
    std::optional<Purge> purged = {};  // its records are no more
};

}  // namespace cadran::model
