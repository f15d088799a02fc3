// SPDX-License-Identifier: Apache-2.0
// Records whose retention has run out, taken away: a tombstone, the hash and the counts stay.
#pragma once

#include <string>

#include "app/retention.h"

namespace cadran::app {

struct PurgeRecords {
    DueFilter filter = {};
    std::string reason = {};  // that people give besides the retention
    // The numbers of the imports that somebody was shown as purgeable, sorted: a conflict where it would be
    // others. None: whichever they are.
    std::optional<std::vector<std::int64_t>> seen = {};
};

struct Purged {
    Due due;                    // those that nothing holds are purged, with their tombstones
    std::int64_t findings = 0;  // whose evidence was emptied
    std::int64_t files = 0;     // taken out of the archive
};

// The numbers of those that nothing holds, sorted.
std::vector<std::int64_t> purgeable(const Due& due);

// What a purge would take away now; changes nothing.
Result<Due> list_purgeable(Session& session, const DueFilter& filter);

// Every import that is due and that nothing holds, all or nothing: tombstones, findings without the values of
// their records, runs whose findings changed. Files leave the archive once that is durable, and so do those
// that a purge before it did not come to take away. Fails as a conflict where others keep writing meanwhile.
Result<Purged> purge_records(Session& session, const PurgeRecords& command);

// The purged imports of which the archive still has the file, though nothing else needs it, in order.
std::vector<model::Import> purged_imports_with_files(Workspace& workspace);

}  // namespace cadran::app
