// SPDX-License-Identifier: Apache-2.0
// Writes spreadsheets (.xlsx) that people read, filter and fill; the same content gives the same bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/message.h"

namespace cadran::format {

enum class XlsxStyle {
    plain,
    heading,  // bold on a ground
    entry,    // to be filled: framed, and open where the sheet is protected
    note,     // explains: grey
};

// Empty, text, whole number, decimal, date, yes or no.
using XlsxValue = std::variant<std::monostate, std::string, std::int64_t, Decimal, Date, bool>;

struct XlsxEntry {
    XlsxValue value = {};
    XlsxStyle style = XlsxStyle::plain;
    std::string comment = {};  // shown where the pointer rests on the cell
};

struct XlsxLayout {
    // At most 31 characters, none of []:*?/\; unlike every other name of the workbook.
    std::string name;
    std::vector<double> widths = {};  // of the columns, in characters
    std::size_t frozen_rows = 0;      // that stay in sight
    bool filter = false;              // on the last of the frozen rows
    // Only cells of style `entry` can be changed; there is no password. A sheet of rows to add is not
    // protected.
    bool is_protected = false;
};

class XlsxWriter {
  public:
    // `title` is that of the document. The file appears, whole and durable, when finished.
    explicit XlsxWriter(std::filesystem::path file, std::string_view title);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    // What follows goes into this sheet.
    void begin_sheet(const XlsxLayout& layout);
    // Text that starts with `=` stays text. What a cell cannot hold is left out: control characters, bytes
    // that are not UTF-8, what lies beyond 32,767 characters.
    void add_row(const std::vector<XlsxEntry>& row);
    // A drop-down list on a column of the sheet (from 0), over rows from 1; other values are refused.
    void offer(std::size_t column, int first_row, int last_row, const std::vector<std::string>& choices);

    // `lists` is the name of the hidden sheet that holds the choices. Throws std::runtime_error where the
    // file cannot be written.
    void finish(const std::string& lists);

  private:
    struct Book;
    std::unique_ptr<Book> book_;
};

}  // namespace cadran::format
