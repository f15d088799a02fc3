// SPDX-License-Identifier: Apache-2.0
// How long the records of a type are kept, and what is left of an import when they are not any more.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/clock.h"
#include "base/duration.h"

namespace cadran::model {

// From when the time runs.
enum class RetentionStart {
    event,       // the last event date of the file
    import_day,  // the day on which the file was imported: of registers, where each file replaces the one
                 // before
};

std::string_view retention_start_name(RetentionStart start);  // `event`, `import`
std::optional<RetentionStart> parse_retention_start(std::string_view name);

struct Retention {
    Duration length;  // days or months
    RetentionStart start = RetentionStart::event;

    friend bool operator==(const Retention&, const Retention&) = default;
};

// `5 years`, `18 months`, `90 days`, also in French; at least a day, at most a hundred years. Years are
// months.
std::optional<Duration> parse_retention_length(std::string_view text);
// `5 ans après le dernier événement du fichier`, for people.
LocalText text_of(const Retention& retention);

// The tombstone of an import whose records were purged.
struct Purge {
    std::string by;  // account
    Instant at;
    Retention retention;     // that had run out
    int plugin_version = 0;  // of the plugin that said so
    std::string reason = {};
};

}  // namespace cadran::model
