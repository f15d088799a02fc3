// SPDX-License-Identifier: Apache-2.0
// A whole workspace, keys included, as a folder that can be checked with sha256sum; and back.
#pragma once

#include <filesystem>

#include "app/session.h"

namespace cadran::app {

struct BackedUp {
    std::filesystem::path folder;
    std::int64_t files = 0;
    Digest head;  // the journal's head that it holds
};

// Copies store, archive, drafts and keys into a new folder that only its owner can read. Others may work
// meanwhile.
Result<BackedUp> back_up(Session& session, const std::filesystem::path& folder);

struct RestoreWorkspace {
    std::filesystem::path backup;
    std::filesystem::path folder;  // new or empty
    std::filesystem::path keys_home;
};

// Makes the workspace anew out of a backup, every file checked against its sum first. Whoever can read the
// backup can restore it; it needs no session. Keys that are on this machine already must be the same.
Result<BackedUp> restore(const RestoreWorkspace& command, Progress& progress);

}  // namespace cadran::app
