// SPDX-License-Identifier: Apache-2.0
#include "base/repeats.h"

#include <algorithm>
#include <bit>

#include "base/all_cores.h"

namespace cadran {

namespace {

constexpr std::size_t bits_each = 16;
// So many fingerprints ahead the memory is asked for, which lies outside of the caches.
constexpr std::size_t ahead = 32;
// Fewer are found sooner by one core.
constexpr std::size_t worth_sharing = 100'000;

// By Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4): the high bits are well mixed.
std::uint64_t mixture(std::uint64_t fingerprint) {
    return fingerprint * 0x9E3779B97F4A7C15U;
}

// A bit for each of many places, to which fingerprints lead.
class Places {
  public:
    // For so many fingerprints.
    explicit Places(std::size_t count)
        : shift_(64 - std::max(6, static_cast<int>(std::bit_width(count * bits_each)))),
          words_((std::size_t{1} << (64 - shift_)) / 64) {}

    void expect(std::uint64_t fingerprint) const { __builtin_prefetch(&words_[place(fingerprint) / 64], 1); }
    bool is_taken(std::uint64_t fingerprint) const {
        const std::uint64_t at = place(fingerprint);
        return (words_[at / 64] >> (at % 64) & 1) != 0;
    }
    void take(std::uint64_t fingerprint) {
        const std::uint64_t at = place(fingerprint);
        words_[at / 64] |= std::uint64_t{1} << (at % 64);
    }

  private:
    std::uint64_t place(std::uint64_t fingerprint) const { return mixture(fingerprint) >> shift_; }

    int shift_;
    std::vector<std::uint64_t> words_;
};

template <typename Fingerprint>
using Parts = std::span<const std::span<const Fingerprint>>;

// One of several shares of all fingerprints.
template <typename Fingerprint>
class Share {
  public:
    Share(Parts<Fingerprint> parts, std::size_t count, std::size_t number, std::size_t shares)
        : parts_(parts), count_(count), number_(number), shares_(shares) {}

    // Sorted, each once.
    std::vector<Fingerprint> repeated() const {
        const std::vector<Fingerprint> likely = of_taken_places();
        if (likely.empty()) return {};
        Places places(likely.size());
        for (const Fingerprint fingerprint : likely) places.take(fingerprint);
        std::vector<Fingerprint> found;
        for (const auto& part : parts_) {
            std::ranges::copy_if(part, std::back_inserter(found), [&](Fingerprint one) {
                return places.is_taken(one) && std::ranges::binary_search(likely, one);
            });
        }
        std::ranges::sort(found);
        std::vector<Fingerprint> repeats;
        for (std::size_t i = 1; i < found.size(); ++i) {
            const bool is_new = repeats.empty() || repeats.back() != found[i];
            if (found[i] == found[i - 1] && is_new) repeats.push_back(found[i]);
        }
        return repeats;
    }

  private:
    // Those whose place was taken before; among them is each that occurs more than once. Sorted, each once.
    std::vector<Fingerprint> of_taken_places() const {
        Places places(count_ / shares_ + 1);
        std::vector<Fingerprint> found;
        for (const auto& part : parts_) {
            for (std::size_t i = 0; i < part.size(); ++i) {
                const Fingerprint next = part[std::min(i + ahead, part.size() - 1)];
                if (is_own(next)) places.expect(next);
                if (!is_own(part[i])) continue;
                if (places.is_taken(part[i])) found.push_back(part[i]);
                places.take(part[i]);
            }
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

    bool is_own(Fingerprint fingerprint) const { return mixture(fingerprint) / 2 % shares_ == number_; }

    Parts<Fingerprint> parts_;
    std::size_t count_;
    std::size_t number_;
    std::size_t shares_;
};

template <typename Fingerprint>
std::vector<Fingerprint> repeated_of(Parts<Fingerprint> parts) {
    std::size_t count = 0;
    for (const auto& part : parts) count += part.size();
    const std::size_t shares = count < worth_sharing ? 1 : cores();
    std::vector<std::vector<Fingerprint>> found(shares);
    on_all_cores(shares, [&](std::size_t i) { found[i] = Share(parts, count, i, shares).repeated(); });
    std::vector<Fingerprint> repeats;
    for (const auto& part : found) repeats.insert(repeats.end(), part.begin(), part.end());
    std::ranges::sort(repeats);
    return repeats;
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
