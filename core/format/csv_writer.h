// SPDX-License-Identifier: Apache-2.0
// Writes CSV (RFC 4180, lines end with CR LF).
#pragma once

#include <string>
#include <string_view>

namespace cadran::format {

class CsvWriter {
  public:
    enum class Reader {
        program,      // cells as they are
        anybody,      // what a spreadsheet would take for a formula gets an apostrophe; numbers do not
        spreadsheet,  // likewise, and a byte order mark first
    };

    CsvWriter(char separator, Reader reader);

    void cell(std::string_view text);
    void end_line();
    const std::string& text() const { return text_; }
    // What was written since the last call, as the next forgets.
    std::string take();
    void clear() { text_.clear(); }

  private:
    char separator_;
    Reader reader_;
    std::size_t cells_ = 0;    // of the line so far
    bool only_empty_ = false;  // the line is one empty cell so far
    std::string text_;
};

}  // namespace cadran::format
