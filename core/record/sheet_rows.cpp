// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "format/csv_writer.h"
#include "format/xlsx_reader.h"
#include "record/row_source.h"

namespace cadran::record {

namespace {

using Kind = format::XlsxCell::Kind;

// A spreadsheet takes about so many times less than its cells as text.
constexpr std::int64_t usual_shrinkage = 4;

// What the cell says, as people who write like the dialect would have typed it.
std::string typed(const format::XlsxCell& cell, const Dialect& dialect) {
    std::string text = cell.text;
    if (cell.kind == Kind::number || cell.kind == Kind::percent)
        std::ranges::replace(text, '.', dialect.decimal);
    const auto date = cell.kind == Kind::date ? parse_date(text) : std::nullopt;
    if (!date || dialect.dates == DateStyle::iso) return text;
    return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(date->day()),
                       static_cast<unsigned>(date->month()), static_cast<int>(date->year()));
}

class SheetRows final : public RowSource {
  public:
    SheetRows(format::XlsxReader reader, std::size_t sheet, const Dialect& dialect, std::int64_t bytes)
        : reader_(std::move(reader)),
          sheet_(sheet),
          dialect_(dialect),
          size_(std::max<std::int64_t>(1, bytes) * usual_shrinkage) {}

    Done read(const Take& take) override {
        position_ = 0;
        width_ = 0;
        return reader_.read(sheet_, [&](const format::XlsxRow& row) {
            make(row);
            return take(row_);
        });
    }

    std::int64_t position() const override { return position_; }
    std::int64_t size() const override { return size_; }
    std::string cell_place(std::size_t column, std::int64_t line) const override {
        return fmt::format("{}!{}", reader_.sheets()[sheet_].name,
                           format::cell_name(column, static_cast<int>(line)));
    }

  private:
    void make(const format::XlsxRow& row) {
        const bool titles = width_ == 0;
        const std::size_t last = row.cells.back().column + 1;
        if (titles) width_ = last;
        texts_.assign(std::max(width_, last), {});
        row_.cell_faults.clear();
        for (const format::XlsxCell& cell : row.cells) {
            texts_[cell.column] = typed(cell, dialect_);
            if (cell.kind == Kind::error)
                row_.cell_faults.push_back({cell.column, {"record.error_in_cell", {{"error", cell.text}}}});
        }
        row_.line = row.number;
        row_.cells.assign(texts_.begin(), texts_.end());
        raw_.clear();
        // Spreadsheets take a file without the mark for one in the encoding of the house.
        if (titles) raw_ = byte_order_mark;
        for (const std::string& text : texts_) writer_.cell(text);
        writer_.end_line();
        raw_ += writer_.take();
        row_.raw = raw_;
        position_ += std::ssize(raw_);
    }

    format::XlsxReader reader_;
    std::size_t sheet_;
    Dialect dialect_;
    std::int64_t size_;
    std::int64_t position_ = 0;
    std::size_t width_ = 0;  // columns of the titles; 0 before them
    std::vector<std::string> texts_;
    format::CsvWriter writer_{dialect_.separator, format::CsvWriter::Reader::program};
    std::string raw_;
    Row row_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_sheet(const std::filesystem::path& file, const std::string& sheet,
                                              const Dialect& dialect) {
    auto reader = format::XlsxReader::open(file);
    if (!reader) return tl::unexpected(reader.error());
    const auto& sheets = reader->sheets();
    const auto found = std::ranges::find(sheets, sheet, &format::XlsxReader::Sheet::name);
    if (found == sheets.end()) {
        return invalid(
            Message{"record.no_such_sheet", {{"file", file.filename().string()}, {"sheet", sheet}}});
    }
    const auto index = static_cast<std::size_t>(found - sheets.begin());
    return std::make_unique<SheetRows>(std::move(*reader), index, dialect,
                                       static_cast<std::int64_t>(std::filesystem::file_size(file)));
}

}  // namespace cadran::record
