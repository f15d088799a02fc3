// SPDX-License-Identifier: Apache-2.0
#include "script/pattern.h"

namespace cadran::script {

namespace {

constexpr std::size_t greatest_items = 150;  // each repeated one may take a frame of the C stack

std::size_t index_of(char c) {
    return static_cast<unsigned char>(c);
}

template <typename Predicate>
std::bitset<256> bytes_that(Predicate holds) {
    std::bitset<256> bytes;
    for (std::size_t c = 0; c < 128; ++c) bytes[c] = holds(static_cast<int>(c));
    return bytes;
}

bool is_lower(int c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(int c) {
    return c >= 'A' && c <= 'Z';
}
bool is_letter(int c) {
    return is_lower(c) || is_upper(c);
}
bool is_digit(int c) {
    return c >= '0' && c <= '9';
}
bool is_visible(int c) {
    return c > 32 && c < 127;
}

// The class that `%c` names in ASCII, whatever the locale; any other character stands for itself.
std::bitset<256> class_of(char letter) {
    std::bitset<256> bytes;
    switch (letter | 0x20) {
        case 'a': bytes = bytes_that(is_letter); break;
        case 'c': bytes = bytes_that([](int c) { return c < 32 || c == 127; }); break;
        case 'd': bytes = bytes_that(is_digit); break;
        case 'g': bytes = bytes_that(is_visible); break;
        case 'l': bytes = bytes_that(is_lower); break;
        case 'p':
            bytes = bytes_that([](int c) { return is_visible(c) && !is_letter(c) && !is_digit(c); });
            break;
        case 's': bytes = bytes_that([](int c) { return c == ' ' || (c >= 9 && c <= 13); }); break;
        case 'u': bytes = bytes_that(is_upper); break;
        case 'w': bytes = bytes_that([](int c) { return is_letter(c) || is_digit(c); }); break;
        case 'x':
            bytes = bytes_that([](int c) { return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f'); });
            break;
        default: break;
    }
    if (!is_letter(letter) || bytes.none()) return std::bitset<256>().set(index_of(letter));
    return is_upper(letter) ? ~bytes : bytes;
}

}  // namespace

class Pattern::Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<Pattern> parse() {
        Pattern pattern;
        if (text_.starts_with('^')) {
            pattern.is_anchored_ = true;
            ++at_;
        }
        while (at_ < text_.size()) {
            std::optional<Item> item = next();
            if (!item || pattern.items_.size() == greatest_items) return fault();
            pattern.items_.push_back(*item);
        }
        if (!open_.empty()) return fault();
        pattern.capture_count_ = captures_;
        return pattern;
    }

  private:
    tl::unexpected<Failure> fault() const {
        return invalid({"script.bad_pattern", {{"position", static_cast<std::int64_t>(at_ + 1)}}});
    }

    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

    std::optional<Item> next() {
        switch (peek()) {
            case '(': return opened();
            case ')': return closed();
            case '$':
                if (at_ + 1 < text_.size()) break;
                ++at_;
                return Item{.kind = Kind::end};
            case '%':
                if (peek(1) == 'b') return balanced();
                if (peek(1) == 'f') return frontier();
                if (is_digit(peek(1))) return same_as();
                break;
            default: break;
        }
        const auto bytes = single();
        if (!bytes) return {};
        return Item{.times = times(), .bytes = *bytes};
    }

    std::optional<Item> opened() {
        if (captures_ == greatest_captures) return {};
        const bool is_position = peek(1) == ')';
        at_ += is_position ? 2 : 1;
        closed_[captures_] = is_position;
        if (!is_position) open_.push_back(captures_);
        return Item{.kind = is_position ? Kind::position : Kind::open, .capture = captures_++};
    }

    std::optional<Item> closed() {
        if (open_.empty()) return {};
        ++at_;
        const std::size_t capture = open_.back();
        open_.pop_back();
        closed_[capture] = true;
        return Item{.kind = Kind::close, .capture = capture};
    }

    std::optional<Item> balanced() {
        if (at_ + 3 >= text_.size()) return {};
        const Item item{.kind = Kind::balanced, .first = text_[at_ + 2], .last = text_[at_ + 3]};
        at_ += 4;
        return item;
    }

    std::optional<Item> frontier() {
        at_ += 2;
        if (peek() != '[') return {};
        const auto bytes = set();
        if (!bytes) return {};
        return Item{.kind = Kind::frontier, .bytes = *bytes};
    }

    std::optional<Item> same_as() {
        const auto capture = static_cast<std::size_t>(peek(1) - '1');
        if (peek(1) == '0' || capture >= captures_ || !closed_[capture]) return {};
        at_ += 2;
        return Item{.kind = Kind::same_as, .capture = capture};
    }

    // `x`, `.`, `%a` or a set.
    std::optional<std::bitset<256>> single() {
        const char c = peek();
        if (c == '[') return set();
        if (c == '%') return escaped();
        ++at_;
        if (c == '.') return ~std::bitset<256>();
        return std::bitset<256>().set(index_of(c));
    }

    std::optional<std::bitset<256>> escaped() {
        if (at_ + 1 >= text_.size()) return {};
        at_ += 2;
        return class_of(text_[at_ - 1]);
    }

    std::optional<std::bitset<256>> set() {
        ++at_;
        const bool is_complement = peek() == '^';
        if (is_complement) ++at_;
        std::bitset<256> bytes;
        bool is_first = true;  // a `]` at the very start stands for itself
        while (at_ < text_.size() && (is_first || peek() != ']')) {
            is_first = false;
            if (peek() == '%') {
                const auto some = escaped();
                if (!some) return {};
                bytes |= *some;
            } else if (peek(1) == '-' && at_ + 2 < text_.size() && peek(2) != ']') {
                for (std::size_t c = index_of(peek()); c <= index_of(peek(2)); ++c) bytes.set(c);
                at_ += 3;
            } else {
                bytes.set(index_of(text_[at_++]));
            }
        }
        if (at_ >= text_.size()) return {};
        ++at_;
        return is_complement ? ~bytes : bytes;
    }

    Times times() {
        switch (peek()) {
            case '?': ++at_; return Times::at_most_once;
            case '*': ++at_; return Times::greedy;
            case '+': ++at_; return Times::greedy_at_least_once;
            case '-': ++at_; return Times::lazy;
            default: return Times::once;
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t captures_ = 0;
    std::vector<std::size_t> open_;
    std::array<bool, greatest_captures> closed_{};
};

// Goes through the items from left to right; only repeated items recurse, to try what follows. What a failed
// attempt wrote into the captures needs no undoing: whoever comes to use one has passed its parenthesis anew.
class Pattern::Matcher {
  public:
    Matcher(const Pattern& pattern, std::string_view subject, const Spend& spend)
        : pattern_(pattern), subject_(subject), spend_(spend) {}
    ~Matcher() = default;
    Matcher(const Matcher&) = delete;
    Matcher& operator=(const Matcher&) = delete;

    std::optional<Match> match_at(std::size_t begin) {
        const auto end = rest(0, begin);
        spend_(steps_);
        steps_ = 0;
        if (!end) return {};
        match_.begin = begin;
        match_.end = *end;
        match_.capture_count = pattern_.capture_count_;
        return match_;
    }

  private:
    using Position = std::optional<std::size_t>;

    void step(std::size_t steps = 1) {
        steps_ += static_cast<std::int64_t>(steps);
        if (steps_ < 256) return;
        spend_(steps_);
        steps_ = 0;
    }

    bool fits(const Item& item, std::size_t at) const {
        return at < subject_.size() && item.bytes[index_of(subject_[at])];
    }

    // Where the items from this one on end, when they match from there on.
    Position rest(std::size_t index, std::size_t at) {
        for (; index < pattern_.items_.size(); ++index) {
            step();
            const Item& item = pattern_.items_[index];
            if (item.kind == Kind::one_of && item.times != Times::once) return repeated(index, at);
            const Position next = single(item, at);
            if (!next) return {};
            at = *next;
        }
        return at;
    }

    Position single(const Item& item, std::size_t at) {
        Capture& capture = match_.captures[item.capture];
        switch (item.kind) {
            case Kind::one_of: return fits(item, at) ? Position(at + 1) : Position();
            case Kind::open: capture = {at, at, false}; return at;
            case Kind::position: capture = {at, at, true}; return at;
            case Kind::close: capture.end = at; return at;
            case Kind::balanced: return balanced(item, at);
            case Kind::frontier: return is_frontier(item, at) ? Position(at) : Position();
            case Kind::same_as: return same_as(capture, at);
            case Kind::end: break;
        }
        return at == subject_.size() ? Position(at) : Position();
    }

    Position repeated(std::size_t index, std::size_t at) {
        const Item& item = pattern_.items_[index];
        if (item.times == Times::lazy) return lazy(index, at);
        const std::size_t least = item.times == Times::greedy_at_least_once ? 1 : 0;
        const std::size_t most = item.times == Times::at_most_once ? 1 : subject_.size();
        std::size_t count = 0;
        while (count < most && fits(item, at + count)) ++count;
        step(count);
        for (; count + 1 > least; --count) {
            if (const Position end = rest(index + 1, at + count)) return end;
            if (count == 0) break;
            step();
        }
        return {};
    }

    Position lazy(std::size_t index, std::size_t at) {
        while (true) {
            if (const Position end = rest(index + 1, at)) return end;
            if (!fits(pattern_.items_[index], at)) return {};
            step();
            ++at;
        }
    }

    Position balanced(const Item& item, std::size_t at) {
        if (at >= subject_.size() || subject_[at] != item.first) return {};
        std::size_t depth = 1;
        for (std::size_t i = at + 1; i < subject_.size(); ++i) {
            step();
            if (subject_[i] == item.last) {
                if (--depth == 0) return i + 1;
            } else if (subject_[i] == item.first) {
                ++depth;
            }
        }
        return {};
    }

    // The ends of the subject count as a byte 0.
    bool is_frontier(const Item& item, std::size_t at) const {
        const std::size_t before = at == 0 ? 0 : index_of(subject_[at - 1]);
        const std::size_t here = at < subject_.size() ? index_of(subject_[at]) : 0;
        return !item.bytes[before] && item.bytes[here];
    }

    Position same_as(const Capture& capture, std::size_t at) {
        const std::size_t length = capture.is_position ? 0 : capture.end - capture.begin;
        step(length);
        if (capture.is_position || subject_.size() - at < length) return {};
        if (subject_.compare(at, length, subject_, capture.begin, length) != 0) return {};
        return at + length;
    }

    const Pattern& pattern_;
    std::string_view subject_;
    const Spend& spend_;
    std::int64_t steps_ = 10;  // as much as setting it up costs
    Match match_;
};

Result<Pattern> Pattern::parse(std::string_view text) {
    return Parser(text).parse();
}

std::optional<Pattern::Match> Pattern::match_at(std::string_view subject, std::size_t begin,
                                                const Spend& spend) const {
    return Matcher(*this, subject, spend).match_at(begin);
}

std::optional<Pattern::Match> Pattern::find(std::string_view subject, std::size_t from,
                                            const Spend& spend) const {
    Matcher matcher(*this, subject, spend);
    for (std::size_t begin = from; begin <= subject.size(); ++begin) {
        if (auto match = matcher.match_at(begin)) return match;
        if (is_anchored_) break;
    }
    return {};
}

}  // namespace cadran::script
