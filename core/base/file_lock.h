// SPDX-License-Identifier: Apache-2.0
// A file that one holds at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <utility>

namespace cadran {

// The operating system lets go of it with the process, however that ends: nothing is to be cleared away after
// a kill.
class FileLock {
  public:
    // None where somebody holds it, be it in this process. Makes the file where there is none; it stays
    // there, empty. Throws std::system_error where the disk refuses.
    static std::optional<FileLock> take(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_;
};

}  // namespace cadran
