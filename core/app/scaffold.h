// SPDX-License-Identifier: Apache-2.0
// A folder that is built beside its place and appears there whole.
#pragma once

#include <filesystem>

namespace cadran::app {

// Removed again unless it was moved into place.
class Scaffold {
  public:
    // `place` is absolute and does not exist, or is an empty folder.
    explicit Scaffold(const std::filesystem::path& place);
    ~Scaffold();
    Scaffold(const Scaffold&) = delete;
    Scaffold& operator=(const Scaffold&) = delete;

    const std::filesystem::path& folder() const { return folder_; }
    // Durable when it returns.
    void move_into_place();

  private:
    std::filesystem::path place_;
    std::filesystem::path folder_;
};

}  // namespace cadran::app
