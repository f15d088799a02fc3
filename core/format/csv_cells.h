// SPDX-License-Identifier: Apache-2.0
// Finds the cells of a stretch of CSV many bytes at a time, for files that keep to the rules; CsvReader reads
// every file, and tells what is wrong with one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
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

    std::size_t records() const { return records_.size(); }
    std::size_t cells(std::size_t record) const { return records_[record].cells; }
    // The cell as it stands, with its quotes, without the line end.
    std::string_view raw(std::size_t record, std::size_t cell) const {
        const Record& one = records_[record];
        const std::uint32_t* end = ends_.data() + one.first_end + cell;
        const std::uint32_t start = cell == 0 ? one.start : end[-1] + 1;
        std::uint32_t stop = *end;
        if (cell + 1 == one.cells && stop > start && bytes_[stop - 1] == '\r') --stop;
        return bytes_.substr(start, stop - start);
    }
    // Without quotes, that cell of each of those records; empty where a record has none. What had quotes
    // within is written out and stays until the next call.
    void texts(std::size_t cell, std::span<const std::uint32_t> records,
               std::vector<std::string_view>& texts);

  private:
    struct Record {
        std::uint32_t start = 0;
        std::uint32_t first_end = 0;  // index of the end of its first cell
        std::uint32_t cells = 0;
    };

    void take_line(std::uint32_t start, std::uint32_t first_end, std::uint32_t behind_end);
    bool quotes_are_sound() const;
    std::string_view unquoted(std::string_view cell);

    std::string_view bytes_;
    std::vector<std::uint32_t> ends_;  // of cells: separators and line feeds outside of quotes
    std::vector<Record> records_;
    bool has_quotes_ = false;
    bool has_pairs_ = false;  // quotes within quotes, perhaps
    std::deque<std::string> written_;
};

}  // namespace cadran::format
