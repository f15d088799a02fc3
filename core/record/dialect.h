// SPDX-License-Identifier: Apache-2.0
// How a file writes its records: found out from the file itself, remembered with the import.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "format/csv_reader.h"
#include "model/record_type.h"

namespace cadran::record {

enum class FileFormat { csv, xlsx, json_lines };

enum class DateStyle { iso, french };  // 2026-07-31 or 31/07/2026

struct Dialect {
    char separator = ',';  // or a semicolon or a tab
    format::Encoding encoding = format::Encoding::utf8;
    char decimal = '.';  // or a comma
    DateStyle dates = DateStyle::iso;
    bool hashed =
        false;  // as archived: secrets are 16 hexadecimal digits, the first column is the received line

    Json to_json() const;
    // Reads what to_json says.
    static Result<Dialect> parse(std::string_view json);

    friend bool operator==(const Dialect&, const Dialect&) = default;
};

// What people know better than any detection.
struct KnownDialect {
    std::optional<FileFormat> format = {};
    std::optional<char> separator = {};
    std::optional<format::Encoding> encoding = {};
    std::optional<char> decimal = {};
    std::optional<DateStyle> dates = {};

    // `separator` to `semicolon`, as Dialect::to_json says it; `detect` leaves it to the detection. Fails on
    // other words, naming those that are known.
    Done set(std::string_view property, std::string_view value);
    bool empty() const { return *this == KnownDialect(); }

    // Only what is known.
    Json to_json() const;
    static Result<KnownDialect> parse(std::string_view json);

    friend bool operator==(const KnownDialect&, const KnownDialect&) = default;
};

// Of a file of CSV, from its head, the first 256 KiB; what leaves a doubt is taken as French spreadsheets do
// it where the separator is a semicolon. Fails where the file is empty, is no text, names none of the type's
// fields, or puts the month before the day.
Result<Dialect> detect_dialect(const std::filesystem::path& file, const model::RecordType& type,
                               const KnownDialect& known = {});

// The form in which types with secrets, and files that are no CSV, are archived.
Dialect archived_dialect();

}  // namespace cadran::record
