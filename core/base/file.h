// SPDX-License-Identifier: Apache-2.0
// Files that are either there whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/result.h"

namespace cadran {

// The largest definition, plugin file or key that is read into memory at once: 16 MiB.
inline constexpr std::size_t greatest_text_file = std::size_t{16} << 20;

// The whole file; fails as not_found or invalid (too large, unreadable), naming the path.
Result<std::string> read_file(const std::filesystem::path& path, std::size_t limit = greatest_text_file);

// Calls for each block of the file, in order, as long as the call returns true. Fails as read_file does.
Done read_blocks(const std::filesystem::path& path, const std::function<bool(std::string_view)>& take);

enum class Access { everybody, owner };  // 0644 or 0600, before the umask

// A file under a temporary name beside its place, that appears there, whole and durable, when published:
// bytes synced, renamed over what was there, folder synced. Without publication nothing remains of it.
// Throws std::system_error where the disk refuses.
class DurableFile {
  public:
    DurableFile(std::filesystem::path place, Access access);
    ~DurableFile();
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;

    void write(std::string_view bytes);
    // Where the bytes written so far can be read until the file is published.
    const std::filesystem::path& staged();
    void publish();
    // Publishes under another name of the same folder, for names that follow from the content.
    void publish_as(std::filesystem::path place);

  private:
    void flush();

    std::filesystem::path place_;
    std::filesystem::path temporary_;
    std::string buffer_;
    int descriptor_ = -1;
};

void write_durably(const std::filesystem::path& place, std::string_view bytes,
                   Access access = Access::everybody);

// Makes the folder and those above it that are missing, durably.
void make_folder(const std::filesystem::path& folder, Access access = Access::everybody);

// False where there is no such file. Throws std::system_error where the disk refuses.
bool remove_durably(const std::filesystem::path& file);

// Renames a folder durably; an empty folder at its new place gives way.
void move_folder(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace cadran
