// SPDX-License-Identifier: Apache-2.0
// Finds the cells of a stretch of CSV many bytes at a time, for files that keep to the rules; CsvReader reads
// every file, and tells what is wrong with one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cadran::format {

// The records of a stretch, blank lines left out, each with the place of its cells.
class CsvCells {
  public:
    // Looks at whole lines in UTF-8, of fewer than 2^32 bytes; the bytes must stay. False where only
    // CsvReader can tell what they hold: a zero byte, what is not UTF-8, quotes that do not match or stand
    // where they should not.
    bool find(std::string_view bytes, char separator);

    std::size_t records() const { return is_even_ ? lines_ : records_.size(); }
    std::size_t cells(std::size_t record) const { return is_even_ ? width_ : records_[record].cells; }
    // Whether some cell may start or end with white space.
    bool may_have_white_ends() const { return may_have_white_ends_; }
    // Without quotes and line end, that cell of each record; empty where a record has none. What had quotes
    // within is written out and stays until the next call. True where surely none is empty.
    bool texts(std::size_t cell, std::vector<std::string_view>& texts);

  private:
    struct Record {
        std::size_t first_end = 0;  // index of the end of its first cell
        std::size_t cells = 0;
    };

    bool find_ends(char separator);
    void add_last_end();
    bool lines_are_even();
    void find_records();
    bool ends_line(std::size_t end) const {
        return ends_[end] == bytes_.size() || bytes_[ends_[end]] == '\n';
    }
    // As it stands.
    std::string_view cell_before(std::size_t end) const {
        const std::uint32_t start = ends_[end - 1] + 1;
        return {bytes_.data() + start, ends_[end] - start};
    }
    Record place(std::size_t record) const {
        return is_even_ ? Record{record * width_ + 1, width_} : records_[record];
    }
    std::string_view raw(const Record& record, std::size_t cell) const;
    bool take_even(std::size_t cell, std::span<std::string_view> texts);
    std::string_view without_pairs(std::string_view text);

    std::string_view bytes_;
    // Of cells: separators and line feeds outside of quotes; the first one lies before all bytes.
    std::vector<std::uint32_t> ends_;
    std::size_t count_ = 0;  // of them, without the first
    std::size_t lines_ = 0;
    bool is_even_ = false;         // all lines have as many cells
    std::size_t width_ = 0;        // where they have
    std::vector<Record> records_;  // where they have not
    bool may_have_white_ends_ = false;
    bool has_quotes_ = false;
    bool has_pairs_ = false;    // of quotes within quotes
    bool has_returns_ = false;  // before line feeds
    std::string written_;
};

// Where the lines of bytes that keep to the rules end: at line feeds outside of quotes, and at the end. They
// are written into the room.
std::span<const std::uint32_t> find_line_ends(std::string_view bytes, std::vector<std::uint32_t>& room);

}  // namespace cadran::format
