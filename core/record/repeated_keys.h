// SPDX-License-Identifier: Apache-2.0
// The keys that stand on more than one line of a file.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/hash.h"
#include "record/header.h"
#include "record/key_fingerprints.h"
#include "record/row_source.h"

namespace cadran::record {

class RepeatedKeys {
  public:
    // Told the bytes read so far; false stops the search.
    using Pace = std::function<bool(std::int64_t position)>;

    // Reads the file once, with eight bytes a record, of memory as long as the spill has any; a second time
    // where fingerprints coincide, to compare only those keys in full. Fails as the rows do, and as conflict
    // where `pace` stopped it.
    static Result<RepeatedKeys> find(RowSource& rows, const Header& header, const HashKey& key,
                                     const std::optional<Spill>& spill, const Pace& pace);

    // All lines with that key, in order; empty where it does not repeat.
    std::span<const std::int64_t> lines(std::string_view key) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    std::unordered_map<std::string, std::vector<std::int64_t>, Hash, std::equal_to<>> lines_;
};

}  // namespace cadran::record
