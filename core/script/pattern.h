// SPDX-License-Identifier: Apache-2.0
// Lua's patterns (Lua 5.4 reference manual, section 6.4.1), matched by counted steps.
#pragma once

#include <array>
#include <bitset>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cadran::script {

class Pattern {
  public:
    static constexpr std::size_t greatest_captures = 32;

    // Told of the steps as they are made; it may throw to end the search.
    using Spend = std::function<void(std::int64_t)>;

    // Bytes of the subject; of a position capture `()`, only `begin` means something.
    struct Capture {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool is_position = false;
    };

    struct Match {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::array<Capture, greatest_captures> captures{};
        std::size_t capture_count = 0;
    };

    // Fails with the position of the character at which the pattern goes wrong.
    static Result<Pattern> parse(std::string_view text);

    // Whether it starts with `^`, which only a search may honour.
    bool is_anchored() const { return is_anchored_; }
    // The match that begins exactly there, if any.
    std::optional<Match> match_at(std::string_view subject, std::size_t begin, const Spend& spend) const;
    // The first match that begins there or later; of an anchored pattern, only there.
    std::optional<Match> find(std::string_view subject, std::size_t from, const Spend& spend) const;

  private:
    enum class Kind { one_of, open, position, close, balanced, frontier, same_as, end };
    enum class Times { once, at_most_once, greedy, greedy_at_least_once, lazy };

    struct Item {
        Kind kind = Kind::one_of;
        Times times = Times::once;
        std::size_t capture = 0;      // of open, position, close, same_as
        char first = 0, last = 0;     // of balanced
        std::bitset<256> bytes = {};  // of one_of and frontier
    };

    class Parser;
    class Matcher;

    std::vector<Item> items_;
    std::size_t capture_count_ = 0;
    bool is_anchored_ = false;
};

}  // namespace cadran::script
