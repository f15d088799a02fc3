// SPDX-License-Identifier: Apache-2.0
#include "record/repeated_keys.h"

#include <algorithm>
#include <utility>

namespace cadran::record {

namespace {

// Calls `take(key, line)` for each record behind the header that has a key.
template <typename Take>
Done for_each_key(RowSource& rows, const Header& header, const RepeatedKeys::Pace& pace, Take take) {
    bool titles = true;
    bool goes_on = true;
    const Done read = rows.read([&](const Row& row) {
        if (std::exchange(titles, false)) return true;
        goes_on = pace(rows.position());
        if (const std::string_view key = header.key(row); goes_on && !key.empty()) take(key, row.line);
        return goes_on;
    });
    if (read && !goes_on) return conflict({"record.cancelled"});
    return read;
}

}  // namespace

Result<RepeatedKeys> RepeatedKeys::find(RowSource& rows, const Header& header, const HashKey& key,
                                        const std::optional<Spill>& spill, const Pace& pace) {
    KeyFingerprints gathered(spill);
    const Done first = for_each_key(rows, header, pace, [&](std::string_view text, std::int64_t) {
        gathered.add(keyed_hash(key, text));
    });
    if (!first) return tl::unexpected(first.error());
    const std::vector<std::uint64_t> fingerprints = gathered.repeated();
    RepeatedKeys found;
    if (fingerprints.empty()) return found;
    auto& lines = found.lines_;
    const Done second = for_each_key(rows, header, pace, [&](std::string_view text, std::int64_t line) {
        if (!std::ranges::binary_search(fingerprints, keyed_hash(key, text))) return;
        auto known = lines.find(text);
        if (known == lines.end()) known = lines.try_emplace(std::string(text)).first;
        known->second.push_back(line);
    });
    if (!second) return tl::unexpected(second.error());
    std::erase_if(lines, [](const auto& entry) { return entry.second.size() == 1; });
    return found;
}

std::span<const std::int64_t> RepeatedKeys::lines(std::string_view key) const {
    if (lines_.empty()) return {};
    const auto found = lines_.find(key);
    return found == lines_.end() ? std::span<const std::int64_t>() : found->second;
}

}  // namespace cadran::record
