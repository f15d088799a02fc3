// SPDX-License-Identifier: Apache-2.0
// Reads spreadsheets (.xlsx, ISO/IEC 29500) that anybody may have made, row by row, in memory that grows with
// their distinct texts only. Formulas are never computed, external links never followed.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace cadran::format {

struct XlsxCell {
    enum class Kind { text, number, percent, date, time, boolean, error };

    std::size_t column = 0;  // from 0
    Kind kind = Kind::text;
    // As it stands, of a formula its last value. Number: `1234.5`; percent: `0.975` where 97.5 % is shown;
    // date: `2026-07-31`, with a time `2026-07-31T10:15:00`; time: `10:15:00`; boolean: `true` or `false`;
    // error:
    // `#N/A`.
    std::string text;
};

// Cells without a value are left out.
struct XlsxRow {
    int number = 0;  // from 1
    std::vector<XlsxCell> cells;

    // Empty where there is no such cell.
    const XlsxCell* find(std::size_t column) const;
};

// `C4`: as spreadsheets name the cell of that column (from 0) and row (from 1).
std::string cell_name(std::size_t column, int row);

class XlsxReader {
  public:
    struct Sheet {
        std::string name;
        bool hidden = false;
    };

    // Fails with what is wrong with the file as a whole, and what to do about it. Styles and shared texts are
    // read here; at most 256 MiB of them.
    static Result<XlsxReader> open(const std::filesystem::path& file);
    ~XlsxReader();
    XlsxReader(XlsxReader&& other) noexcept;
    XlsxReader& operator=(XlsxReader&&) = delete;

    // In the order of the tabs; charts are left out.
    const std::vector<Sheet>& sheets() const;

    // Calls for each row that has a value, ascending, until the call returns false. Merged cells have their
    // value in the first one. A cell holds at most 1 MiB.
    Done read(std::size_t sheet, const std::function<bool(const XlsxRow&)>& take);

  private:
    struct Book;
    explicit XlsxReader(std::unique_ptr<Book> book);

    std::unique_ptr<Book> book_;
};

}  // namespace cadran::format
