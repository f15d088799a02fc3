// SPDX-License-Identifier: Apache-2.0
// A folder for what somebody brought, outside the workspace and nobody else's to read.
#pragma once

#include <filesystem>
#include <memory>

#include "base/file_lock.h"

namespace cadran::web {

// Gone with its last holder; what a kill leaves behind goes when a server starts next.
class PrivateFolder {
  public:
    // Throws std::system_error where the disk refuses.
    static std::shared_ptr<PrivateFolder> make();
    // Removes those of the same user that no process holds any more.
    static void clear_left_behind();

    ~PrivateFolder();
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;

    const std::filesystem::path path;

  private:
    PrivateFolder(std::filesystem::path place, FileLock lock)
        : path(std::move(place)), lock_(std::move(lock)) {}

    FileLock lock_;
};

}  // namespace cadran::web
