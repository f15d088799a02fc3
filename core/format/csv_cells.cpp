// SPDX-License-Identifier: Apache-2.0
#include "format/csv_cells.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.h"
#include "format/byte_scan.h"

namespace cadran::format {

namespace {

constexpr std::size_t stride = ByteScan::stride;
constexpr std::size_t strides_at_once = 16;
constexpr std::uint64_t last_bit = std::uint64_t{1} << (stride - 1);

// Calls `use` with where the bytes stand, at which place that is, and how many strides there are; the last
// one is filled up with a sign that means nothing.
template <typename Use>
[[gnu::always_inline]] inline void in_strides(std::string_view bytes, Use& use) {
    const std::size_t whole = bytes.size() / stride * stride;
    for (std::size_t base = 0; base < whole; base += strides_at_once * stride)
        use(bytes.data() + base, base, std::min(strides_at_once, (whole - base) / stride));
    if (whole == bytes.size()) return;
    char rest[stride];
    std::fill(bytes.copy(rest, stride, whole) + rest, rest + stride, '-');
    use(rest, whole, 1);
}

// Each bit says whether an odd number of bits stand up to there, itself included.
std::uint64_t odd_so_far(std::uint64_t bits) {
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ bits << 32;
}

enum class Followed { by_end, by_quote, by_other };

// What stands behind a closing quote.
Followed followed(std::string_view rest, char separator) {
    if (rest.empty() || rest[0] == separator || rest[0] == '\n' || rest.starts_with("\r\n"))
        return Followed::by_end;
    return rest[0] == '"' ? Followed::by_quote : Followed::by_other;
}

// Follows the quotes from stride to stride.
class Quotes {
  public:
    bool are_met() const { return met_ != 0; }
    bool are_open() const { return inside_ != 0; }

    // What of the next stride lies within quotes; an opening one does, a closing one does not.
    [[gnu::always_inline]] std::uint64_t take(std::uint64_t quotes) {
        met_ |= quotes;
        if (met_ == 0) return 0;
        const std::uint64_t within = odd_so_far(quotes) ^ inside_;
        inside_ = 0 - (within >> 63);
        return within;
    }

  private:
    std::uint64_t met_ = 0;
    std::uint64_t inside_ = 0;
};

// Whether characters beyond ASCII surely are UTF-8, as nearly all of them are.
class Characters {
  public:
    bool are_sound() const { return (faults_ | due_) == 0; }

    [[gnu::always_inline]] void take(const CharacterBits& bits) {
        faults_ |= bits.others | (bits.further ^ (bits.starts << 1 | bits.starts_of_three << 2 | due_));
        due_ = bits.starts >> 63 | bits.starts_of_three >> 62;
    }

  private:
    std::uint64_t faults_ = 0;
    std::uint64_t due_ = 0;
};

// Room for the bits of so many strides.
struct StrideBits {
    std::array<CsvBits, strides_at_once> csv;
    std::array<CharacterBits, strides_at_once> characters;
    std::array<std::uint64_t, strides_at_once> ends{};
};

// Finds the ends of cells, and what else there is to know of them.
struct EndFinder {
    EndFinder(std::string_view all, char between, StrideBits& room, std::uint32_t* to)
        : bytes(all), separator(between), of(room), next(to) {}

    [[gnu::always_inline]] void operator()(const char* at, std::size_t base, std::size_t strides) {
        const ByteScan::Seen seen = scan.look(at, strides, separator, of.csv.data());
        saw_zero |= seen.zero;
        saw_beyond_ascii |= seen.beyond_ascii;
        if (saw_beyond_ascii) {
            scan.look_at_characters(at, strides, of.characters.data());
            for (std::size_t i = 0; i < strides; ++i) characters.take(of.characters[i]);
        }
        for (std::size_t i = 0; i < strides; ++i) of.ends[i] = ends_in(of.csv[i], base + i * stride);
        next = scan.append_places(of.ends.data(), strides, static_cast<std::uint32_t>(base), next);
    }

