// SPDX-License-Identifier: Apache-2.0
// Lines of findings that come in sorted runs and leave in one order, from the disk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unnamed_file.h"

namespace cadran::app {

class FindingRuns {
  public:
    // On the disk of that folder.
    explicit FindingRuns(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // A line with the bytes that say its order: not before those of this run that it comes behind.
    void add(std::string_view order, std::string_view line);
    void end_run();

    // All lines in their order.
    void for_each(const std::function<void(std::string_view line)>& take) const;

  private:
    struct Extent {
        std::int64_t from = 0;
        std::int64_t to = 0;
    };
    class Reader;

    void write();

    std::filesystem::path folder_;
    std::string run_;                // at hand, but for what of it is in the file
    std::optional<Extent> at_hand_;  // that
    std::optional<UnnamedFile> file_;
    std::vector<Extent> runs_;  // in the file
};

}  // namespace cadran::app
