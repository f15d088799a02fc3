// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <fstream>

#include <fmt/format.h>

#include "base/text.h"
#include "format/csv_reader.h"
#include "record/dialect.h"
#include "record/habits.h"
#include "record/header.h"

namespace cadran::record {

namespace {

constexpr std::size_t head_size = std::size_t{256} << 10;

Result<std::string> read_head(const std::filesystem::path& file) {
    if (auto readable = format::CsvReader::open(file, ',', format::Encoding::utf8); !readable) {
        return tl::unexpected(readable.error());
    }
    std::string head(head_size, '\0');
    std::ifstream stream(file, std::ios::binary);
    stream.read(head.data(), static_cast<std::streamsize>(head.size()));
    head.resize(static_cast<std::size_t>(stream.gcount()));
    return head;
}

// By the mark, or by the zero bytes that Latin letters have in UTF-16.
std::optional<format::Encoding> detect_utf16(std::string_view head) {
    if (head.starts_with("\xFF\xFE")) return format::Encoding::utf16_le;
    if (head.starts_with("\xFE\xFF")) return format::Encoding::utf16_be;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
    const std::size_t many = head.size() / 4;
    if (head.size() % 2 != 0 || zeros[0] + zeros[1] < std::max<std::size_t>(1, many)) return {};
    if (zeros[0] == 0) return format::Encoding::utf16_le;
    if (zeros[1] == 0) return format::Encoding::utf16_be;
    return {};
}

// One bad line must not turn a file in UTF-8 into one in Windows-1252: the lines vote.
format::Encoding detect_encoding(std::string_view head) {
    if (const auto utf16 = detect_utf16(head)) return *utf16;
    if (head.starts_with(byte_order_mark)) return format::Encoding::utf8;
    int sound = 0, broken = 0;
    for (const std::string_view line : split(head, '\n')) {
        const bool ascii =
            std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        if (!ascii) ++(is_utf8(line) ? sound : broken);
    }
    return broken > sound ? format::Encoding::windows_1252 : format::Encoding::utf8;
}

// Without the line that the end of the head cuts.
std::string_view whole_lines(std::string_view head, format::Encoding encoding) {
    if (head.size() < head_size) return head;
    const std::string_view line_end = encoding == format::Encoding::utf16_le   ? std::string_view("\n\0", 2)
                                      : encoding == format::Encoding::utf16_be ? std::string_view("\0\n", 2)
                                                                               : "\n";
    const auto last = head.rfind(line_end);
    return head.substr(0, last == std::string_view::npos ? 0 : last + line_end.size());
}

// How many columns of the header the type knows, read in that dialect.
std::ptrdiff_t known_columns(std::string_view head, const Dialect& dialect, const model::RecordType& type) {
    auto reader = format::CsvReader::over(head, dialect.separator, dialect.encoding);
    format::CsvRecord header;
    if (!reader.next(header) || header.fault) return 0;
    const auto fields = column_fields(header.cells, *type.schema);
    return std::ssize(fields) - std::ranges::count(fields, std::optional<std::size_t>());
}

Habits look_at_cells(std::string_view head, const Dialect& dialect, const model::RecordType& type) {
    Habits habits;
    auto reader = format::CsvReader::over(head, dialect.separator, dialect.encoding);
    format::CsvRecord record;
    if (!reader.next(record)) return habits;
    const auto fields = column_fields(record.cells, *type.schema);
    while (reader.next(record)) {
        for (std::size_t i = 0; i < std::min(fields.size(), record.cells.size()); ++i) {
            if (fields[i]) habits.look(trimmed(record.cells[i]), type.schema->field(*fields[i]).type);
        }
    }
    return habits;
}

// The separator that makes most columns of the header known ones; none where no separator makes any.
std::optional<char> detect_separator(std::string_view head, Dialect dialect, const model::RecordType& type) {
    std::optional<char> best;
    std::ptrdiff_t most = 0;
    for (const char separator : {';', ',', '\t'}) {
        dialect.separator = separator;
        const std::ptrdiff_t columns = known_columns(head, dialect, type);
        if (columns <= most) continue;
        most = columns;
        best = separator;
    }
    return best;
}

}  // namespace

Result<Dialect> detect_dialect(const std::filesystem::path& file, const model::RecordType& type,
                               const KnownDialect& known) {
    const auto bytes = read_head(file);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string name = file.filename().string();
    if (trimmed(*bytes).empty()) {
        return invalid(Message{"record.empty_file", {{"file", name}}}, Message{"record.export_again"});
    }
    Dialect dialect;
    dialect.encoding = known.encoding.value_or(detect_encoding(*bytes));
    const std::string_view head = whole_lines(*bytes, dialect.encoding);
    const bool is_text = is_utf16(dialect.encoding) || bytes->find('\0') == std::string::npos;
    if (!is_text || head.empty()) {
        return invalid(Message{"record.not_text", {{"file", name}}}, Message{"record.export_as_csv"});
    }

    const auto separator = known.separator ? known.separator : detect_separator(head, dialect, type);
    if (!separator) {
        return invalid(Message{"record.no_known_column", {{"file", name}, {"type", type.title}}},
                       Message{"record.expected_columns",
                               {{"names", fmt::format("{}", fmt::join(type.schema->names(), ", "))}}});
    }
    dialect.separator = *separator;
    const Habits habits = look_at_cells(head, dialect, type);
    if (const Done settled = habits.settle(dialect, known, name); !settled)
        return tl::unexpected(settled.error());
    return dialect;
}

}  // namespace cadran::record
