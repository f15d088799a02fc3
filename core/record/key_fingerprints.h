// SPDX-License-Identifier: Apache-2.0
// Fingerprints of the keys of a file that is read record by record: on the disk where there are many.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

#include "base/unnamed_file.h"

namespace cadran::record {

// Where what does not fit into memory goes.
struct Spill {
    std::filesystem::path folder;
    std::int64_t memory = 0;  // bytes; above 0
};

class KeyFingerprints {
  public:
    // Without a spill they all stay in memory.
    explicit KeyFingerprints(std::optional<Spill> spill) : spill_(std::move(spill)) {}

    void add(std::uint64_t fingerprint);
    // Those that occur more than once, sorted, each once; to be asked once.
    std::vector<std::uint64_t> repeated();

  private:
    // Of a fingerprint in memory, and of what finds out which of them repeat.
    static constexpr std::int64_t bytes_each = 18;

    void write();
    std::vector<std::uint64_t> part(std::uint64_t number, std::uint64_t parts) const;

    std::optional<Spill> spill_;
    std::vector<std::uint64_t> fingerprints_;
    std::optional<UnnamedFile> file_;
};

}  // namespace cadran::record
