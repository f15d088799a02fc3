// SPDX-License-Identifier: Apache-2.0
#include "format/csv_cells.h"

#include <algorithm>
#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "base/text.h"

namespace cadran::format {

namespace {

constexpr std::size_t stride = 64;
constexpr int usual_ends = 8;  // in a stride, at most
constexpr std::uint64_t last_bit = std::uint64_t{1} << (stride - 1);

// A bit for each of 64 bytes.
struct Bits {
    std::uint64_t separators = 0;
    std::uint64_t line_feeds = 0;
    std::uint64_t quotes = 0;
    std::uint64_t white = 0;  // and the other signs that nobody sees, but for the ends of cells
};

#if defined(__SSE2__)
// Looks at 64 bytes at a time, and remembers which kinds of bytes it saw.
class Scan {
  public:
    explicit Scan(char separator) : separator_(_mm_set1_epi8(separator)) {}

    Bits look(const char* bytes) {
        Bits bits;
        look(bytes, 0, bits);
        look(bytes, 16, bits);
        look(bytes, 32, bits);
        look(bytes, 48, bits);
        bits.white &= ~(bits.line_feeds | bits.separators);
        return bits;
    }

    bool saw_beyond_ascii() const { return _mm_movemask_epi8(all_) != 0; }
    bool saw_zero() const { return _mm_movemask_epi8(_mm_cmpeq_epi8(least_, _mm_setzero_si128())) != 0; }

  private:
    void look(const char* bytes, int from, Bits& bits) {
        const __m128i at = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + from));
        const auto bits_of = [&](__m128i found) {
            return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(found))} << from;
        };
        bits.separators |= bits_of(_mm_cmpeq_epi8(at, separator_));
        bits.line_feeds |= bits_of(_mm_cmpeq_epi8(at, line_feed_));
        bits.quotes |= bits_of(_mm_cmpeq_epi8(at, quote_));
        bits.white |= bits_of(_mm_cmpeq_epi8(_mm_max_epu8(at, space_), space_));
        all_ = _mm_or_si128(all_, at);
        least_ = _mm_min_epu8(least_, at);
    }

    __m128i separator_;
    __m128i line_feed_ = _mm_set1_epi8('\n');
    __m128i quote_ = _mm_set1_epi8('"');
    __m128i space_ = _mm_set1_epi8(' ');
    __m128i all_ = _mm_setzero_si128();
    __m128i least_ = _mm_set1_epi8('\x7F');
};
#else
class Scan {
  public:
    explicit Scan(char separator) : separator_(separator) {}

    Bits look(const char* bytes) {
        Bits bits;
        for (std::size_t i = 0; i < stride; ++i) {
            const std::uint64_t bit = std::uint64_t{1} << i;
            if (bytes[i] == separator_) bits.separators |= bit;
            if (bytes[i] == '\n') bits.line_feeds |= bit;
            if (bytes[i] == '"') bits.quotes |= bit;
            if (static_cast<unsigned char>(bytes[i]) <= ' ') bits.white |= bit;
            zero_ = zero_ || bytes[i] == '\0';
            beyond_ascii_ = beyond_ascii_ || static_cast<unsigned char>(bytes[i]) > 127;
        }
        bits.white &= ~(bits.line_feeds | bits.separators);
        return bits;
    }

    bool saw_beyond_ascii() const { return beyond_ascii_; }
    bool saw_zero() const { return zero_; }

  private:
    char separator_;
    bool zero_ = false;
    bool beyond_ascii_ = false;
};
#endif

