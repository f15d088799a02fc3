// SPDX-License-Identifier: Apache-2.0
#include "record/file_form.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/text.h"
#include "format/xlsx_reader.h"
#include "record/habits.h"
#include "record/header.h"

namespace cadran::record {

namespace {

constexpr int rows_looked_at = 1000;

FileFormat detect_format(const std::filesystem::path& file) {
    std::string head(4096, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    // Of an old workbook (.xls) the reader of spreadsheets tells what to do.
    if (head.starts_with("PK\x03\x04") || head.starts_with("\xD0\xCF\x11\xE0")) return FileFormat::xlsx;
    std::string_view text = head;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return trimmed(text).starts_with('{') ? FileFormat::json_lines : FileFormat::csv;
}

// The first rows of a sheet: how many titles the type knows, and how its texts are written.
struct SheetLook {
    std::ptrdiff_t known = 0;
    Habits habits;
};

Result<SheetLook> look_at_sheet(format::XlsxReader& reader, std::size_t sheet,
                                const model::RecordType& type) {
    SheetLook look;
    std::vector<std::optional<std::size_t>> fields;
    int rows = 0;
    const Done read = reader.read(sheet, [&](const format::XlsxRow& row) {
        if (rows == 0) {
            std::vector<std::string_view> names(row.cells.back().column + 1);
            for (const format::XlsxCell& cell : row.cells) names[cell.column] = cell.text;
            fields = column_fields(names, *type.schema);
            look.known = std::ssize(fields) - std::ranges::count(fields, std::optional<std::size_t>());
        }
        for (const format::XlsxCell& cell : row.cells) {
            if (cell.kind != format::XlsxCell::Kind::text || cell.column >= fields.size() ||
                !fields[cell.column])
                continue;
            look.habits.look(trimmed(cell.text), type.schema->field(*fields[cell.column]).type);
        }
        return look.known > 0 && ++rows < rows_looked_at;
    });
    if (!read) return tl::unexpected(read.error());
    return look;
}

tl::unexpected<Failure> no_such_sheet(const format::XlsxReader& reader, const std::string& file,
                                      const std::string& sheet) {
    std::vector<std::string> names;
    for (const auto& known : reader.sheets()) names.push_back(known.name);
    return invalid(Message{"record.no_such_sheet", {{"file", file}, {"sheet", sheet}}},
                   Message{"record.known_sheets", {{"names", fmt::format("{}", fmt::join(names, ", "))}}});
}

tl::unexpected<Failure> no_known_column(const std::string& file, const model::RecordType& type) {
    return invalid(Message{"record.no_known_column", {{"file", file}, {"type", type.title}}},
                   Message{"record.expected_columns",
                           {{"names", fmt::format("{}", fmt::join(type.schema->names(), ", "))}}});
}

Result<FileForm> detect_sheet(const std::filesystem::path& file, const model::RecordType& type,
                              const KnownDialect& known, const std::optional<std::string>& wanted) {
    const std::string name = file.filename().string();
    auto reader = format::XlsxReader::open(file);
    if (!reader) return tl::unexpected(reader.error());
    SheetLook best;
    FileForm form{.format = FileFormat::xlsx};
    bool found = false;
    for (std::size_t i = 0; i < reader->sheets().size(); ++i) {
        const auto& sheet = reader->sheets()[i];
        if (wanted ? sheet.name != *wanted : sheet.hidden) continue;
        found = true;
        const auto look = look_at_sheet(*reader, i, type);
        if (!look) return tl::unexpected(look.error());
        if (look->known <= best.known) continue;
        best = *look;
        form.sheet = sheet.name;
    }
    if (wanted && !found) return no_such_sheet(*reader, name, *wanted);
    if (best.known == 0) return no_known_column(name, type);
    if (const Done settled = best.habits.settle(form.dialect, known, name); !settled)
        return tl::unexpected(settled.error());
    // Rejected lines are detected as what they are.
    const bool french = form.dialect.decimal == ',' || form.dialect.dates == DateStyle::french;
    form.dialect.separator = french ? ';' : ',';
    return form;
}

Result<FileForm> json_form(const std::filesystem::path& file, const model::RecordType& type,
                           const KnownDialect& known) {
    FileForm form{.format = FileFormat::json_lines};
    form.dialect.decimal = known.decimal.value_or('.');
    form.dialect.dates = known.dates.value_or(DateStyle::iso);
    const auto rows = open_json_lines(file);
    if (!rows) return tl::unexpected(rows.error());
    bool any = false;
    bool fits = false;
    const Done read = (*rows)->read([&](const Row& titles) {
        any = true;
        fits = std::ranges::any_of(column_fields(titles.cells, *type.schema),
                                   [](const auto& field) { return field.has_value(); });
        return false;
    });
    if (!read) return tl::unexpected(read.error());
    const std::string name = file.filename().string();
    if (!any)
        return invalid(Message{"record.no_json_object", {{"file", name}}}, Message{"record.one_a_line"});
    if (!fits) return no_known_column(name, type);
    return form;
}

}  // namespace

Result<FileForm> detect_form(const std::filesystem::path& file, const model::RecordType& type,
                             const KnownDialect& known, const std::optional<std::string>& sheet) {
    std::error_code fault;
    const bool regular = std::filesystem::is_regular_file(file, fault);
    const FileFormat format = known.format.value_or(regular ? detect_format(file) : FileFormat::csv);
    if (sheet && format != FileFormat::xlsx) {
        return invalid(Message{"record.has_no_sheets", {{"file", file.filename().string()}}},
                       Message{"record.leave_sheet_out"});
    }
    if (format == FileFormat::xlsx) return detect_sheet(file, type, known, sheet);
    if (format == FileFormat::json_lines) return json_form(file, type, known);
    auto dialect = detect_dialect(file, type, known);
    if (!dialect) return tl::unexpected(dialect.error());
    return FileForm{.dialect = *dialect};
}

Result<std::unique_ptr<RowSource>> open_rows(const std::filesystem::path& file, const FileForm& form) {
    switch (form.format) {
        case FileFormat::xlsx: return open_sheet(file, form.sheet, form.dialect);
        case FileFormat::json_lines: return open_json_lines(file);
        case FileFormat::csv: break;
    }
    return open_csv(file, form.dialect);
}

}  // namespace cadran::record
