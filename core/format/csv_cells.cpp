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

// Whether the end of a cell follows on each of those quotes, a bit for each behind the base.
bool stand_before_ends(std::uint64_t closing, std::string_view bytes, std::size_t base, char separator) {
    for (; closing != 0; closing &= closing - 1) {
        const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(closing)) + 1;
        const std::string_view next = bytes.substr(at, 2);
        if (!next.empty() && next[0] != separator && next[0] != '\n' && next != "\r\n") return false;
    }
    return true;
}

// Follows the quotes from stride to stride.
class Quotes {
  public:
    bool are_met() const { return are_met_; }
    bool are_open() const { return inside_ != 0; }

    // What of the next stride lies within quotes; an opening one does, a closing one does not.
    [[gnu::always_inline]] std::uint64_t take(std::uint64_t quotes) {
        are_met_ = are_met_ || quotes != 0;
        if (!are_met_) return 0;
        const std::uint64_t within = odd_so_far(quotes) ^ inside_;
        inside_ = (within >> 63) != 0 ? ~std::uint64_t{0} : 0;
        return within;
    }

  private:
    bool are_met_ = false;
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

// Whether white space stands beside the end of a cell; remembers the end of what it saw last.
class WhiteEnds {
  public:
    bool are_in(std::uint64_t white, std::uint64_t ends) {
        const bool are = (((white << 1 | last_is_white_) & ends) | ((ends << 1 | last_is_end_) & white)) != 0;
        last_is_white_ = white >> 63;
        last_is_end_ = ends >> 63;
        return are;
    }

  private:
    std::uint64_t last_is_white_ = 0;
    std::uint64_t last_is_end_ = 1;
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
        const std::uint64_t any_ends = bits.separators | bits.line_feeds;
        const std::uint64_t within = quotes.take(bits.quotes);
        // None of the others stands within another cell, or within quotes.
        const std::uint64_t opening = bits.quotes & within & ~(any_ends << 1 | last_is_end);
        const std::uint64_t closing = bits.quotes & ~within & ~(any_ends >> 1);
        last_is_end = any_ends >> 63;
        if ((opening | closing) != 0 && !has_pairs)
            has_pairs = opening != 0 || !stand_before_ends(closing, bytes, base, separator);
        const std::uint64_t found = any_ends & ~within;
        has_white_ends |= white_ends.are_in(bits.white & ~any_ends, found | bits.quotes);
        lines += static_cast<std::size_t>(std::popcount(bits.line_feeds & found));
        return found;
    }

    std::string_view bytes;
    char separator;
    StrideBits& of;
    std::uint32_t* next;
    const ByteScan& scan = ByteScan::widest();
    Quotes quotes;
    Characters characters;
    WhiteEnds white_ends;
    std::uint64_t last_is_end = 1;
    std::size_t lines = 0;
    bool has_pairs = false;  // quotes within quotes, perhaps
    bool has_white_ends = false;
    bool saw_zero = false;
    bool saw_beyond_ascii = false;
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

// As a cell that needs no further look: no quotes, or one at each end and pairs of them within.
bool is_sound(std::string_view cell) {
    if (cell.find('"') == std::string_view::npos) return true;
    if (cell.size() < 2 || cell.front() != '"' || cell.back() != '"') return false;
    cell = cell.substr(1, cell.size() - 2);
    for (auto at = cell.find('"'); at != std::string_view::npos; at = cell.find('"', at + 2)) {
        if (at + 1 == cell.size() || cell[at + 1] != '"') return false;
    }
    return true;
}

}  // namespace

bool CsvCells::find(std::string_view bytes, char separator) {
    bytes_ = bytes;
    if (!find_ends(separator)) return false;
    is_even_ = lines_are_even();
    if (!is_even_) find_records();
    return !has_pairs_ || quotes_are_sound();
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
    has_pairs_ = finder.has_pairs;
    may_have_white_ends_ = finder.has_white_ends;
    add_last_end();
    const bool ends_strangely = has_quotes_ && bytes_.ends_with('\r');
    if (finder.saw_zero || finder.quotes.are_open() || ends_strangely) return false;
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

bool CsvCells::quotes_are_sound() const {
    for (std::size_t record = 0; record < records(); ++record) {
        for (std::size_t cell = 0; cell < cells(record); ++cell) {
            if (!is_sound(raw(place(record), cell))) return false;
        }
    }
    return true;
}

void CsvCells::texts(std::size_t cell, std::span<const std::uint32_t> records,
                     std::vector<std::string_view>& texts) {
    written_.clear();
    texts.resize(records.size());
    if (is_even_ && !may_have_white_ends_ && !has_pairs_ && cell < width_)
        return plain_texts(cell, records, texts);
    for (std::size_t i = 0; i < records.size(); ++i) {
        texts[i] = cell < cells(records[i]) ? raw(place(records[i]), cell) : std::string_view();
        if (texts[i].starts_with('"')) texts[i] = unquoted(texts[i]);
    }
}

// Where each cell is what stands there, or what stands between its quotes.
void CsvCells::plain_texts(std::size_t cell, std::span<const std::uint32_t> records,
                           std::span<std::string_view> texts) const {
    const char* bytes = bytes_.data();
    for (std::size_t i = 0; i < records.size(); ++i) {
        const std::uint32_t* end = &ends_[records[i] * width_ + cell + 1];
        const std::uint32_t start = end[-1] + 1;
        const std::uint32_t quote = has_quotes_ && start < *end && bytes[start] == '"' ? 1 : 0;
        texts[i] = {bytes + start + quote, *end - start - 2 * quote};
    }
}

std::string_view CsvCells::unquoted(std::string_view cell) {
    cell = cell.substr(1, cell.size() - 2);
    if (!has_pairs_ || cell.find('"') == std::string_view::npos) return cell;
    std::string& text = written_.emplace_back();
    for (std::size_t at = 0; at < cell.size(); ++at) {
        text += cell[at];
        if (cell[at] == '"') ++at;
    }
    return text;
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
