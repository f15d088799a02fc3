// SPDX-License-Identifier: Apache-2.0
#include "definition/table_file.h"

#include <algorithm>

#include "base/file.h"
#include "base/text.h"
#include "format/csv_reader.h"
#include "format/xlsx_reader.h"

namespace cadran::definition {

namespace {

namespace fs = std::filesystem;

// What one line of a definition file can hold.
std::string collapsed(std::string_view text) {
    std::string result;
    for (const char c : text) {
        const bool white = (c >= 0 && c <= ' ') || c == 0x7F;
        if (!white)
            result += c;
        else if (!result.empty() && result.back() != ' ')
            result += ' ';
    }
    if (result.ends_with(' ')) result.pop_back();
    return result;
}

// 97.5 of a cell that shows 97.5 % and holds 0.975.
std::string hundredfold(const std::string& number) {
    auto value = Decimal::parse(number);
    if (!value) return number;
    if (value->scale >= 2) return plain_text(Decimal{value->units, value->scale - 2});
    for (; value->scale < 2; ++value->scale) value->units *= 10;
    return plain_text(Decimal{value->units, 0});
}

std::string text_of(const format::XlsxCell& cell) {
    if (cell.kind == format::XlsxCell::Kind::percent) return hundredfold(cell.text);
    const bool midnight = cell.kind == format::XlsxCell::Kind::date && cell.text.ends_with("T00:00:00");
    return collapsed(midnight ? cell.text.substr(0, 10) : cell.text);
}

tl::unexpected<Failure> too_large(const std::string& file) {
    return invalid(Diagnostics{{{file},
                                {"definition.table_too_large",
                                 {{"rows", static_cast<std::int64_t>(greatest_table_rows)},
                                  {"columns", static_cast<std::int64_t>(greatest_table_columns)}}},
                                Message{"definition.split_table"}}});
}

class WorkbookReading {
  public:
    explicit WorkbookReading(std::string file) : file_(std::move(file)) {}

    Result<std::vector<Table>> read(format::XlsxReader& reader) {
        for (std::size_t i = 0; i < reader.sheets().size(); ++i) {
            const auto& sheet = reader.sheets()[i];
            if (sheet.hidden) continue;
            tables_.push_back({sheet.name, {}, {file_ + ", " + sheet.name}});
            const Done read = reader.read(i, [this](const format::XlsxRow& row) { return take(row); });
            if (!read) return tl::unexpected(read.error());
            if (too_large_) return too_large(file_);
        }
        return std::move(tables_);
    }

  private:
    bool take(const format::XlsxRow& row) {
        Table& table = tables_.back();
        too_large_ = ++rows_ > greatest_table_rows || row.cells.back().column >= greatest_table_columns;
        if (too_large_) return false;
        TableRow made;
        made.sheet = file_ + ", " + table.name + "!";
        made.number = row.number;
        for (std::size_t column = 0; column <= row.cells.back().column; ++column) {
            const format::XlsxCell* cell = row.find(column);
            made.cells.push_back({cell == nullptr ? "" : text_of(*cell),
                                  {made.sheet + format::cell_name(column, row.number)}});
        }
        made.place = {made.sheet + format::cell_name(0, row.number)};
        if (!made.is_blank()) table.rows.push_back(std::move(made));
        return true;
    }

    std::string file_;
    std::vector<Table> tables_;
    std::size_t rows_ = 0;
    bool too_large_ = false;
};

format::Encoding encoding_of(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE")) return format::Encoding::utf16_le;
    if (bytes.starts_with("\xFE\xFF")) return format::Encoding::utf16_be;
    return is_utf8(bytes) ? format::Encoding::utf8 : format::Encoding::windows_1252;
}

// The one that parts the most columns of the first record.
char separator_of(std::string_view bytes, format::Encoding encoding) {
    char best = ';';
    std::size_t most = 0;
    for (const char separator : {';', '\t', ','}) {
        format::CsvReader reader = format::CsvReader::over(bytes, separator, encoding);
        format::CsvRecord record;
        if (reader.next(record) && record.cells.size() > most) {
            most = record.cells.size();
            best = separator;
        }
    }
    return best;
}

// The apostrophe that keeps spreadsheets from taking a text for a formula.
std::string_view without_guard(std::string_view cell) {
    const bool guarded = cell.size() > 1 && cell[0] == '\'' &&
                         std::string_view("=+-@").find(cell[1]) != std::string_view::npos;
    return guarded ? cell.substr(1) : cell;
}

Result<std::vector<Table>> read_csv(const std::string& bytes, const std::string& file) {
    const format::Encoding encoding = encoding_of(bytes);
    format::CsvReader reader = format::CsvReader::over(bytes, separator_of(bytes, encoding), encoding);
    format::CsvRecord record;
    Table table{{}, {}, {file}};
    Diagnostics faults;
    while (reader.next(record)) {
        const Place place{file, static_cast<int>(record.line), 0};
        if (record.fault) faults.push_back({place, *record.fault, {}});
        if (table.rows.size() == greatest_table_rows || record.cells.size() > greatest_table_columns)
            return too_large(file);
        TableRow row{{}, {}, place, static_cast<int>(record.line)};
        for (const std::string_view cell : record.cells)
            row.cells.push_back(
                {collapsed(without_guard(cell)), {file, place.line, static_cast<int>(row.cells.size()) + 1}});
        if (!row.is_blank()) table.rows.push_back(std::move(row));
    }
    if (!faults.empty()) return invalid(std::move(faults));
    return std::vector{std::move(table)};
}

}  // namespace

TableCell TableRow::at(std::size_t column) const {
    if (column < cells.size()) return cells[column];
    if (sheet.empty()) return {{}, {place.file, place.line, static_cast<int>(column) + 1}};
    return {{}, {sheet + format::cell_name(column, number)}};
}

bool TableRow::is_blank() const {
    return std::ranges::all_of(cells, [](const TableCell& cell) { return cell.text.empty(); });
}

void sort_by_cell(Diagnostics& faults, const std::vector<Table>& tables) {
    std::map<Place, std::size_t> order;
    for (const Table& table : tables) {
        order.emplace(table.place, order.size());
        for (const TableRow& row : table.rows) {
            for (std::size_t column = 0; column < greatest_table_columns && column < row.cells.size() + 30;
                 ++column)
                order.emplace(row.at(column).place, order.size());
        }
    }
    const auto rank = [&order](const Diagnostic& fault) {
        const auto found = order.find(fault.place);
        return found == order.end() ? 0 : found->second + 1;
    };
    std::ranges::stable_sort(faults, {}, rank);
}

Result<std::vector<Table>> read_tables(const fs::path& file) {
    const std::string name = file.filename().string();
    const std::string extension = folded(file.extension().string());
    if (extension == "csv" || extension == "txt") {
        const auto bytes = read_file(file);
        if (!bytes) return tl::unexpected(bytes.error());
        return read_csv(*bytes, name);
    }
    auto reader = format::XlsxReader::open(file);
    if (!reader) return tl::unexpected(std::move(reader.error()));
    return WorkbookReading(name).read(*reader);
}

std::optional<Date> date_in_cell(std::string_view text) {
    if (const auto iso = parse_date(text.substr(0, 10)); iso && (text.size() == 10 || text[10] == 'T'))
        return iso;
    const auto parts = split(text, '/');
    if (parts.size() != 3 || parts[2].size() != 4) return {};
    const auto day = parse_integer(parts[0]);
    const auto month = parse_integer(parts[1]);
    if (!day || !month) return {};
    return parse_date(fmt::format("{}-{:02}-{:02}", parts[2], *month, *day));
}

}  // namespace cadran::definition
