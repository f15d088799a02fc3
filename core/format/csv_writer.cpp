// SPDX-License-Identifier: Apache-2.0
#include "format/csv_writer.h"

#include <utility>

#include "base/text.h"

namespace cadran::format {

namespace {

// Digits with their separators, whatever the language. No formula can be made of these.
bool is_number(std::string_view text) {
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    bool digits = false;
    while (!text.empty()) {
        const char c = text.front();
        const bool digit = c >= '0' && c <= '9';
        digits = digits || digit;
        if (digit || c == '.' || c == ',')
            text.remove_prefix(1);
        else if (text.starts_with("\u00a0"))
            text.remove_prefix(2);
        else if (text.starts_with("\u202f"))
            text.remove_prefix(3);
        else
            return false;
    }
    return digits;
}

bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos &&
           !is_number(text);
}

}  // namespace

CsvWriter::CsvWriter(char separator, Reader reader) : separator_(separator), reader_(reader) {
    if (reader_ == Reader::spreadsheet) text_ = byte_order_mark;
}

void CsvWriter::cell(std::string_view text) {
    if (cells_++ > 0) text_ += separator_;
    bool has_quote = false, has_end = false;
    for (const char c : text) {
        has_quote |= c == '"';
        has_end |= c == '\r' || c == '\n' || c == separator_;
    }
    const bool quoted = has_quote || has_end || text.starts_with(' ') || text.ends_with(' ') ||
                        text.starts_with(byte_order_mark);
    if (quoted) text_ += '"';
    if (reader_ != Reader::program && is_formula(text)) text_ += '\'';
    if (!has_quote) text_ += text;
    for (std::size_t i = 0; has_quote && i < text.size(); ++i) {
        if (text[i] == '"') text_ += '"';
        text_ += text[i];
    }
    if (quoted) text_ += '"';
    only_empty_ = cells_ == 1 && text.empty();
}

void CsvWriter::end_line() {
    // Nothing at all would be a blank line, which readers pass over.
    if (only_empty_) text_ += "\"\"";
    text_ += "\r\n";
    cells_ = 0;
    only_empty_ = false;
}

std::string CsvWriter::take() {
    return std::exchange(text_, {});
}

}  // namespace cadran::format
