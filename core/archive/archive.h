// SPDX-License-Identifier: Apache-2.0
// Files kept, until they are purged, under the SHA-256 of their content. A file is durable before anything
// names it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/hash.h"
#include "base/result.h"

namespace cadran::archive {

class Archive {
  public:
    // The folder exists.
    explicit Archive(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const std::filesystem::path& folder() const { return folder_; }

    // Durable when it returns. Content that is already there is not written again.
    Digest store(std::string_view bytes);

    // Where a file stands, for readers that stream it; fails as not_found.
    Result<std::filesystem::path> find(const Digest& digest) const;
    // The whole content, checked against its name; fails as not_found or, where it was altered, invalid.
    Result<std::string> read(const Digest& digest, std::size_t limit = greatest_text_file) const;
    // Whether the file is there and its content is what its name says.
    bool is_sound(const Digest& digest) const;

    // Durable when it returns; false where the file is not there. That nothing names it any more is the
    // caller's word.
    bool remove(const Digest& digest);

    // Content that arrives in pieces; without `keep` nothing of it remains.
    class Intake {
      public:
        explicit Intake(Archive& archive);
        void write(std::string_view bytes);
        // Where what was written so far can be read, before it is kept.
        const std::filesystem::path& staged() { return file_.staged(); }
        Digest keep();

      private:
        Archive& archive_;
        DurableFile file_;
        Sha256 hash_;
    };

  private:
    std::filesystem::path place(const Digest& digest) const;

    std::filesystem::path folder_;
};

}  // namespace cadran::archive