// Appends the place of each bit, behind the base. So many at once as are usual are written without a look at
// how many there are, so that behind the last one stands something.
[[gnu::always_inline]] inline std::uint32_t* append_places(std::uint64_t bits, std::uint32_t base,
                                                           std::uint32_t* to) {
    const int count = std::popcount(bits);
    // Without a branch, as long as some bit is set.
    const auto append_two = [&](std::uint32_t* two) {
        two[0] = base + static_cast<std::uint32_t>(std::countr_zero(bits | last_bit));
        bits &= bits - 1;
        two[1] = base + static_cast<std::uint32_t>(std::countr_zero(bits | last_bit));
        bits &= bits - 1;
    };
    for (int done = 0; done < count; done += usual_ends) {
        append_two(to + done);
        append_two(to + done + 2);
        append_two(to + done + 4);
        append_two(to + done + 6);
    }
    return to + count;
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

// Whether each quote opens a cell, behind a separator or a line feed, or closes one, before such: then none
// stands within another cell, nor within quotes.
bool stand_at_ends(const Bits& bits, std::uint64_t within, std::string_view bytes, std::size_t base,
                   char separator) {
    const auto is_end = [&](std::size_t at) { return bytes[at] == separator || bytes[at] == '\n'; };
    const std::uint64_t ends = bits.separators | bits.line_feeds;
    const bool starts_behind_end = base == 0 || is_end(base - 1);
    const std::uint64_t opening = bits.quotes & within;
    if ((opening & ~(ends << 1 | (starts_behind_end ? 1U : 0U))) != 0) return false;
    std::uint64_t closing = bits.quotes & ~within & ~(ends >> 1);
    for (; closing != 0; closing &= closing - 1) {
        const std::size_t next = base + static_cast<std::size_t>(std::countr_zero(closing)) + 1;
        const bool before_line_end =
            next + 1 < bytes.size() && bytes[next] == '\r' && bytes[next + 1] == '\n';
        if (next < bytes.size() && !is_end(next) && !before_line_end) return false;
    }
    return true;
}

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
    if (ends_.size() < bytes_.size() + stride) ends_.resize(bytes_.size() + stride);
    ends_.front() = ~std::uint32_t{0};
    std::uint32_t* next = ends_.data() + 1;
    std::uint64_t quotes = 0, inside = 0;
    std::size_t lines = 0;
    bool has_pairs = false, has_white_ends = false;
    Scan scan(separator);
    WhiteEnds white_ends;
    for (std::size_t base = 0; base < bytes_.size(); base += stride) {
        char rest[stride];
        const bool is_whole = base + stride <= bytes_.size();
        if (!is_whole) std::fill(bytes_.copy(rest, stride, base) + rest, rest + stride, '-');
        const Bits bits = scan.look(is_whole ? bytes_.data() + base : rest);
        quotes |= bits.quotes;
        std::uint64_t ends = bits.separators | bits.line_feeds;
        if ((bits.quotes | inside) != 0) {
            const std::uint64_t within = odd_so_far(bits.quotes) ^ inside;
            ends &= ~within;
            has_pairs = has_pairs || !stand_at_ends(bits, within, bytes_, base, separator);
            inside = (within >> 63) != 0 ? ~std::uint64_t{0} : 0;
        }
        has_white_ends |= white_ends.are_in(bits.white, ends | bits.quotes);
        lines += static_cast<std::size_t>(std::popcount(bits.line_feeds & ends));
        next = append_places(ends, static_cast<std::uint32_t>(base), next);
    }
    count_ = static_cast<std::size_t>(next - ends_.data()) - 1;
    lines_ = lines;
    has_quotes_ = quotes != 0;
    has_pairs_ = has_pairs;
    may_have_white_ends_ = has_white_ends;
    add_last_end();
    const bool ends_strangely = has_quotes_ && bytes_.ends_with('\r');
    if (scan.saw_zero() || inside != 0 || ends_strangely) return false;
    return !scan.saw_beyond_ascii() || is_utf8(bytes_);
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
    if (is_even_ && !may_have_white_ends_ && cell < width_) {
        for (std::size_t i = 0; i < records.size(); ++i)
            texts[i] = cell_before(records[i] * width_ + cell + 1);
    } else {
        for (std::size_t i = 0; i < records.size(); ++i)
            texts[i] = cell < cells(records[i]) ? raw(place(records[i]), cell) : std::string_view();
    }
    if (!has_quotes_) return;
    for (std::string_view& text : texts) {
        if (text.starts_with('"')) text = unquoted(text);
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

}  // namespace cadran::format
