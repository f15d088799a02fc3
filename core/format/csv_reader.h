// SPDX-License-Identifier: Apache-2.0
// Reads CSV (RFC 4180) as people have it, record by record, in memory that does not grow with the file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "format/encoding.h"

namespace cadran::format {

// The longest record, in bytes.
inline constexpr std::size_t greatest_csv_record = std::size_t{1} << 20;

// Everything in it is valid until the next record is read.
struct CsvRecord {
    std::vector<std::string_view> cells;  // without their quotes, in UTF-8
    // The bytes of the file, with the line end; of too long a line, its start. Of a file in UTF-16, in UTF-8.
    std::string_view raw;
    std::int64_t line = 0;         // where it starts, counting from 1
    bool utf8 = true;              // otherwise some cells hold bytes that are not UTF-8
    std::optional<Message> fault;  // then there are no cells
};

class CsvReader {
  public:
    // Fails where there is no such file, or it is no regular file that can be read.
    static Result<CsvReader> open(const std::filesystem::path& file, char separator, Encoding encoding);
    // Reads bytes that are already in memory.
    static CsvReader over(std::string_view bytes, char separator, Encoding encoding);
    ~CsvReader();
    CsvReader(CsvReader&& other) noexcept;
    CsvReader& operator=(CsvReader&&) = delete;

    // The next record; false at the end. Blank lines and a byte order mark are passed over. A record that is
    // too long or whose quotes do not match ends with its first line, so that a stray quote costs one line.
    // Throws std::system_error where the disk fails.
    bool next(CsvRecord& record);
    // The next record is the first one again.
    void restart();

    // Bytes consumed so far, and of the whole file. In UTF-16 what was read counts as consumed.
    std::int64_t position() const {
        return is_utf16(encoding_) ? offset_ : offset_ - static_cast<std::int64_t>(end_ - begin_);
    }
    std::int64_t size() const { return size_; }

  private:
    CsvReader(int descriptor, std::int64_t size, char separator, Encoding encoding);

    bool fill();
    std::size_t read_block(char* to, std::size_t room);
    bool reaches(std::size_t distance);
    std::size_t line_length();
    void skip_rest_of_line();
    bool pass_blank_lines();
    void read_plain(CsvRecord& record);
    std::size_t read_quoted(CsvRecord& record);
    std::size_t take_quoted_cell(std::size_t at);
    std::size_t take_bare_cell(std::size_t at);
    void append_cell_bytes(std::string_view bytes);
    void give_up(CsvRecord& record, Message fault);
    void consume(CsvRecord& record, std::size_t length);
    char byte(std::size_t distance) const { return buffer_[begin_ + distance]; }

    int descriptor_;  // -1 where everything is in the buffer
    std::int64_t size_;
    char separator_;
    Encoding encoding_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;                // of what is not yet consumed
    std::size_t end_ = 0;                  // of what was read
    std::int64_t offset_ = 0;              // in the file, of what is read next
    std::int64_t line_ = 1;                // of what is consumed next
    bool at_start_ = true;                 // nothing is consumed yet
    std::optional<Utf16Decoder> decoder_;  // of a file in UTF-16
    bool skipping_ = false;                // the rest of a line that was too long
    std::string cell_bytes_;  // the cells of a record that cannot be used as they stand, one after another
    std::vector<std::size_t> cell_ends_;
};

}  // namespace cadran::format