    [[gnu::always_inline]] std::uint64_t ends_in(const CsvBits& bits, std::size_t base) {
        const std::uint64_t within = quotes.take(bits.quotes);
        const std::uint64_t found = (bits.separators | bits.line_feeds) & ~within;
        std::uint64_t ends = found;
        if ((bits.returns | returns) != 0) ends |= line_returns(bits, base) & ~within;
        const std::uint64_t marks = ends | bits.quotes, behind_marks = marks << 1 | last_mark;
        last_mark = marks >> 63;
        if (quotes.are_met())
            check_quotes(bits.quotes & within, bits.quotes & ~within, marks, behind_marks, base);
        const std::uint64_t white = bits.white & ~ends;
        white_ends |= (white & behind_marks) | (marks & (white << 1 | last_white));
        last_white = white >> 63;
        lines += static_cast<std::size_t>(std::popcount(bits.line_feeds & found));
        return found;
    }

    // Those before a line feed.
    [[gnu::always_inline]] std::uint64_t line_returns(const CsvBits& bits, std::size_t base) {
        const bool is_last_one = (bits.returns >> 63) != 0 && bytes.substr(base + stride).starts_with('\n');
        const std::uint64_t found = bits.returns & (bits.line_feeds >> 1 | (is_last_one ? last_bit : 0));
        returns |= found;
        return found;
    }

    // Each opens a cell or closes one, or is one of a pair: a closing one, and an opening one behind it.
    [[gnu::always_inline]] void check_quotes(std::uint64_t opening, std::uint64_t closing,
                                             std::uint64_t marks, std::uint64_t behind_marks,
                                             std::size_t base) {
        pairs |= opening & closing << 1;
        strange_quotes |= opening & ~behind_marks;
        // Of the last one of a stride or of all only the next byte tells.
        for (std::uint64_t open = closing & ~(marks >> 1); open != 0; open &= open - 1) {
            const auto at = base + static_cast<std::size_t>(std::countr_zero(open));
            const Followed behind = followed(bytes.substr(at + 1), separator);
            if (behind == Followed::by_quote) pairs |= open;
            if (behind == Followed::by_other) strange_quotes |= open;
        }
    }

    std::string_view bytes;
    char separator;
    StrideBits& of;
    std::uint32_t* next;
    const ByteScan& scan = ByteScan::widest();
    Quotes quotes;
    Characters characters;
    std::uint64_t last_mark = 1;  // the last byte is the end of a cell, or a quote
    std::uint64_t last_white = 0;
    std::size_t lines = 0;
    // Some bit where there are such.
    std::uint64_t white_ends = 0, returns = 0, pairs = 0, strange_quotes = 0;
    bool saw_zero = false, saw_beyond_ascii = false;
};

// Finds the ends of lines alone.
struct LineEndFinder {
    LineEndFinder(StrideBits& room, std::uint32_t* to) : of(room), next(to) {}

    [[gnu::always_inline]] void operator()(const char* at, std::size_t base, std::size_t strides) {
        scan.look(at, strides, '\n', of.csv.data());
        for (std::size_t i = 0; i < strides; ++i)
            of.ends[i] = of.csv[i].line_feeds & ~quotes.take(of.csv[i].quotes);
        next = scan.append_places(of.ends.data(), strides, static_cast<std::uint32_t>(base), next);
    }

