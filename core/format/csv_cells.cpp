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

// A bit for each of 64 bytes.
struct Bits {
    std::uint64_t separators = 0;
    std::uint64_t line_feeds = 0;
    std::uint64_t quotes = 0;
};

#if defined(__SSE2__)
// Looks at 64 bytes at a time, and remembers which kinds of bytes it saw.
class Scan {
  public:
    explicit Scan(char separator) : separator_(_mm_set1_epi8(separator)) {}

    Bits look(const char* bytes) {
        Bits bits;
        for (int part = 0; part < 4; ++part) {
            const __m128i at = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes) + part);
            const auto equal = [&](__m128i sign) {
                return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(at, sign)))}
                       << (16 * part);
            };
            bits.separators |= equal(separator_);
            bits.line_feeds |= equal(line_feed_);
            bits.quotes |= equal(quote_);
            all_ = _mm_or_si128(all_, at);
            least_ = _mm_min_epu8(least_, at);
        }
        return bits;
    }

    bool saw_beyond_ascii() const { return _mm_movemask_epi8(all_) != 0; }
    bool saw_zero() const { return _mm_movemask_epi8(_mm_cmpeq_epi8(least_, _mm_setzero_si128())) != 0; }

  private:
    __m128i separator_;
    __m128i line_feed_ = _mm_set1_epi8('\n');
    __m128i quote_ = _mm_set1_epi8('"');
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
            zero_ = zero_ || bytes[i] == '\0';
            beyond_ascii_ = beyond_ascii_ || static_cast<unsigned char>(bytes[i]) > 127;
        }
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

// Each bit says whether an odd number of bits stand up to there, itself included.
std::uint64_t odd_so_far(std::uint64_t bits) {
    for (int distance = 1; distance < 64; distance *= 2) bits ^= bits << distance;
    return bits;
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
    records_.clear();
    has_pairs_ = false;
    if (ends_.size() < bytes.size() + 1) ends_.resize(bytes.size() + 1);
    std::uint32_t* const first = ends_.data();
    std::uint32_t* next = first;
    std::uint32_t line_start = 0, line_end_index = 0;
    std::uint64_t quotes = 0, inside = 0;
    Scan scan(separator);
    for (std::size_t base = 0; base < bytes.size(); base += stride) {
        Bits bits;
        if (base + stride <= bytes.size()) {
            bits = scan.look(bytes.data() + base);
        } else {
            char rest[stride];
            std::fill(std::copy(bytes.begin() + static_cast<std::ptrdiff_t>(base), bytes.end(), rest),
                      rest + stride, ' ');
            bits = scan.look(rest);
        }
        quotes |= bits.quotes;
        std::uint64_t ends = bits.separators | bits.line_feeds;
        if ((bits.quotes | inside) != 0) {
            const std::uint64_t within = odd_so_far(bits.quotes) ^ inside;
            ends &= ~within;
            has_pairs_ = has_pairs_ || !stand_at_ends(bits, within, bytes, base, separator);
            inside = (within >> 63) != 0 ? ~std::uint64_t{0} : 0;
        }
        for (; ends != 0; ends &= ends - 1) {
            const int bit = std::countr_zero(ends);
            const auto at = static_cast<std::uint32_t>(base + static_cast<std::size_t>(bit));
            *next++ = at;
            if ((bits.line_feeds >> bit & 1) == 0) continue;
            const auto index = static_cast<std::uint32_t>(next - first);
            take_line(line_start, line_end_index, index);
            line_start = at + 1;
            line_end_index = index;
        }
    }
    if (line_start < bytes.size()) {
        *next++ = static_cast<std::uint32_t>(bytes.size());
        take_line(line_start, line_end_index, static_cast<std::uint32_t>(next - first));
    }
    has_quotes_ = quotes != 0;
    const bool ends_strangely = has_quotes_ && bytes.ends_with('\r');
    if (scan.saw_zero() || inside != 0 || ends_strangely) return false;
    if (scan.saw_beyond_ascii() && !is_utf8(bytes)) return false;
    return !has_pairs_ || quotes_are_sound();
}

void CsvCells::take_line(std::uint32_t start, std::uint32_t first_end, std::uint32_t behind_end) {
    const std::uint32_t length = ends_[behind_end - 1] - start;
    const bool is_blank = length == 0 || (length == 1 && bytes_[start] == '\r' && start + 1 < bytes_.size());
    if (!is_blank) records_.push_back({start, first_end, behind_end - first_end});
}

bool CsvCells::quotes_are_sound() const {
    for (std::size_t record = 0; record < records_.size(); ++record) {
        for (std::size_t cell = 0; cell < records_[record].cells; ++cell) {
            if (!is_sound(raw(record, cell))) return false;
        }
    }
    return true;
}

void CsvCells::texts(std::size_t cell, std::span<const std::uint32_t> records,
                     std::vector<std::string_view>& texts) {
    written_.clear();
    texts.resize(records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
        texts[i] = cell < cells(records[i]) ? raw(records[i], cell) : std::string_view();
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
