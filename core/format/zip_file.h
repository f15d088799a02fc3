// SPDX-License-Identifier: Apache-2.0
// Reads the parts of a zip file that anybody may have made. Nothing is ever unpacked to disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cadran::format {

// The largest zip file, and the largest of its parts once inflated: 512 MiB and 4 GiB.
inline constexpr std::uint64_t greatest_zip_file = std::uint64_t{512} << 20;
inline constexpr std::uint64_t greatest_zip_part = std::uint64_t{4} << 30;
inline constexpr std::uint64_t greatest_zip_entry_count = 10'000;
// A part larger than 16 MiB that shrank more than that is a bomb: real sheets shrink 10 to 50 times.
inline constexpr std::uint64_t greatest_zip_ratio = 200;

class ZipFile {
  public:
    // Fails where the file is no zip file, is damaged or too large, or where an entry is encrypted, repeated,
    // a bomb, or named so that it would lie outside a folder.
    static Result<ZipFile> open(const std::filesystem::path& file);
    // The same of bytes in memory, which must outlive it; `name` is how messages call them.
    static Result<ZipFile> open(std::string_view bytes, const std::string& name);
    ~ZipFile();
    ZipFile(ZipFile&& other) noexcept;
    ZipFile& operator=(ZipFile&&) = delete;

    // Names have forward slashes; upper and lower case count as the same.
    bool has(std::string_view name) const;
    // As the file writes them, folders left out.
    std::vector<std::string> names() const;
    // The next `read` starts at the beginning of that part. False where there is none, or it is damaged.
    bool enter(std::string_view name);
    // The next bytes of the part; 0 at its end, or where it is damaged.
    std::size_t read(char* into, std::size_t size);
    // The part that was read to its end is whole.
    bool is_sound();

  private:
    struct Entry {
        std::uint64_t directory = 0;  // where the zip file's directory speaks of it
        std::uint64_t number = 0;
        std::string name;
    };

    struct Memory;

    ZipFile(void* handle, std::unique_ptr<Memory> memory);
    std::optional<Diagnostic> index(const std::string& file_name);

    std::unique_ptr<Memory> memory_;  // where it is read from, if it is no file
    void* handle_;
    bool entered_ = false;
    bool damaged_ = false;
    std::map<std::string, Entry, std::less<>> entries_;  // by name in lower case
};

}  // namespace cadran::format