    StrideBits& of;
    std::uint32_t* next;
    const ByteScan& scan = ByteScan::widest();
    Quotes quotes;
};

}  // namespace

bool CsvCells::find(std::string_view bytes, char separator) {
    bytes_ = bytes;
    if (!find_ends(separator)) return false;
    is_even_ = lines_are_even();
    if (!is_even_) find_records();
    return true;
}

// Bits are counted and found by one instruction each where the processor has it.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
[[gnu::target_clones("arch=x86-64-v3", "default")]]
#endif
bool CsvCells::find_ends(char separator) {
    if (ends_.size() < bytes_.size() + stride + 1) ends_.resize(bytes_.size() + stride + 1);
    ends_.front() = ~std::uint32_t{0};
    StrideBits bits;
    EndFinder finder(bytes_, separator, bits, ends_.data() + 1);
    in_strides(bytes_, finder);
    count_ = static_cast<std::size_t>(finder.next - ends_.data()) - 1;
    lines_ = finder.lines;
    has_quotes_ = finder.quotes.are_met();
    has_pairs_ = finder.pairs != 0;
    has_returns_ = finder.returns != 0;
    may_have_white_ends_ = finder.white_ends != 0;
    add_last_end();
    const bool ends_strangely = has_quotes_ && bytes_.ends_with('\r');
    if (finder.saw_zero || finder.quotes.are_open() || finder.strange_quotes != 0 || ends_strangely)
        return false;
    return !finder.saw_beyond_ascii || finder.characters.are_sound() || is_utf8(bytes_);
}

// Of a line without a line feed.
void CsvCells::add_last_end() {
    if (bytes_.empty() || bytes_.back() == '\n') return;
    ++lines_;
    ends_[++count_] = static_cast<std::uint32_t>(bytes_.size());
    may_have_white_ends_ = may_have_white_ends_ || static_cast<unsigned char>(bytes_.back()) <= ' ';
}

// Lines of one cell may be blank.
bool CsvCells::lines_are_even() {
    width_ = 1;
    while (width_ <= count_ && !ends_line(width_)) ++width_;
    if (width_ < 2 || count_ != lines_ * width_) return false;
    for (std::size_t end = width_; end <= count_; end += width_) {
        if (!ends_line(end)) return false;
    }
    return true;
}

void CsvCells::find_records() {
    records_.clear();
    std::size_t first = 1;
    for (std::size_t end = 1; end <= count_; ++end) {
        if (!ends_line(end)) continue;
        const std::string_view cell = cell_before(end);
        const bool is_blank = first == end && (cell.empty() || (cell == "\r" && ends_[end] < bytes_.size()));
        if (!is_blank) records_.push_back({first, end + 1 - first});
        first = end + 1;
    }
}

// With its quotes, without the line end.
std::string_view CsvCells::raw(const Record& record, std::size_t cell) const {
    std::string_view text = cell_before(record.first_end + cell);
    if (cell + 1 == record.cells && text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

bool CsvCells::texts(std::size_t cell, std::vector<std::string_view>& texts) {
    written_.clear();
    if (has_pairs_) written_.reserve(bytes_.size());
    texts.resize(records());
    if (is_even_ && !may_have_white_ends_ && cell < width_) return take_even(cell, texts);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i] = cell < cells(i) ? raw(place(i), cell) : std::string_view();
        if (!texts[i].starts_with('"')) continue;
        texts[i] = texts[i].substr(1, texts[i].size() - 2);
        if (has_pairs_) texts[i] = without_pairs(texts[i]);
    }
    return false;
}

// The same where all lines have as many cells, and a return ends a cell only where it ends the line.
bool CsvCells::take_even(std::size_t cell, std::span<std::string_view> texts) {
    const char* bytes = bytes_.data();
    const std::size_t width = width_;
    const bool has_quotes = has_quotes_, has_pairs = has_pairs_;
    const bool may_have_return = has_returns_ && cell + 1 == width_;
    const std::uint32_t* place = ends_.data() + cell;
    std::uint32_t least = ~std::uint32_t{0};
    for (std::string_view& text : texts) {
        std::uint32_t start = place[0] + 1, end = place[1];
        if (may_have_return && start < end && bytes[end - 1] == '\r') --end;
        const std::uint32_t quote = has_quotes && start < end && bytes[start] == '"' ? 1 : 0;
        start += quote, end -= quote;
        least = std::min(least, end - start);
        text = {bytes + start, end - start};
        if (has_pairs && quote != 0) text = without_pairs(text);
        place += width;
    }
    return least > 0;
}

// There is room for it: it becomes shorter.
std::string_view CsvCells::without_pairs(std::string_view text) {
    if (text.find('"') == std::string_view::npos) return text;
    const std::size_t start = written_.size();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::min(text.find('"', at), text.size() - 1) + 1 - at;
        written_.append(text, at, length);
        at += length + (text[at + length - 1] == '"' ? 1 : 0);
    }
    return std::string_view(written_).substr(start);
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
[[gnu::target_clones("arch=x86-64-v3", "default")]]
#endif
std::span<const std::uint32_t>
find_line_ends(std::string_view bytes, std::vector<std::uint32_t>& room) {
    if (room.size() < bytes.size() + stride) room.resize(bytes.size() + stride);
    StrideBits bits;
    LineEndFinder finder(bits, room.data());
    in_strides(bytes, finder);
    if (!bytes.empty() && bytes.back() != '\n') *finder.next++ = static_cast<std::uint32_t>(bytes.size());
    return {room.data(), finder.next};
}

}  // namespace cadran::format
