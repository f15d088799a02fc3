// SPDX-License-Identifier: Apache-2.0
// A file without a name, for what does not fit into memory: nobody else can open it, and nothing of it
// remains when its owner lets go of it or the process ends, however it ends.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace cadran {

// Throws std::system_error where the disk refuses. Several threads may read; one appends.
class UnnamedFile {
  public:
    // On the disk of that folder.
    explicit UnnamedFile(const std::filesystem::path& folder);
    ~UnnamedFile();
    UnnamedFile(UnnamedFile&& other) noexcept;
    UnnamedFile(const UnnamedFile&) = delete;
    UnnamedFile& operator=(const UnnamedFile&) = delete;

    void append(std::string_view bytes);
    std::int64_t size() const { return size_; }
    // So many bytes from that place, all of which were appended.
    void read(std::int64_t from, char* to, std::size_t count) const;

  private:
    int descriptor_;
    std::int64_t size_ = 0;
};

}  // namespace cadran
