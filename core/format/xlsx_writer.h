// SPDX-License-Identifier: Apache-2.0
// Writes spreadsheets (.xlsx) that people read, filter, print and fill; the same content gives the same
// bytes.
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
    heading,    // bold on a ground
    entry,      // to be filled: framed, and open where the sheet is protected
    note,       // explains: grey
    line_note,  // likewise, on one line beyond its cell
    title,      // of the sheet: large, on one line
    good,       // on green
    poor,       // on amber
    bad,        // on red
};

// Empty, text, whole number, decimal, date, yes or no.
using XlsxValue = std::variant<std::monostate, std::string, std::int64_t, Decimal, Date, bool>;

struct XlsxEntry {
    XlsxValue value = {};
    XlsxStyle style = XlsxStyle::plain;
    std::string comment = {};  // shown where the pointer rests on the cell
    // How a number is shown, as spreadsheets spell it (`0.0%`); empty: as they do of themselves, a date by
    // day, month and year.
    std::string number_format = {};
};

// A line chart of columns of the sheet, below each other from `first_row` up to, but without, `end_row`. Rows
// and columns count from 0.
struct XlsxChart {
    struct Line {
        std::string name;
        std::size_t column = 0;
        bool is_bound = false;  // what figures are judged against: dashed, without marks
    };

    std::string title;
    std::size_t row = 0;  // of its upper left corner
    double left = 0;      // from the left edge of the sheet, in pixels, as the size
    double width = 480;
    double height = 288;
    std::size_t first_row = 0;
    std::size_t end_row = 0;
    std::size_t names = 0;  // the column of what stands below the figures
    std::vector<Line> lines;
    std::string number_format = {};
};

struct XlsxLayout {
    // At most 31 characters, none of []:*?/\; unlike every other name of the workbook.
    std::string name;
    std::vector<double> widths = {};  // of the columns, in characters
    // That stay in sight; the last of them, the heading, stands on each printed page.
    std::size_t frozen_rows = 0;
    bool filter = false;  // on the last of the frozen rows
    // Only cells of style `entry` can be changed; there is no password. A sheet of rows to add is not
    // protected.
    bool is_protected = false;
};

// What the sheets of a workbook have in common.
struct XlsxDress {
    std::string header = {};  // on each printed page, at its left
    std::string footer = {};  // likewise, beside the number of the page
    // 0xRRGGBB
    unsigned accent = 0x0F6674;  // of titles and lines
    unsigned ground = 0xDCE6F1;  // of headings
};

class XlsxWriter {
  public:
    // `title` is that of the document. The file appears, whole and durable, when finished. Sheets are printed
    // on A4, across, with the numbers of their pages.
    explicit XlsxWriter(std::filesystem::path file, std::string_view title, XlsxDress dress = {});
    // For `take`.
    XlsxWriter(std::string_view title, XlsxDress dress);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    // What follows goes into this sheet.
    void begin_sheet(const XlsxLayout& layout);
    // Text that starts with `=` stays text. What a cell cannot hold is left out: control characters, bytes
    // that are not UTF-8, what lies beyond 32,767 characters.
    void add_row(const std::vector<XlsxEntry>& row);
    // That row, from 0, starts a page where the sheet is printed. In order.
    void break_page(std::size_t row);
    // As many rows as were added so far.
    std::size_t rows() const;
    // Of the width of a column with so many characters, in pixels.
    static double pixels(double characters);
    void add_chart(const XlsxChart& chart);
    // A drop-down list on a column of the sheet (from 0), over rows from 1; other values are refused.
    void offer(std::size_t column, int first_row, int last_row, const std::vector<std::string>& choices);

    // `lists` is the name of the hidden sheet that holds the choices. Throws std::runtime_error where the
    // file cannot be written.
    void finish(const std::string& lists);
    // The bytes of the file, in the place of `finish`.
    std::string take();

  private:
    struct Book;
    std::unique_ptr<Book> book_;
};

}  // namespace cadran::format
