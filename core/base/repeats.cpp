// SPDX-License-Identifier: Apache-2.0
#include "base/repeats.h"

#include <algorithm>
#include <bit>
#include <memory>
#include <utility>

#include "base/all_cores.h"

namespace cadran {

namespace {

// So many are told apart in a core's own cache.
constexpr std::size_t usual_partition = std::size_t{1} << 14;
// Fewer are found sooner by one core.
constexpr std::size_t worth_sharing = 100'000;

// By Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the high bits are well mixed.
std::uint64_t mixture(std::uint64_t fingerprint) {
    return fingerprint * 0x9E3779B97F4A7C15U;
}

template <typename Fingerprint>
using Parts = std::span<const std::span<const Fingerprint>>;

// Fingerprints by the first bits of their mixtures, so that equal ones are in one partition; each lane of the
// parts puts its own into them.
template <typename Fingerprint>
class Partitions {
  public:
    Partitions(Parts<Fingerprint> parts, std::size_t count)
        : parts_(parts),
          lanes_(count < worth_sharing ? 1 : cores()),
          bits_(std::max(1, static_cast<int>(std::bit_width(count / usual_partition)))),
          ends_(lanes_, std::vector<std::size_t>(size())),
          fingerprints_(std::make_unique_for_overwrite<Fingerprint[]>(count)) {
        on_all_cores(lanes_, [&](std::size_t lane) {
            for_each(lane, [&, ends = ends_[lane].data()](Fingerprint one) { ++ends[partition(one)]; });
        });
        std::size_t start = 0;
        for (std::size_t i = 0; i < size(); ++i) {
            for (std::vector<std::size_t>& ends : ends_) start += std::exchange(ends[i], start);
        }
        on_all_cores(lanes_, [&](std::size_t lane) {
            for_each(lane, [&, ends = ends_[lane].data(), to = fingerprints_.get()](Fingerprint one) {
                to[ends[partition(one)]++] = one;
            });
        });
    }

    // Sorted, each once.
    std::vector<Fingerprint> repeated() const {
        std::vector<std::vector<Fingerprint>> found(lanes_);
        on_all_cores(lanes_, [&](std::size_t lane) {
            for (std::size_t i = lane; i < size(); i += lanes_) add_repeated(i, found[lane]);
        });
        std::vector<Fingerprint> all;
        for (const auto& some : found) all.insert(all.end(), some.begin(), some.end());
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

  private:
    std::size_t size() const { return std::size_t{1} << bits_; }
    std::size_t partition(Fingerprint one) const { return mixture(one) >> (64 - bits_); }

    template <typename Take>
    void for_each(std::size_t lane, const Take& take) const {
        for (std::size_t i = parts_.size() * lane / lanes_; i < parts_.size() * (lane + 1) / lanes_; ++i) {
            for (const Fingerprint one : parts_[i]) take(one);
        }
    }

    // A table holds what was met; a fingerprint of another partition stands where nothing does.
    void add_repeated(std::size_t number, std::vector<Fingerprint>& found) const {
        const std::size_t start = number == 0 ? 0 : ends_.back()[number - 1], end = ends_.back()[number];
        const Fingerprint nothing = number == 0 ? 1 : 0;
        const int table_bits = static_cast<int>(std::bit_width(end - start)) + 1;
        std::vector<Fingerprint> table(std::size_t{1} << table_bits, nothing);
        for (std::size_t i = start; i < end; ++i) {
            const Fingerprint one = fingerprints_[i];
            std::size_t at = mixture(one) << bits_ >> (64 - table_bits);
            while (table[at] != nothing && table[at] != one) at = (at + 1) & (table.size() - 1);
            if (table[at] == one) found.push_back(one);
            table[at] = one;
        }
    }

    Parts<Fingerprint> parts_;
    std::size_t lanes_;
    int bits_;
    std::vector<std::vector<std::size_t>> ends_;  // of each lane in the partitions
    std::unique_ptr<Fingerprint[]> fingerprints_;
};

template <typename Fingerprint>
std::vector<Fingerprint> repeated_of(Parts<Fingerprint> parts) {
    std::size_t count = 0;
    for (const auto& part : parts) count += part.size();
    return Partitions(parts, count).repeated();
}

}  // namespace

std::vector<std::uint64_t> repeated(Parts<std::uint64_t> parts) {
    return repeated_of(parts);
}

std::vector<std::uint32_t> repeated(Parts<std::uint32_t> parts) {
    return repeated_of(parts);
}

std::vector<std::uint64_t> repeated(std::span<const std::uint64_t> fingerprints) {
    return repeated_of(Parts<std::uint64_t>(&fingerprints, 1));
}

}  // namespace cadran
